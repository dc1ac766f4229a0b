import * as z from 'zod';
import { LABEL, line, number, wholeNumber } from '../../document/schema-parts';
import { capacityOf } from './capacity-of';
import type { Capacity, Workload } from './types';

/** Two clusters of the largest size that Kubernetes is tested at (5,000 nodes) would not need more. */
export const MOST_CPU = 1_000_000;
export const MOST_MEMORY_GIB = 10_000_000;
/** A millicore, and about a MiB: less is a slip. */
const LEAST = 0.001;
/** @see https://kubernetes.io/docs/setup/best-practices/cluster-large/ */
export const MOST_PODS = 150_000;
/** Eight in each node of the largest cluster. */
export const MOST_GPUS = 40_000;

export const cpu = number(LEAST, MOST_CPU).meta({
  description:
    'CPU that the workload asks for, in vCPU, without system daemons. Required without `workloads`.',
  examples: [24],
});

export const memoryGib = number(LEAST, MOST_MEMORY_GIB).meta({
  description:
    'Memory that the workload asks for, in GiB, without system daemons. Required without `workloads`.',
  examples: [96],
});

export const pods = wholeNumber(1, MOST_PODS).meta({
  description: 'Pods of the workload, without those of daemon sets. Required without `workloads`.',
  examples: [200],
});

export const gpuCount = wholeNumber(1, MOST_GPUS).meta({
  description: 'Accelerators, all together. Required without `workloads`, counted from them otherwise.',
  examples: [4],
});

export const workloadSchema = z
  .strictObject({
    replicas: wholeNumber(1, MOST_PODS).meta({ description: 'Number of pods.', examples: [6] }),
    cpu: number(LEAST, MOST_CPU).meta({ description: 'CPU request of one pod, in vCPU.', examples: [2] }),
    memoryGib: number(LEAST, MOST_MEMORY_GIB).meta({
      description: 'Memory request of one pod, in GiB.',
      examples: [4],
    }),
    gpus: wholeNumber(0, 16).meta({ description: 'Accelerators of one pod.' }).default(0),
    spread: z
      .enum(['zones', 'nodes', 'none'])
      .meta({
        description:
          '`zones`: as evenly over the zones as they go; `nodes`: no two pods on one node; `none`: anywhere.',
      })
      .default('zones'),
    interruptible: z
      .boolean()
      .meta({ description: 'Whether a pod may be taken away at any time, for a cheaper machine.' })
      .default(false),
  })
  .meta({
    description: 'Pods of one shape.',
    examples: [{ replicas: 6, cpu: 2, memoryGib: 4 }],
  }) satisfies z.ZodType<Workload>;

const architecture = z.enum(['amd64', 'arm64']);
const machineClass = z.enum(['general', 'compute', 'memory', 'burstable', 'gpu']);

/** As it stands in the file, before the totals are counted. */
export const writtenCapacitySchema = z
  .strictObject({
    cpu: cpu.optional(),
    memoryGib: memoryGib.optional(),
    pods: pods.optional(),
    workloads: z
      .record(z.string(), workloadSchema)
      .meta({
        propertyNames: { pattern: LABEL.source },
        description: 'Pod shapes, by name, instead of the totals: those are then counted from the shapes.',
        examples: [{ web: { replicas: 6, cpu: 2, memoryGib: 4 } }],
      })
      .default({}),
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
        description: 'Largest single pod; it must fit one node. Not with `workloads`.',
        examples: [{ cpu: 4, memoryGib: 16 }],
      })
      .optional(),
    interruptiblePercent: number(0, 100)
      .meta({
        description:
          'Part of CPU, memory and pods that may be taken away at any time, in percent. Not with `workloads`.',
        examples: [30],
      })
      .default(0),
    gpus: z
      .strictObject({
        count: gpuCount.optional(),
        model: line({ description: 'Model of the accelerators. Absent: any.', examples: ['L4'] }).optional(),
      })
      .meta({
        description: 'Accelerators. Machines of the class `gpu` are then added by themselves. Absent: none.',
        examples: [{ count: 4, model: 'L4' }],
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
    description: 'What the workload needs, before headroom: totals, or pod shapes.',
    examples: [{ cpu: 24, memoryGib: 96, pods: 200 }],
  });

export const capacitySchema = writtenCapacitySchema.transform(capacityOf) satisfies z.ZodType<Capacity>;
