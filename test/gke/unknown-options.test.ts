import { TerraformVariable } from 'cdktf';
import { GkeMachine } from '../../lib/gke';
import { GkeCapacityReservation } from '../../lib/gke/capacity-reservation';
import { GkeLocalSsd } from '../../lib/gke/disks';
import { GkeGpuSharing } from '../../lib/gke/gpu';
import { GkePlacement } from '../../lib/gke/placement';
import { GkePoolPodRange } from '../../lib/gke/pool-network';
import { GkeSoleTenancy } from '../../lib/gke/sole-tenancy';
import { synthesize } from '../support/synthesized';
import { gkeStack, only } from './gke-stack';
import { definePool } from './pools';

describe('options that only Terraform knows', () => {
  it('are left to it', () => {
    const stack = gkeStack();
    const text = new TerraformVariable(stack, 'Text', { type: 'string' }).stringValue;
    const number = new TerraformVariable(stack, 'Number', { type: 'number' }).numberValue;
    definePool(
      stack,
      {
        machine: GkeMachine.ofType('a3-highgpu-8g'),
        zones: ['europe-west3-a'],
        maxPodsPerNode: number,
        gpu: { partition: text, sharing: GkeGpuSharing.timeShared(number) },
        localSsd: GkeLocalSsd.raw(number),
        placement: GkePlacement.policy(text),
        capacityReservation: GkeCapacityReservation.named(text),
        soleTenancy: GkeSoleTenancy.group(text),
        podRange: GkePoolPodRange.made(text, text),
        networkTags: [text],
        moreNetworks: [{ networkId: text, subnetworkId: text, podRangeName: text, maxPods: number }],
        resourceManagerTags: { 'tagKeys/1': text },
        registryCertificates: [{ domains: [text], secretVersion: text }],
        kubelet: {
          podPids: number,
          cpuLimitPeriod: text,
          containerLogSize: text,
          imageCollection: { highPercent: number, lowPercent: number, minAge: text },
          allowedUnsafeSysctls: [text],
          eviction: {
            soft: { memoryAvailable: text },
            gracePeriods: { memoryAvailable: text },
            minimumReclaim: { memoryAvailable: text },
          },
        },
        linux: { sysctls: { 'vm.max_map_count': text }, hugePages2Mib: number },
        timeouts: {},
      },
      { multiNetworking: true, podRangeNames: ['pods'] },
    );
    expect(only(synthesize(stack), 'google_container_node_pool')).toMatchObject({
      max_pods_per_node: '${var.Number}',
      network_config: { pod_range: '${var.Text}', pod_ipv4_cidr_block: '${var.Text}' },
      node_config: {
        node_group: '${var.Text}',
        tags: ['${var.Text}'],
        local_nvme_ssd_block_config: { local_ssd_count: '${var.Number}' },
        kubelet_config: {
          pod_pids_limit: '${var.Number}',
          eviction_soft: { memory_available: '${var.Text}' },
        },
        linux_node_config: { sysctls: { 'vm.max_map_count': '${var.Text}' } },
      },
    });
  });
});
