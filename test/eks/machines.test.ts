import { Token } from 'cdktf';
import { Architecture } from '../../lib/cluster';
import { EksMachines, eksInstanceTypeOf } from '../../lib/eks';

describe('the machines of a pool', () => {
  it.each<[readonly string[], Architecture]>([
    [['m7i.large'], Architecture.AMD64],
    [['m7i.xlarge', 'm6a.xlarge', 'c7i-flex.xlarge'], Architecture.AMD64],
    [['m7g.large', 'c7gn.large', 'r8gd.large'], Architecture.ARM64],
    [['t4g.small', 'im4gn.large', 'a1.large'], Architecture.ARM64],
    [['i4g.large', 'x2gd.metal'], Architecture.ARM64],
  ])('knows the architecture of %j', (types, architecture) => {
    const machines = EksMachines.ofTypes(...types);
    expect(machines.instanceTypes).toEqual(types);
    expect(machines.architecture).toBe(architecture);
  });

  it.each<[readonly string[], Architecture, boolean]>([
    [['g4dn.xlarge', 'g5.xlarge', 'g6.xlarge'], Architecture.AMD64, true],
    [['gr6.4xlarge', 'p5en.48xlarge', 'p6-b200.48xlarge'], Architecture.AMD64, true],
    [['g5g.xlarge'], Architecture.ARM64, true],
    [['m7i.large', 'c7i.large'], Architecture.AMD64, false],
    [['m7g.large'], Architecture.ARM64, false],
  ])('knows whether %j have GPUs', (types, architecture, hasGpus) => {
    const machines = EksMachines.ofTypes(...types);
    expect([machines.architecture, machines.hasGpus]).toEqual([architecture, hasGpus]);
  });

  it.each<[readonly string[], boolean]>([
    [['inf2.xlarge', 'inf2.8xlarge'], true],
    [['inf1.xlarge'], true],
    [['trn1.2xlarge'], true],
    [['trn1n.32xlarge'], true],
    [['trn2.48xlarge'], true],
    [['g6.xlarge'], false],
    [['m7i.large'], false],
  ])('knows whether %j have Neuron chips', (types, hasNeuron) => {
    expect(EksMachines.ofTypes(...types).hasNeuron).toBe(hasNeuron);
  });

  it.each<[readonly string[], string]>([
    [[], "'machines' must name at least one type such as 'm7i.large'; found none"],
    [['m7i'], "'machines' 'm7i' is no instance type such as 'm7i.large'"],
    [['M7i.large'], "'machines' 'M7i.large' is no instance type such as 'm7i.large'"],
    [['m7i.large', 'm7i.large'], "'machines' names 'm7i.large' twice; name each type once"],
    [
      ['g4ad.xlarge'],
      "'machines' 'g4ad.xlarge' carries accelerators that cannot be used here; with GPUs there are the families g4dn, g5, g5g, g6, g6e, g6f, g7e, gr6, gr6f, p3dn, p4d, p4de, p5, p5e, p5en, p6-b200, p6-b300; with Neuron chips inf1, inf2, trn1, trn1n, trn2",
    ],
    [
      ['p3.2xlarge'],
      "'machines' 'p3.2xlarge' carries accelerators that cannot be used here; with GPUs there are the families g4dn, g5, g5g, g6, g6e, g6f, g7e, gr6, gr6f, p3dn, p4d, p4de, p5, p5e, p5en, p6-b200, p6-b300; with Neuron chips inf1, inf2, trn1, trn1n, trn2",
    ],
    [
      ['inf2.xlarge', 'm7i.large'],
      "'machines' (inf2.xlarge, m7i.large) mix types with Neuron chips and without; nodes of a pool share one machine image, so make two pools",
    ],
    [
      ['g6.xlarge', 'm7i.large'],
      "'machines' (g6.xlarge, m7i.large) mix types with GPUs and without; nodes of a pool share one machine image, so make two pools",
    ],
    [
      ['g6.xlarge', 'm7g.large'],
      "'machines' (g6.xlarge, m7g.large) mix amd64 and arm64; nodes of a pool share one machine image, so make two pools; 'machines' (g6.xlarge, m7g.large) mix types with GPUs and without; nodes of a pool share one machine image, so make two pools",
    ],
    [
      ['t2.large'],
      "'machines' 't2.large' is not built on Nitro, so its pods would run out of addresses; take a current family such as 'm7i'",
    ],
    [['m7g.medium'], "'machines' 'm7g.medium' cannot hold the addresses of 110 pods; take 'large' or larger"],
    [['t3.micro'], "'machines' 't3.micro' cannot hold the addresses of 110 pods; take 'small' or larger"],
    [
      ['m7i.large', 'm7g.large'],
      "'machines' (m7i.large, m7g.large) mix amd64 and arm64; nodes of a pool share one machine image, so make two pools",
    ],
    [
      [Token.asString({ Ref: 'x' })],
      "'machines' holds a token; the machine image depends on the type, so it must be known at synthesis",
    ],
  ])('fails when they are %j', (types, message) => {
    expect(() => EksMachines.ofTypes(...types)).toThrow(
      expect.objectContaining({ message, name: 'ValidationError' }),
    );
  });

  it('are found by shape', () => {
    const machines = EksMachines.ofShape({ vcpu: 4, memoryGib: 32, architecture: Architecture.ARM64 });
    expect(machines.instanceTypes).toEqual(['r7g.xlarge']);
    expect(machines.architecture).toBe(Architecture.ARM64);
  });

  // Every shape there is: a changed answer replaces the nodes of whoever asked by that shape
  it.each<[Architecture, string]>([
    [
      Architecture.AMD64,
      '2/4 c7i.large, 2/8 m7i.large, 2/16 r7i.large, 4/8 c7i.xlarge, 4/16 m7i.xlarge, 4/32 r7i.xlarge, 8/16 c7i.2xlarge, 8/32 m7i.2xlarge, 8/64 r7i.2xlarge, 16/32 c7i.4xlarge, 16/64 m7i.4xlarge, 16/128 r7i.4xlarge, 32/64 c7i.8xlarge, 32/128 m7i.8xlarge, 32/256 r7i.8xlarge, 48/96 c7i.12xlarge, 48/192 m7i.12xlarge, 48/384 r7i.12xlarge, 64/128 c7i.16xlarge, 64/256 m7i.16xlarge, 64/512 r7i.16xlarge, 96/192 c7i.24xlarge, 96/384 m7i.24xlarge, 96/768 r7i.24xlarge, 192/384 c7i.48xlarge, 192/768 m7i.48xlarge, 192/1536 r7i.48xlarge',
    ],
    [
      Architecture.ARM64,
      '2/4 c7g.large, 2/8 m7g.large, 2/16 r7g.large, 4/8 c7g.xlarge, 4/16 m7g.xlarge, 4/32 r7g.xlarge, 8/16 c7g.2xlarge, 8/32 m7g.2xlarge, 8/64 r7g.2xlarge, 16/32 c7g.4xlarge, 16/64 m7g.4xlarge, 16/128 r7g.4xlarge, 32/64 c7g.8xlarge, 32/128 m7g.8xlarge, 32/256 r7g.8xlarge, 48/96 c7g.12xlarge, 48/192 m7g.12xlarge, 48/384 r7g.12xlarge, 64/128 c7g.16xlarge, 64/256 m7g.16xlarge, 64/512 r7g.16xlarge',
    ],
  ])('have these shapes on %s', (architecture, table) => {
    for (const row of table.split(', ')) {
      const [, vcpu, memoryGib, type] = /^(\d+)\/(\d+) (.+)$/.exec(row) ?? [];
      const shape = { vcpu: Number(vcpu), memoryGib: Number(memoryGib), architecture };
      expect([row, eksInstanceTypeOf(shape)]).toEqual([row, type]);
    }
  });

  it.each<[number, number, Architecture, string]>([
    [
      4,
      20,
      Architecture.AMD64,
      "'machines' of the shape (4 vCPU with 20 GiB, amd64) do not exist here; nearest are 4 vCPU with 16 GiB (m7i.xlarge), 4 vCPU with 32 GiB (r7i.xlarge), 4 vCPU with 8 GiB (c7i.xlarge)",
    ],
    [
      192,
      768,
      Architecture.ARM64,
      "'machines' of the shape (192 vCPU with 768 GiB, arm64) do not exist here; nearest are 64 vCPU with 512 GiB (r7g.16xlarge), 48 vCPU with 384 GiB (r7g.12xlarge), 64 vCPU with 256 GiB (m7g.16xlarge)",
    ],
    [
      0,
      -1,
      Architecture.AMD64,
      "'machines' of the shape (0 vCPU with -1 GiB, amd64) do not exist here; nearest are 2 vCPU with 4 GiB (c7i.large), 2 vCPU with 8 GiB (m7i.large), 2 vCPU with 16 GiB (r7i.large)",
    ],
  ])(
    'fails when none has %d vCPU and %d GiB on %s, naming the nearest',
    (vcpu, memoryGib, architecture, message) => {
      expect(() => EksMachines.ofShape({ vcpu, memoryGib, architecture })).toThrow(
        expect.objectContaining({ message, name: 'ValidationError' }),
      );
    },
  );
});
