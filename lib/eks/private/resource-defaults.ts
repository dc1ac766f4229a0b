import type { AwsEnvironment } from './aws-environment';

/** What everything that belongs to a cluster is told alike. */
export interface ResourceDefaults {
  readonly environment: AwsEnvironment;
  readonly tags: Readonly<Record<string, string>>;
  /** ARN of the policy that bounds every role; `undefined` for none. */
  readonly permissionsBoundaryArn: string | undefined;
}
