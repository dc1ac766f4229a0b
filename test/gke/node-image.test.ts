import { GkeMachine, GkeNodeImage } from '../../lib/gke';
import { describePools } from '../../lib/gke/private/pool-checks';
import { gkeStack } from './gke-stack';
import { definePool, nodesBeyondDefault, poolBeyondDefault, refusalOf } from './pools';

const WINDOWS = GkeNodeImage.WINDOWS_2022;

describe('the image of a node', () => {
  it('is the hardened one when it is said', () => {
    expect(nodesBeyondDefault({ image: GkeNodeImage.CONTAINER_OPTIMIZED })).toEqual({});
  });

  it.each([
    [GkeNodeImage.UBUNTU, { image_type: 'UBUNTU_CONTAINERD' }],
    [
      GkeNodeImage.WINDOWS_2019,
      { image_type: 'WINDOWS_LTSC_CONTAINERD', windows_node_config: { osversion: 'OS_VERSION_LTSC2019' } },
    ],
    [
      GkeNodeImage.WINDOWS_2022,
      { image_type: 'WINDOWS_LTSC_CONTAINERD', windows_node_config: { osversion: 'OS_VERSION_LTSC2022' } },
    ],
  ])('%s stands in its place', (image, expected) => {
    expect(nodesBeyondDefault({ image })).toEqual(expected);
    expect(poolBeyondDefault({ image })).toEqual({});
  });

  it('tells whether it is Windows', () => {
    expect(definePool(gkeStack(), { image: WINDOWS }).isWindows).toBe(true);
    expect(definePool(gkeStack(), { image: GkeNodeImage.UBUNTU }).isWindows).toBe(false);
  });

  it('of Windows is refused what only Linux has, all at once', () => {
    expect(
      refusalOf({
        image: WINDOWS,
        machine: GkeMachine.ofType('g2-standard-4'),
        linux: {},
        imageStreaming: true,
        maxPodsPerNode: 111,
      }),
    ).toBe(
      `a machine with GPUs goes with an image of Linux only; found Windows; 'linux' goes with an image of Linux only; found Windows; 'imageStreaming' goes with an image of Linux only; found Windows; 'maxPodsPerNode' (111) must be at most 110 on Windows`,
    );
  });

  it('of Windows is refused on Arm', () => {
    expect(refusalOf({ image: WINDOWS, machine: GkeMachine.ofType('c4a-standard-4') })).toBe(
      `'image' of Windows needs a machine of AMD's or Intel's; 'c4a-standard-4' is Arm`,
    );
  });

  it('must be the one with gVisor in a sandboxed pool', () => {
    expect(refusalOf({ image: GkeNodeImage.UBUNTU, sandbox: true })).toBe(
      `'sandbox' needs the image CONTAINER_OPTIMIZED, which has gVisor`,
    );
  });
});

describe('the pools of a cluster together', () => {
  const linux = definePool(gkeStack(), {});
  const windows = definePool(gkeStack(), { image: WINDOWS });
  const sandboxed = definePool(gkeStack(), { sandbox: true });

  it.each([
    ['none', []],
    ['one of Linux', [linux]],
    ['Windows beside Linux', [windows, linux]],
    ['a sandboxed one beside one that is not', [sandboxed, linux]],
  ])('are fine with %s', (_, pools) => {
    expect(describePools(pools)).toEqual([]);
  });

  it('need one of Linux', () => {
    expect(describePools([windows])).toEqual([
      `node pools 'general' run Windows, and none runs Linux, which GKE's own pods need; add one that does`,
    ]);
  });

  it('need one of Linux that is not sandboxed', () => {
    expect(describePools([windows, sandboxed])).toEqual([
      `node pools 'general' are sandboxed, and none is not, which GKE's own pods need; add one without 'sandbox'`,
    ]);
  });

  it('need nothing where GKE makes nodes by itself', () => {
    expect(describePools([windows], true)).toEqual([]);
    expect(describePools([sandboxed], true)).toEqual([]);
  });
});
