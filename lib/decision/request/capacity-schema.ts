import { z } from 'zod';
import { number, wholeNumber } from '../../document/schema-parts';
import type { Availability, Budget, Capacity, Traffic } from './types';

/** Two clusters of the largest size that Kubernetes is tested at (5,000 nodes) would not need more. */
const MOST_CPU = 1_000_000;
const MOST_MEMORY_GIB = 10_000_000;
/** A millicore, and about a MiB: less is a slip. */
const LEAST = 0.001;
/** @see https://kubernetes.io/docs/setup/best-practices/cluster-large/ */
const MOST_PODS = 150_000;
/** An exbibyte. */
const MOST_GIB = 1_073_741_824;

const architecture = z.enum(['amd64', 'arm64']);
const machineClass = z.enum(['general', 'compute', 'memory', 'burstable', 'gpu']);

export const cpu = number(LEAST, MOST_CPU).meta({
  description: 'CPU that the workload asks for, in vCPU, without system daemons.',
  examples: [24],
});

export const memoryGib = number(LEAST, MOST_MEMORY_GIB).meta({
  description: 'Memory that the workload asks for, in GiB, without system daemons.',
  examples: [96],
});

const pods = wholeNumber(1, MOST_PODS).meta({
  description: 'Pods of the workload, without those of daemon sets.',
  examples: [200],
});

export const capacitySchema = z
  .strictObject({
    cpu,
    memoryGib,
    pods,
    headroomPercent: number(0, 1000)
      .meta({ description: 'Added to CPU, memory and pods before sizing, in percent.', examples: [20] })
      .default(0),
    largestPod: z
      .strictObject({
        cpu: number(LEAST, MOST_CPU).meta({
          description: 'CPU of the largest single pod, in vCPU.',
          examples: [4],
        }),
        memoryGib: number(LEAST, MOST_MEMORY_GIB).meta({
          description: 'Memory of the largest single pod, in GiB.',
          examples: [16],
        }),
      })
      .meta({
        description: 'Largest single pod; it must fit one node.',
        examples: [{ cpu: 4, memoryGib: 16 }],
      })
      .optional(),
    architectures: z
      .array(architecture)
      .min(1)
      .meta({
        description:
          'Architectures that every image runs on. With both, the cheaper one is taken, never a mix; arm64 often is.',
        examples: [['amd64', 'arm64']],
      })
      .default(['amd64']),
    machineClasses: z
      .array(machineClass)
      .min(1)
      .meta({
        description: 'Classes of machines that may be chosen. Burstable and GPU machines must be asked for.',
        examples: [['general', 'burstable']],
      })
      .default(['general', 'compute', 'memory']),
  })
  .meta({
    description: 'What the workload needs, before headroom.',
    examples: [{ cpu: 24, memoryGib: 96, pods: 200 }],
  }) satisfies z.ZodType<Capacity>;

export const availabilitySchema = z
  .strictObject({
    controlPlane: z
      .enum(['highly-available', 'single'])
      .meta({ description: 'A single control plane is down while it is upgraded; it must be asked for.' })
      .default('highly-available'),
    zones: wholeNumber(1, 10)
      .meta({
        description: 'Zones, or racks of a site, that the nodes are spread over: at least this many.',
      })
      .default(3),
    surviveZoneLoss: z
      .boolean()
      .meta({ description: 'Whether the demand must still fit with one zone lost.' })
      .default(true),
  })
  .meta({ description: 'What the cluster has to survive.' })
  .prefault({}) satisfies z.ZodType<Availability>;

export const budgetSchema = z
  .strictObject({
    usdPerMonth: number(0, 1_000_000_000)
      .meta({
        description:
          "Most that the cluster may cost a month, in USD, without people's hours. Absent: no limit.",
        examples: [4000],
      })
      .optional(),
    hoursPerMonth: number(0, 100_000)
      .meta({
        description: 'Most hours a month that people may spend on the cluster. Absent: no limit.',
        examples: [20],
      })
      .optional(),
    usdPerHour: number(0, 10_000).meta({
      description:
        'What an hour of the people who run the cluster costs, in USD. The ranking adds money and hours at this rate.',
      examples: [95],
    }),
  })
  .meta({
    description: "Two budgets, money and people's hours, and the rate between them.",
    examples: [{ usdPerMonth: 4000, hoursPerMonth: 20, usdPerHour: 95 }],
  }) satisfies z.ZodType<Budget>;

const volume = (what: string) => number(0, MOST_GIB).meta({ description: what }).default(0);

export const trafficSchema = z
  .strictObject({
    internetEgressGib: volume('Data sent to the Internet, in GiB a month.'),
    natGib: volume('Data that passes the NAT gateways, in GiB a month.'),
    crossZoneGib: volume('Data sent between zones, in GiB a month.'),
    persistentStorageGib: volume('Persistent volumes, in GiB, all together.'),
    loadBalancers: wholeNumber(0, 10_000).meta({ description: 'Load balancers of the workload.' }).default(0),
  })
  .meta({
    description: 'Volumes that cost money by themselves.',
    examples: [{ internetEgressGib: 500, persistentStorageGib: 200, loadBalancers: 1 }],
  })
  .prefault({}) satisfies z.ZodType<Traffic>;
