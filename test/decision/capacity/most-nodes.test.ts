import { cheapestMix } from '../../../lib/decision/capacity/cheapest-mix';
import { problem, shape, text } from './brute-force';

describe('a mix of thousands of nodes', () => {
  it('has no more nodes than Kubernetes is designed for where fewer large ones hold the same', () => {
    const small = shape('a', 2, 2, 10);
    const large = shape('b', 8, 8, 50);
    const pods = [
      { name: 'p', replicas: 12_000, milliCpu: 2, memoryMib: 2, gpus: 0, spread: 'none' as const },
    ];
    const question = problem({ milliCpu: 24_000, memoryMib: 24_000, pods: 12_000 }, { zones: 1 });
    const packed = { ...question, packings: [{ zones: 1, groups: pods }] };
    expect(text(cheapestMix(packed, [small, large]))).toBe('a×2664 b×2334 = 4998 nodes, 143340');
    expect(text(cheapestMix(question, [small, large]))).toBe('a×2664 b×2334 = 4998 nodes, 143340');
    // with nothing larger it is told how many there would be
    expect(text(cheapestMix(packed, [small]))).toBe('a×12000 = 12000 nodes, 120000');
    expect(text(cheapestMix(question, [small]))).toBe('a×12000 = 12000 nodes, 120000');
  });
});
