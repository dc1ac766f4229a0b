import { EksAddOnVersion } from '../../lib/eks';
import type { EksObservabilityOptions } from '../../lib/eks/observability';
import { observabilityLogGroupNames } from '../../lib/eks/private/observability-add-on';
import { addOnOf, defineAddOns, synthesizeAddOns } from './add-ons-stack';
import { all, eksStack } from './eks-stack';

const KEY = 'arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab';

function observed(options: EksObservabilityOptions = {}) {
  return synthesizeAddOns({ observability: { options, keyArn: KEY } });
}

describe('Container Insights', () => {
  it('are one add-on with logs of containers and without Application Signals by default', () => {
    const synthesized = observed();
    expect(addOnOf(synthesized, 'amazon-cloudwatch-observability')).toEqual({
      addon_name: 'amazon-cloudwatch-observability',
      cluster_name: 'prod',
      configuration_values:
        '{"agent":{"config":{"logs":{"metrics_collected":{"kubernetes":{"enhanced_container_insights":true}}}}},"containerLogs":{"enabled":true}}',
      depends_on: [
        'aws_cloudwatch_log_group.AddOns_Observability_Logs_Application_B2B0674B',
        'aws_cloudwatch_log_group.AddOns_Observability_Logs_Dataplane_BCCC2A6F',
        'aws_cloudwatch_log_group.AddOns_Observability_Logs_Host_52074C23',
        'aws_cloudwatch_log_group.AddOns_Observability_Logs_Performance_B5FD7895',
        'aws_iam_role_policy_attachment.AddOns_Observability_Role_ManagedCloudWatchAgentServerPolicy_C79005CE',
        'aws_eks_node_group.Nodes',
      ],
      pod_identity_association: [
        {
          role_arn: '${aws_iam_role.AddOns_Observability_Role_2F86C912.arn}',
          service_account: 'cloudwatch-agent',
        },
      ],
      resolve_conflicts_on_update: 'OVERWRITE',
    });
  });

  it('write to groups that are encrypted and kept for 90 days, and are there before the agents', () => {
    expect(
      Object.values(all(observed(), 'aws_cloudwatch_log_group')).sort((left, right) =>
        String(left.name) < String(right.name) ? -1 : 1,
      ),
    ).toEqual(
      ['application', 'dataplane', 'host', 'performance'].map((kind) => ({
        kms_key_id: KEY,
        name: `/aws/containerinsights/prod/${kind}`,
        retention_in_days: 90,
      })),
    );
  });

  it('have one role, for the account of the agents in their namespace', () => {
    const synthesized = observed();
    const role = all(synthesized, 'aws_iam_role').AddOns_Observability_Role_2F86C912;
    expect(role?.name).toBe('prod-${data.aws_region.Environment_Region_6E4FC0B0.region}-observe');
    expect(String(role?.assume_role_policy)).toContain(
      '"StringEquals":{"aws:RequestTag/kubernetes-namespace":"amazon-cloudwatch","aws:RequestTag/kubernetes-service-account":"cloudwatch-agent"}',
    );
  });

  it('trace requests when told so, which takes another right', () => {
    const synthesized = observed({ applicationSignals: true });
    expect(addOnOf(synthesized, 'amazon-cloudwatch-observability').configuration_values).toBe(
      '{"agent":{"config":{"logs":{"metrics_collected":{"application_signals":{},"kubernetes":{"enhanced_container_insights":true}}},"traces":{"traces_collected":{"application_signals":{}}}}},"containerLogs":{"enabled":true}}',
    );
    const attached = Object.keys(all(synthesized, 'aws_iam_role_policy_attachment'));
    expect(attached.filter((id) => id.includes('Observability')).map((id) => id.slice(0, -9))).toEqual([
      'AddOns_Observability_Role_ManagedAWSXrayWriteOnlyAccess',
      'AddOns_Observability_Role_ManagedCloudWatchAgentServerPolicy',
    ]);
  });

  it('send no logs of containers when told so, and define no groups for them', () => {
    const synthesized = observed({ containerLogs: false, logRetentionDays: 30 });
    expect(addOnOf(synthesized, 'amazon-cloudwatch-observability').configuration_values).toContain(
      '"containerLogs":{"enabled":false}',
    );
    expect(Object.values(all(synthesized, 'aws_cloudwatch_log_group'))).toEqual([
      { kms_key_id: KEY, name: '/aws/containerinsights/prod/performance', retention_in_days: 30 },
    ]);
  });

  it('can be pinned', () => {
    const version = EksAddOnVersion.pinned('v4.4.0-eksbuild.1');
    expect(addOnOf(observed({ version }), 'amazon-cloudwatch-observability').addon_version).toBe(
      'v4.4.0-eksbuild.1',
    );
  });

  it('name the groups that the key must be allowed for', () => {
    expect(observabilityLogGroupNames('prod', {})).toEqual([
      '/aws/containerinsights/prod/application',
      '/aws/containerinsights/prod/dataplane',
      '/aws/containerinsights/prod/host',
      '/aws/containerinsights/prod/performance',
    ]);
    expect(observabilityLogGroupNames('prod', { containerLogs: false })).toEqual([
      '/aws/containerinsights/prod/performance',
    ]);
  });

  it('fails when the days are none of CloudWatch’s', () => {
    expect(() =>
      defineAddOns(eksStack(), { observability: { options: { logRetentionDays: 100 }, keyArn: KEY } }),
    ).toThrow(
      "[test/AddOns] 'logRetentionDays' of 'observability' (100) must be one of 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653 days",
    );
  });

  it('fails when they are added a second time', () => {
    const addOns = defineAddOns(eksStack(), { observability: { options: {}, keyArn: KEY } });
    expect(() => addOns.addAddOn('watch', { addOnName: 'amazon-cloudwatch-observability' })).toThrow(
      "[test/AddOns] 'observability' and 'watch' are the same add-on (amazon-cloudwatch-observability)",
    );
  });
});
