import { AWS_REPLACEMENTS, compareStacks, parseStack } from '../../lib/day-two';
import { synthesizeEks } from './eks-stack';
import { synthesizeFull } from './full-cluster';

describe('a cluster that asks for everything, on day two', () => {
  const full = synthesizeFull();

  it('is made of resources of which it is known what replaces them', () => {
    const unknown = Object.keys(full.resource ?? {}).filter((type) => !(type in AWS_REPLACEMENTS));
    expect(unknown).toEqual([]);
  });

  it('is what the smallest one can become without anything being replaced, removed or refused', () => {
    const [before, after] = [synthesizeEks(), full].map((stack) => parseStack(JSON.stringify(stack)));
    if (before === undefined || after === undefined) throw new Error('a stack cannot be read');
    expect(compareStacks(before, after)).toEqual({ findings: [], steps: [], unjudged: [] });
  });
});
