import { parseRequest } from '../../../../lib/decision/request';
import { edit, problemsOf, SHAPES, SHORTEST } from '../texts';

const TOTALS = '{ cpu: 24, memoryGib: 96, pods: 200 }';

/** The shortest request with another capacity; its value begins at 7:15. */
const withCapacity = (capacity: string): string => edit(SHORTEST, TOTALS, capacity);

function capacityOf(text: string): unknown {
  const parsed = parseRequest(text);
  return parsed.ok ? parsed.request.clusters.api?.capacity : parsed.problems;
}

describe('capacity as pod shapes', () => {
  it('counts the totals from the shapes, without the dust of binary fractions', () => {
    expect(capacityOf(SHAPES)).toEqual({
      workloads: {
        web: { replicas: 6, cpu: 0.1, memoryGib: 0.5, gpus: 0, spread: 'zones', interruptible: false },
        queue: { replicas: 3, cpu: 2, memoryGib: 16, gpus: 0, spread: 'nodes', interruptible: false },
        render: { replicas: 4, cpu: 4, memoryGib: 8, gpus: 1, spread: 'none', interruptible: true },
      },
      cpu: 22.6,
      memoryGib: 83,
      pods: 13,
      headroomPercent: 0,
      largestPod: { cpu: 4, memoryGib: 16 },
      interruptiblePercent: 70.796,
      gpus: { count: 4 },
      architectures: ['amd64'],
      machineClasses: ['general', 'compute', 'memory', 'gpu'],
    });
  });

  it('takes the model of accelerators beside the shapes that ask for them', () => {
    const text = edit(SHAPES, '      workloads:', '      gpus: { model: L4 }\n      workloads:');
    expect(capacityOf(text)).toMatchObject({ gpus: { count: 4, model: 'L4' } });
  });

  it('leaves accelerators out when no shape has any, and keeps headroom', () => {
    expect(
      capacityOf(
        withCapacity('{ headroomPercent: 10, workloads: { a: { replicas: 3, cpu: 0.1, memoryGib: 1 } } }'),
      ),
    ).toEqual({
      workloads: {
        a: { replicas: 3, cpu: 0.1, memoryGib: 1, gpus: 0, spread: 'zones', interruptible: false },
      },
      cpu: 0.3,
      memoryGib: 3,
      pods: 3,
      headroomPercent: 10,
      largestPod: { cpu: 0.1, memoryGib: 1 },
      interruptiblePercent: 0,
      architectures: ['amd64'],
      machineClasses: ['general', 'compute', 'memory'],
    });
  });

  it('refuses totals beside shapes, each with the way out', () => {
    expect(
      problemsOf(
        edit(
          SHAPES,
          '      workloads:',
          [
            '      cpu: 24',
            '      memoryGib: 96',
            '      pods: 200',
            '      largestPod: { cpu: 4, memoryGib: 16 }',
            '      interruptiblePercent: 20',
            '      gpus: { count: 4 }',
            '      workloads:',
          ].join('\n'),
        ),
      ),
    ).toEqual([
      "8:7 clusters.api.capacity.cpu: must not stand beside 'workloads', which 'cpu' is taken from; remove it, or remove 'workloads' and give totals",
      "9:7 clusters.api.capacity.memoryGib: must not stand beside 'workloads', which 'memoryGib' is taken from; remove it, or remove 'workloads' and give totals",
      "10:7 clusters.api.capacity.pods: must not stand beside 'workloads', which 'pods' is taken from; remove it, or remove 'workloads' and give totals",
      "11:7 clusters.api.capacity.largestPod: must not stand beside 'workloads', which 'largestPod' is taken from; remove it, or remove 'workloads' and give totals",
      "12:7 clusters.api.capacity.interruptiblePercent: must not stand beside 'workloads'; remove it and say 'interruptible: true' in each workload that may be taken away",
      "13:15 clusters.api.capacity.gpus.count: must not stand beside 'workloads'; remove it and say with 'gpus' in each workload how many a pod needs",
    ]);
  });

  it('refuses a model of accelerators that no shape asks for', () => {
    expect(
      problemsOf(
        withCapacity('{ gpus: { model: L4 }, workloads: { a: { replicas: 1, cpu: 1, memoryGib: 1 } } }'),
      ),
    ).toEqual([
      "7:17 clusters.api.capacity.gpus: needs a workload with accelerators; found none; add 'gpus: 1' to one, or remove it",
    ]);
  });

  it('limits the sums as it limits totals', () => {
    expect(
      problemsOf(
        withCapacity(
          '{ workloads: { a: { replicas: 150000, cpu: 1000, memoryGib: 1000, gpus: 16 }, b: { replicas: 1, cpu: 1, memoryGib: 1 } } }',
        ),
      ),
    ).toEqual([
      '7:17 clusters.api.capacity.workloads: must add up to at most 1000000 vCPU; found 150000001; write several clusters',
      '7:17 clusters.api.capacity.workloads: must add up to at most 10000000 GiB; found 150000001; write several clusters',
      '7:17 clusters.api.capacity.workloads: must add up to at most 150000 pods; found 150001; write several clusters',
      '7:17 clusters.api.capacity.workloads: must add up to at most 40000 accelerators; found 2400000; write several clusters',
    ]);
  });

  it('wants shapes that are whole, by names that can be part of other names', () => {
    expect(problemsOf(withCapacity('{ workloads: { Web_1: { replicas: 0, cpu: 1 } } }'))).toEqual([
      "7:30 clusters.api.capacity.workloads.Web_1: the name of a workload must be 1 to 63 lower-case letters, digits and hyphens, with no hyphen at its ends; found 'Web_1'; did you mean 'web-1'?",
      "7:30 clusters.api.capacity.workloads.Web_1.memoryGib: is missing (memory request of one pod, in GiB); add it, for instance 'memoryGib: 4'",
      '7:49 clusters.api.capacity.workloads.Web_1.replicas: must be at least 1; found 0',
    ]);
  });
});

describe('capacity as totals', () => {
  it('names both ways when neither is there', () => {
    const neither =
      "7:5 clusters.api.capacity: must give totals ('cpu', 'memoryGib' and 'pods') or pod shapes ('workloads'); found neither; write it like { cpu: 24, memoryGib: 96, pods: 200 } or { workloads: { web: { replicas: 6, cpu: 2, memoryGib: 4 } } }";
    expect(problemsOf(withCapacity('{}'))).toEqual([neither]);
    expect(problemsOf(withCapacity('{ headroomPercent: 20, workloads: {} }'))).toEqual([neither]);
  });

  it('names each total that is missing, and the other way', () => {
    expect(problemsOf(withCapacity('{ cpu: 24 }'))).toEqual([
      "7:5 clusters.api.capacity.memoryGib: is missing (memory that the workload asks for, in GiB, without system daemons); add it, for instance 'memoryGib: 96', or give pod shapes in 'workloads'",
      "7:5 clusters.api.capacity.pods: is missing (pods of the workload, without those of daemon sets); add it, for instance 'pods: 200', or give pod shapes in 'workloads'",
    ]);
  });

  it('takes misspelt totals for what they are', () => {
    expect(problemsOf(withCapacity('{ cpus: 24, memory: 96, pod: 200 }'))).toEqual([
      "7:17 clusters.api.capacity.cpus: unknown key 'cpus'; allowed here are 'cpu', 'memoryGib', 'pods', 'workloads', 'headroomPercent', 'largestPod', 'interruptiblePercent', 'gpus', 'architectures', 'machineClasses'; did you mean 'cpu'?",
      "7:27 clusters.api.capacity.memory: unknown key 'memory'; allowed here are 'cpu', 'memoryGib', 'pods', 'workloads', 'headroomPercent', 'largestPod', 'interruptiblePercent', 'gpus', 'architectures', 'machineClasses'; did you mean 'memoryGib'?",
      "7:39 clusters.api.capacity.pod: unknown key 'pod'; allowed here are 'cpu', 'memoryGib', 'pods', 'workloads', 'headroomPercent', 'largestPod', 'interruptiblePercent', 'gpus', 'architectures', 'machineClasses'; did you mean 'pods'?",
    ]);
  });

  it('does not blame the absence of totals on shapes that are no map', () => {
    expect(problemsOf(withCapacity('{ workloads: web }'))).toEqual([
      "7:28 clusters.api.capacity.workloads: must be a map; found 'web'; write it like { web: { replicas: 6, cpu: 2, memoryGib: 4 } }",
    ]);
  });

  it('counts the largest pod among all pods', () => {
    expect(
      problemsOf(
        withCapacity('{ cpu: 24, memoryGib: 96, pods: 200, largestPod: { cpu: 25, memoryGib: 97 } }'),
      ),
    ).toEqual([
      "7:71 clusters.api.capacity.largestPod.cpu: must be at most 'capacity.cpu' (24), which counts all pods together; found 25",
      "7:86 clusters.api.capacity.largestPod.memoryGib: must be at most 'capacity.memoryGib' (96), which counts all pods together; found 97",
    ]);
    expect(
      problemsOf(
        withCapacity('{ cpu: 24, memoryGib: 96, pods: 200, largestPod: { cpu: 24, memoryGib: 96 } }'),
      ),
    ).toEqual([]);
  });

  it('adds machines with accelerators when accelerators are asked for', () => {
    expect(
      capacityOf(withCapacity('{ cpu: 24, memoryGib: 96, pods: 200, gpus: { count: 2 } }')),
    ).toMatchObject({
      gpus: { count: 2 },
      machineClasses: ['general', 'compute', 'memory', 'gpu'],
    });
    expect(
      capacityOf(
        withCapacity(
          '{ cpu: 24, memoryGib: 96, pods: 200, gpus: { count: 2 }, machineClasses: [gpu, general] }',
        ),
      ),
    ).toMatchObject({ machineClasses: ['gpu', 'general'] });
  });

  it('believes a list of classes, and says what it lacks', () => {
    expect(
      problemsOf(
        withCapacity('{ cpu: 24, memoryGib: 96, pods: 200, gpus: { model: L4 }, machineClasses: [general] }'),
      ),
    ).toEqual([
      "7:52 clusters.api.capacity.gpus.count: is missing (accelerators, all together); add it, for instance 'count: 4'",
      "7:89 clusters.api.capacity.machineClasses: must hold 'gpu', since 'gpus' asks for accelerators; add it, or leave 'machineClasses' out and it is added by itself",
    ]);
    expect(
      problemsOf(edit(SHAPES, '      workloads:', '      machineClasses: [general]\n      workloads:')),
    ).toEqual([
      "8:23 clusters.api.capacity.machineClasses: must hold 'gpu', since 'workloads' ask for accelerators; add it, or leave 'machineClasses' out and it is added by itself",
    ]);
  });
});
