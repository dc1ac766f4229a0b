import { TerraformVariable } from 'cdktf';
import { CapacityType, NodePoolSize } from '../../lib/cluster';
import { GkeMachine, GkeNodeUpgrade } from '../../lib/gke';
import { GkeCapacityReservation } from '../../lib/gke/capacity-reservation';
import { GkePlacement } from '../../lib/gke/placement';
import { GkeProvisioning } from '../../lib/gke/provisioning';
import { GkeAffinityOperator, GkeSoleTenancy } from '../../lib/gke/sole-tenancy';
import { gkeStack } from './gke-stack';
import { nodesBeyondDefault, poolBeyondDefault, poolBody, refusalOf } from './pools';

const size = NodePoolSize.autoscaled({ min: 0, max: 8, initial: 0 });
const AUTOSCALED = {
  initial_node_count: 0,
  autoscaling: { total_min_node_count: 0, total_max_node_count: 8, location_policy: 'ANY' },
};

describe('machines that come when Google has some', () => {
  it('start with none, are not repaired, and take nothing that is reserved', () => {
    const options = { size, provisioning: GkeProvisioning.flexStart() };
    expect(poolBeyondDefault(options)).toEqual({
      ...AUTOSCALED,
      management: { auto_repair: false, auto_upgrade: true },
    });
    expect(nodesBeyondDefault(options)).toEqual({
      flex_start: true,
      reservation_affinity: { consume_reservation_type: 'NO_RESERVATION' },
    });
  });

  it('come all at once or none when they are queued for', () => {
    const options = { size, provisioning: GkeProvisioning.queued({ maxRunHours: 168 }) };
    expect(poolBeyondDefault(options)).toEqual({
      ...AUTOSCALED,
      queued_provisioning: { enabled: true },
      management: { auto_repair: false, auto_upgrade: true },
    });
    expect(nodesBeyondDefault(options)).toEqual({
      flex_start: true,
      max_run_duration: '604800s',
      reservation_affinity: { consume_reservation_type: 'NO_RESERVATION' },
    });
  });

  it('may be ordinary ones that end', () => {
    const options = { provisioning: GkeProvisioning.limited({ maxRunHours: 12 }) };
    expect(nodesBeyondDefault(options)).toEqual({ max_run_duration: '43200s' });
    expect(poolBeyondDefault(options)).toEqual({});
  });

  it('are refused with everything that contradicts them, at once', () => {
    expect(
      refusalOf({
        provisioning: GkeProvisioning.queued(),
        size: NodePoolSize.autoscaled({ min: 1, max: 4 }),
        zones: ['europe-west3-a'],
        capacityType: CapacityType.INTERRUPTIBLE,
        capacityReservation: GkeCapacityReservation.any(),
        placement: GkePlacement.compact(),
      }),
    ).toBe(
      `'provisioning' queued needs an autoscaled 'size' of 'min' 0, since machines come when there are some; found 'min' 1; 'provisioning' queued cannot stand beside 'capacityType' INTERRUPTIBLE; choose one; 'provisioning' queued takes no reserved machines; leave 'capacityReservation' out; 'provisioning' queued cannot stand beside 'placement'; leave it out`,
    );
  });

  it('are refused with a fixed size, and with blue and green', () => {
    const upgrade = GkeNodeUpgrade.blueGreen({ batchNodes: 1 });
    expect(refusalOf({ provisioning: GkeProvisioning.flexStart(), upgrade })).toBe(
      `'provisioning' flex-start needs an autoscaled 'size' of 'min' 0, since machines come when there are some; found 3 fixed nodes; 'provisioning' flex-start cannot stand beside an 'upgrade' blueGreen, which needs all nodes twice; use surge`,
    );
  });

  it.each([0, 169, 1.5])('are not lent for %d hours', (maxRunHours) => {
    for (const make of [GkeProvisioning.flexStart, GkeProvisioning.queued, GkeProvisioning.limited]) {
      expect(() => make({ maxRunHours })).toThrow(
        new Error(`'provisioning' maxRunHours (${maxRunHours}) must be a whole number of 1 to 168`),
      );
    }
  });
});

describe('a time that only Terraform knows', () => {
  it('is refused, since it is reckoned with', () => {
    const hours = new TerraformVariable(gkeStack(), 'Hours', { type: 'number' }).numberValue;
    expect(() => GkeProvisioning.limited({ maxRunHours: hours })).toThrow(
      new Error(
        `'provisioning' maxRunHours must be known at synthesis, since it is reckoned in seconds; write a number`,
      ),
    );
  });
});

describe('reserved machines', () => {
  it.each([
    [GkeCapacityReservation.any(), { consume_reservation_type: 'ANY_RESERVATION' }],
    [GkeCapacityReservation.none(), { consume_reservation_type: 'NO_RESERVATION' }],
    [
      GkeCapacityReservation.named('gpus'),
      {
        consume_reservation_type: 'SPECIFIC_RESERVATION',
        key: 'compute.googleapis.com/reservation-name',
        values: ['gpus'],
      },
    ],
    [
      GkeCapacityReservation.named('projects/acme-shared/reservations/gpus'),
      {
        consume_reservation_type: 'SPECIFIC_RESERVATION',
        key: 'compute.googleapis.com/reservation-name',
        values: ['projects/acme-shared/reservations/gpus'],
      },
    ],
  ])('are taken as told: %#', (capacityReservation, expected) => {
    expect(nodesBeyondDefault({ capacityReservation })).toEqual({ reservation_affinity: expected });
  });

  it('are not named with a malformed name', () => {
    expect(() => GkeCapacityReservation.named('My GPUs')).toThrow(
      new Error(
        `'capacityReservation' (My GPUs) must be the name of a reservation, or 'projects/…/reservations/…' of another project's`,
      ),
    );
  });

  it('are none that are taken back', () => {
    expect(
      refusalOf({
        capacityType: CapacityType.INTERRUPTIBLE,
        capacityReservation: GkeCapacityReservation.named('gpus'),
      }),
    ).toBe(`'capacityReservation' is of machines that are not taken back; 'capacityType' must be ON_DEMAND`);
  });
});

describe('the placement of machines', () => {
  const zones = ['europe-west3-a'];

  it.each([
    [GkePlacement.compact(), { type: 'COMPACT' }],
    [GkePlacement.compact('2x2x4'), { type: 'COMPACT', tpu_topology: '2x2x4' }],
    [GkePlacement.policy('near'), { type: 'COMPACT', policy_name: 'near' }],
  ])('is as near as can be: %#', (placement, expected) => {
    expect(poolBody({ placement, zones }).placement_policy).toEqual(expected);
  });

  it('is refused over several zones, of too many nodes, and with blue and green', () => {
    expect(
      refusalOf({
        placement: GkePlacement.compact(),
        size: NodePoolSize.fixed(1503),
        upgrade: GkeNodeUpgrade.blueGreen({ batchNodes: 1 }),
      }),
    ).toBe(
      `'placement' needs one zone, and the pool has 3; name one in 'zones'; 'placement' holds 1500 nodes, and 'size' may come to 1503; 'placement' cannot stand beside an 'upgrade' blueGreen; use surge`,
    );
  });

  it('is refused with malformed names', () => {
    expect(() => GkePlacement.compact('4')).toThrow(
      new Error(`'placement' topology '4' must be a topology such as '4x4' or '2x2x4'`),
    );
    expect(() => GkePlacement.policy('Near')).toThrow(
      new Error(
        `'placement' policy 'Near' must be the name of a resource policy: 1 to 63 lower-case letters, digits and hyphens`,
      ),
    );
  });
});

describe('servers of one tenant', () => {
  it('are a group by name', () => {
    expect(nodesBeyondDefault({ soleTenancy: GkeSoleTenancy.group('mine') })).toEqual({ node_group: 'mine' });
  });

  it('are those with certain labels, sorted', () => {
    const soleTenancy = GkeSoleTenancy.affinity(
      [
        { key: 'team', operator: GkeAffinityOperator.NOT_IN, values: ['b', 'a'] },
        { key: 'disk', operator: GkeAffinityOperator.IN, values: ['fast'] },
      ],
      { minCpus: 2 },
    );
    expect(nodesBeyondDefault({ soleTenancy })).toEqual({
      sole_tenant_config: {
        min_node_cpus: 2,
        node_affinity: [
          { key: 'disk', operator: 'IN', values: ['fast'] },
          { key: 'team', operator: 'NOT_IN', values: ['a', 'b'] },
        ],
      },
    });
  });

  it.each([
    [
      () => GkeSoleTenancy.group('Mine'),
      `'soleTenancy' group 'Mine' must be the name of a node group: 1 to 63 lower-case letters, digits and hyphens`,
    ],
    [() => GkeSoleTenancy.affinity([]), `'soleTenancy' affinity must name at least one label; found none`],
    [
      () => GkeSoleTenancy.affinity([{ key: 'team', operator: GkeAffinityOperator.IN, values: [] }]),
      `'soleTenancy' affinity of 'team' must name at least one value; found none`,
    ],
    [
      () =>
        GkeSoleTenancy.affinity([{ key: 'team', operator: GkeAffinityOperator.IN, values: ['a'] }], {
          minCpus: 0,
        }),
      `'soleTenancy' minCpus (0) must be a whole number of at least 1`,
    ],
  ])('are refused: %#', (make, message) => {
    expect(make).toThrow(new Error(message));
  });

  it('are none that are taken back', () => {
    expect(
      refusalOf({ capacityType: CapacityType.INTERRUPTIBLE, soleTenancy: GkeSoleTenancy.group('mine') }),
    ).toBe(`'soleTenancy' has servers of your own; 'capacityType' must be ON_DEMAND`);
  });
});

describe('the processor', () => {
  const machine = GkeMachine.ofType('n2-standard-4');

  it('is as new, as threaded and as nested as told', () => {
    expect(nodesBeyondDefault({ machine, minCpuPlatform: 'Intel Ice Lake', threadsPerCore: 1 })).toEqual({
      machine_type: 'n2-standard-4',
      min_cpu_platform: 'Intel Ice Lake',
      advanced_machine_features: { threads_per_core: 1 },
    });
    expect(nodesBeyondDefault({ machine, nestedVirtualization: true })).toEqual({
      machine_type: 'n2-standard-4',
      advanced_machine_features: { threads_per_core: 2, enable_nested_virtualization: true },
    });
  });

  it('is none that machines cannot be nested on', () => {
    expect(refusalOf({ nestedVirtualization: true })).toBe(
      `'nestedVirtualization' needs a machine of Intel's, other than E2; 'e2-standard-4' is none`,
    );
  });
});
