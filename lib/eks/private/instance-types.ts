import { Token } from 'cdktf';
import { Architecture } from '../../cluster';
import { describeUnknownAccelerator, hasNeuronChips, hasNvidiaGpus } from './accelerators';

const INSTANCE_TYPE = /^([a-z]+\d+[a-z0-9-]*)\.([a-z0-9-]+)$/;
/** Graviton: a `g` right behind the generation (m7g, c7gn, im4gn), and the first of them, a1. */
const ARM64_FAMILY = /^([a-z]+\d+g|a1$)/;
/** Not built on Nitro, which prefix delegation needs. @see https://docs.aws.amazon.com/eks/latest/userguide/cni-increase-ip-addresses.html */
const FAMILIES_WITHOUT_PREFIXES = new Set('c1 c3 c4 d2 h1 i2 i3 m1 m2 m3 m4 r3 r4 t1 t2 x1 x1e'.split(' '));
/** Their one or two network interfaces hold fewer prefixes than 110 pods need. */
const SIZES_TOO_SMALL = new Set(['nano', 'micro']);

/** Architecture of an instance type by its family's name. */
export function architectureOf(instanceType: string): Architecture {
  return ARM64_FAMILY.test(instanceType.split('.')[0] ?? '') ? Architecture.ARM64 : Architecture.AMD64;
}

/** One sentence for everything that would keep a node group of these types from starting; empty when they are fine. */
export function describeInstanceTypes(types: readonly string[]): readonly string[] {
  if (types.length === 0) return [`'machines' must name at least one type such as 'm7i.large'; found none`];
  const problems = types.flatMap((type, i) => {
    if (Token.isUnresolved(type))
      return [
        `'machines' holds a token; the machine image depends on the type, so it must be known at synthesis`,
      ];
    const match = INSTANCE_TYPE.exec(type);
    if (match === null) return [`'machines' '${type}' is no instance type such as 'm7i.large'`];
    const [, family = '', size = ''] = match;
    if (types.indexOf(type) !== i) return [`'machines' names '${type}' twice; name each type once`];
    const accelerated = describeUnknownAccelerator(type);
    if (accelerated !== undefined) return [accelerated];
    if (FAMILIES_WITHOUT_PREFIXES.has(family))
      return [
        `'machines' '${type}' is not built on Nitro, so its pods would run out of addresses; take a current family such as 'm7i'`,
      ];
    // The medium ones of the T families have three interfaces, those of all others two
    if (size === 'medium' && !family.startsWith('t'))
      return [`'machines' '${type}' cannot hold the addresses of 110 pods; take 'large' or larger`];
    if (SIZES_TOO_SMALL.has(size))
      return [`'machines' '${type}' cannot hold the addresses of 110 pods; take 'small' or larger`];
    return [];
  });
  const architectures = new Set(types.map(architectureOf));
  if (architectures.size > 1) {
    problems.push(
      `'machines' (${types.join(', ')}) mix amd64 and arm64; nodes of a pool share one machine image, so make two pools`,
    );
  }
  if (new Set(types.map(hasNvidiaGpus)).size > 1) {
    problems.push(
      `'machines' (${types.join(', ')}) mix types with GPUs and without; nodes of a pool share one machine image, so make two pools`,
    );
  }
  if (new Set(types.map(hasNeuronChips)).size > 1) {
    problems.push(
      `'machines' (${types.join(', ')}) mix types with Neuron chips and without; nodes of a pool share one machine image, so make two pools`,
    );
  }
  return problems;
}
