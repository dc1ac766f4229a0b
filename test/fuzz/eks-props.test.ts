import { Testing } from 'cdktf';
import fc from 'fast-check';
import { EksCluster, type EksClusterProps } from '../../lib/eks';
import { eksStack } from '../eks/eks-stack';
import type { SynthesizedStack } from '../support/synthesized';
import { anyProps, validProps } from './eks-props';

/** Each run is a whole cluster; `KUBEWHERE_FUZZ_RUNS` asks for more. */
const RUNS = Number(process.env.KUBEWHERE_FUZZ_RUNS ?? 12);

/** With the validations of the tree, or as the constructors leave it. */
function synthesized(props: EksClusterProps, validations: boolean): string {
  const stack = eksStack();
  new EksCluster(stack, 'Cluster', props);
  return Testing.synth(stack, validations);
}

/** What expressions name and the stack does not hold. */
function danglingIn(json: string): readonly string[] {
  const { resource = {}, data = {} } = JSON.parse(json) as SynthesizedStack;
  const holds = (type = '', id = '', read: boolean) => (read ? data : resource)[type]?.[id] !== undefined;
  return [...json.matchAll(/\b(data\.)?(aws_[a-z0-9_]+)\.([A-Za-z]\w*_[0-9A-F]{8})\b/g)]
    .filter(([, read, type, id]) => !holds(type, id, read !== undefined))
    .map(([reference]) => reference);
}

describe('a cluster of EKS', () => {
  it('is synthesized from any props that are all right, the same to the byte, with nothing undefined or missing', () => {
    fc.assert(
      fc.property(validProps, (props) => {
        const json = synthesized(props, true);
        expect(synthesized(props, true)).toBe(json);
        expect(danglingIn(json)).toEqual([]);
        expect(json).not.toMatch(/undefined|NaN|\[object|\$\{TfToken/);
      }),
      { numRuns: RUNS },
    );
  }, 300_000);

  it('is synthesized, or refused with a ValidationError and with words, whatever the props hold', () => {
    fc.assert(
      fc.property(anyProps, (props) => {
        try {
          expect(danglingIn(synthesized(props, false))).toEqual([]);
        } catch (error) {
          const { name, message } = error as Error;
          expect([name, message]).toEqual(['ValidationError', expect.stringMatching(/\S{2,} .*\S/s)]);
          expect(message).not.toMatch(/\[object|Cannot read|is not a function/);
        }
      }),
      { numRuns: RUNS * 10 },
    );
  }, 300_000);
});
