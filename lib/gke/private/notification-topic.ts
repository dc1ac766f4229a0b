import { KmsCryptoKeyIamMember } from '@cdktf/provider-google/lib/kms-crypto-key-iam-member';
import { PubsubTopic } from '@cdktf/provider-google/lib/pubsub-topic';
import { Construct } from 'constructs';

/** The cluster's own key, or one of yours. */
interface TopicKey {
  readonly keyId: string;
  /** Number of the project, where the key is granted here; `undefined` for a key that you grant. */
  readonly grantTo: string | undefined;
}

/** Props of {@link NotificationTopic}. */
export interface NotificationTopicProps {
  readonly clusterName: string;
  readonly project: string;
  readonly labels: { readonly [key: string]: string } | undefined;
  /** Key of the messages; `undefined` for one of Google's. */
  readonly key: TopicKey | undefined;
}

/** The topic that GKE tells of upgrades and security bulletins. GKE's service agent may write to every topic of the project. */
export class NotificationTopic extends Construct {
  /** `projects/…/topics/…`. */
  public readonly topicId: string;

  public constructor(scope: Construct, id: string, props: NotificationTopicProps) {
    super(scope, id);
    const { key, labels } = props;
    const grant =
      key?.grantTo === undefined
        ? undefined
        : new KmsCryptoKeyIamMember(this, 'Grant', {
            cryptoKeyId: key.keyId,
            role: 'roles/cloudkms.cryptoKeyEncrypterDecrypter',
            member: `serviceAccount:service-${key.grantTo}@gcp-sa-pubsub.iam.gserviceaccount.com`,
          });
    const topic = new PubsubTopic(this, 'Topic', {
      project: props.project,
      // the cluster's name stands last: Google refuses names that start with 'goog'
      name: `gke-notifications-${props.clusterName}`,
      kmsKeyName: key?.keyId,
      labels: labels === undefined ? undefined : { ...labels },
      dependsOn: grant === undefined ? undefined : [grant],
    });
    this.topicId = topic.id;
  }
}
