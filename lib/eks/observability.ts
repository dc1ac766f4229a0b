import type { EksAddOnVersion } from './add-on-version';

/**
 * CloudWatch Container Insights by the add-on `amazon-cloudwatch-observability`. CloudWatch bills each observation of a metric and each
 * gigabyte of logs; on a busy cluster this costs more than its control plane.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/install-CloudWatch-Observability-EKS-addon.html
 */
export interface EksObservabilityOptions {
  /**
   * Days that the logs are kept.
   *
   * @default 90
   */
  readonly logRetentionDays?: number;
  /**
   * Whether Fluent Bit sends what containers and nodes write to CloudWatch, billed by the gigabyte.
   *
   * @default true
   */
  readonly containerLogs?: boolean;
  /**
   * Whether requests between applications are traced and counted, billed by the request. Puts an agent into pods that ask for it by an
   * annotation. Writes to `/aws/application-signals/data` as well, one group of the whole account, which is not defined here.
   *
   * @default false
   */
  readonly applicationSignals?: boolean;
  /** @default EksAddOnVersion.default() */
  readonly version?: EksAddOnVersion;
}
