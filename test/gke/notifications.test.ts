import { TerraformOutput, TerraformVariable } from 'cdktf';
import { GkeEvent, GkeNotifications } from '../../lib/gke/notifications';
import { describeControlPlane } from '../../lib/gke/private/control-plane-checks';
import { NotificationTopic, type NotificationTopicProps } from '../../lib/gke/private/notification-topic';
import { resourceAddresses, synthesize, testStack } from '../support/synthesized';
import { CONTROL_PLANE, controlPlane } from './control-plane-stack';
import { gkeStack, only } from './gke-stack';

const TOPIC = 'projects/acme-prod/topics/gke';

describe('where GKE tells of upgrades and bulletins', () => {
  it('is the topic that is defined beside it, of all there is', () => {
    expect(controlPlane({ notifications: GkeNotifications.own() }, { ownTopicId: TOPIC })).toEqual({
      notification_config: { pubsub: { enabled: true, topic: TOPIC } },
    });
  });

  it('is a topic of yours, of some events, sorted and each once', () => {
    const notifications = GkeNotifications.topic(TOPIC, [
      GkeEvent.UPGRADE,
      GkeEvent.SECURITY_BULLETIN,
      GkeEvent.UPGRADE,
    ]);
    expect(controlPlane({ notifications })).toEqual({
      notification_config: {
        pubsub: {
          enabled: true,
          topic: TOPIC,
          filter: { event_type: ['SECURITY_BULLETIN_EVENT', 'UPGRADE_EVENT'] },
        },
      },
    });
    expect(describeControlPlane({ ...CONTROL_PLANE, notifications })).toEqual([]);
  });

  it('is nowhere, said', () => {
    expect(controlPlane({ notifications: GkeNotifications.none() })).toEqual({
      notification_config: { pubsub: { enabled: false } },
    });
  });

  it.each([() => GkeNotifications.own({ events: [] }), () => GkeNotifications.topic(TOPIC, [])])(
    'fails for no events (%#)',
    (make) => {
      expect(make).toThrow(
        new Error(
          "'notifications' events are empty, which means all of them to GKE; leave them out for all, or use GkeNotifications.none()",
        ),
      );
    },
  );

  it.each([
    ['gke', "'notifications' topic 'gke' must be 'projects/…/topics/…'"],
    [
      'projects/acme-dev/topics/gke',
      "'notifications' topic lies in project 'acme-dev'; GKE writes to topics of the cluster's own, 'acme-prod'",
    ],
  ])('is refused at %s', (topicId, problem) => {
    const notifications = GkeNotifications.topic(topicId);
    expect(describeControlPlane({ ...CONTROL_PLANE, notifications })).toEqual([problem]);
  });

  it('is left to Terraform where only Terraform knows it', () => {
    const topicId = new TerraformVariable(testStack(), 'Topic', { type: 'string' }).stringValue;
    const notifications = GkeNotifications.topic(topicId);
    expect(describeControlPlane({ ...CONTROL_PLANE, notifications })).toEqual([]);
  });
});

describe('the topic of a cluster', () => {
  const KEY = 'projects/acme-prod/locations/europe-west3/keyRings/prod/cryptoKeys/cluster';
  const GRANT = 'google_kms_crypto_key_iam_member.Notifications_Grant_F688073F';

  function define(props: Partial<NotificationTopicProps> = {}) {
    const stack = gkeStack();
    const topic = new NotificationTopic(stack, 'Notifications', {
      clusterName: 'prod',
      project: 'acme-prod',
      labels: undefined,
      key: undefined,
      ...props,
    });
    new TerraformOutput(stack, 'TopicId', { value: topic.topicId, staticId: true });
    const synthesized = synthesize(stack);
    return { topicId: synthesized.output?.TopicId?.value, synthesized };
  }

  it('carries the name and the labels of the cluster', () => {
    const { topicId, synthesized } = define({ labels: { team: 'platform' } });
    expect(only(synthesized, 'google_pubsub_topic')).toEqual({
      project: 'acme-prod',
      name: 'gke-notifications-prod',
      labels: { team: 'platform' },
    });
    expect(topicId).toBe('${google_pubsub_topic.Notifications_Topic_70DDC119.id}');
    expect(resourceAddresses(synthesized)).toEqual(['google_pubsub_topic.Notifications_Topic_70DDC119']);
  });

  it('waits until Pub/Sub may use the cluster’s key', () => {
    const { synthesized } = define({ key: { keyId: KEY, grantTo: '123456789012' } });
    expect(only(synthesized, 'google_kms_crypto_key_iam_member')).toEqual({
      crypto_key_id: KEY,
      role: 'roles/cloudkms.cryptoKeyEncrypterDecrypter',
      member: 'serviceAccount:service-123456789012@gcp-sa-pubsub.iam.gserviceaccount.com',
    });
    expect(only(synthesized, 'google_pubsub_topic')).toEqual({
      project: 'acme-prod',
      name: 'gke-notifications-prod',
      kms_key_name: KEY,
      depends_on: [GRANT],
    });
  });

  it('leaves the grant of a key of yours to you', () => {
    const { synthesized } = define({ key: { keyId: KEY, grantTo: undefined } });
    expect(only(synthesized, 'google_pubsub_topic')).toMatchObject({ kms_key_name: KEY });
    expect(synthesized.resource).not.toHaveProperty('google_kms_crypto_key_iam_member');
  });
});
