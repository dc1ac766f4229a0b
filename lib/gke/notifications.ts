import { ValidationError } from '../values';

/** What GKE tells of. The values are GKE's own words. */
export enum GkeEvent {
  /** An upgrade begins. */
  UPGRADE = 'UPGRADE_EVENT',
  /** A version has come that the cluster could be upgraded to. */
  UPGRADE_AVAILABLE = 'UPGRADE_AVAILABLE_EVENT',
  /** How an upgrade goes and ended, and that a version comes to the end of its support. */
  UPGRADE_INFO = 'UPGRADE_INFO_EVENT',
  /** A weakness was found that concerns the cluster. */
  SECURITY_BULLETIN = 'SECURITY_BULLETIN_EVENT',
}

/** What a topic of the cluster's own can be told. */
export interface GkeOwnTopicOptions {
  /** @default - all there are, also those that GKE adds */
  readonly events?: readonly GkeEvent[];
  /**
   * Whether messages are kept under the cluster's key. Pub/Sub's own account is granted the key; with a key of yours you grant it to
   * `service-<number>@gcp-sa-pubsub.iam.gserviceaccount.com`, as you do for GKE. That account must exist:
   * `gcloud beta services identity create --service=pubsub.googleapis.com` makes it.
   *
   * @default false - under a key of Google's
   */
  readonly encrypted?: boolean;
}

/**
 * Where GKE tells of upgrades and security bulletins: a topic of Pub/Sub, whose API must be on. Nobody reads it until you
 * subscribe. The price is that of the messages, of which there are a few a month.
 *
 * @see https://cloud.google.com/kubernetes-engine/docs/concepts/cluster-notifications
 */
export class GkeNotifications {
  /**
   * A topic that is defined beside the cluster.
   *
   * @throws ValidationError when no event is named.
   */
  public static own(options: GkeOwnTopicOptions = {}): GkeNotifications {
    return new GkeNotifications(undefined, sortedEvents(options.events), {
      encrypted: options.encrypted ?? false,
    });
  }

  /**
   * A topic that exists, in the cluster's project.
   *
   * @param topicId `projects/…/topics/…`
   * @throws ValidationError when no event is named.
   */
  public static topic(topicId: string, events?: readonly GkeEvent[]): GkeNotifications {
    return new GkeNotifications(topicId, sortedEvents(events), undefined);
  }

  /** None, said: a cluster that had some has none afterwards. */
  public static none(): GkeNotifications {
    return new GkeNotifications(undefined, undefined, undefined);
  }

  private constructor(
    /** Id of a topic that exists. */
    public readonly existingTopicId: string | undefined,
    /** Sorted; `undefined` for all there are. */
    public readonly events: readonly GkeEvent[] | undefined,
    /** What the topic that is defined is told; `undefined` where none is. */
    public readonly ownTopic: { readonly encrypted: boolean } | undefined,
  ) {}
}

function sortedEvents(events: readonly GkeEvent[] | undefined): readonly GkeEvent[] | undefined {
  if (events === undefined) return undefined;
  if (events.length === 0) {
    throw new ValidationError(
      `'notifications' events are empty, which means all of them to GKE; leave them out for all, or use GkeNotifications.none()`,
    );
  }
  return [...new Set(events)].sort();
}
