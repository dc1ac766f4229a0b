import { GkeMachine, type GkeNodePoolHost, type GkeNodePoolOptions } from '../../lib/gke';
import { describeConfidential, GkeConfidential } from '../../lib/gke/confidential';
import { GkeBootDiskType } from '../../lib/gke/disks';
import { nodesBeyondDefault, poolBeyondDefault, refusalOf } from './pools';

const { SEV, SEV_SNP, TDX } = GkeConfidential;
const N2D = GkeMachine.ofType('n2d-standard-4');

describe('machines that can be confidential', () => {
  it.each([
    ['n2d-standard-4', [SEV, SEV_SNP]],
    ['c2d-standard-4', [SEV]],
    ['c3d-standard-4', [SEV]],
    ['c4d-standard-4', [SEV]],
    ['c3-standard-4', [TDX]],
    ['a3-highgpu-1g', [TDX]],
    ['c3-standard-4-lssd', []],
    ['c3-highmem-4', []],
    ['a3-highgpu-8g', []],
    ['e2-standard-4', []],
    ['n2-standard-4', []],
  ])('are %s: %j', (machineType, types) => {
    expect(
      [SEV, SEV_SNP, TDX].filter((type) => describeConfidential(type, machineType) === undefined),
    ).toEqual(types);
  });
});

describe('a pool of confidential nodes', () => {
  it('says how, and has a disk of its own kind when told to', () => {
    const options = {
      machine: N2D,
      confidential: SEV_SNP,
      confidentialDisk: true,
      bootDisk: { type: GkeBootDiskType.HYPERDISK_BALANCED },
    };
    expect(nodesBeyondDefault(options)).toEqual({
      machine_type: 'n2d-standard-4',
      disk_type: 'hyperdisk-balanced',
      confidential_nodes: { enabled: true, confidential_instance_type: 'SEV_SNP' },
      enable_confidential_storage: true,
    });
    expect(poolBeyondDefault(options)).toEqual({});
  });

  it('says nothing where the cluster does', () => {
    expect(nodesBeyondDefault({ machine: N2D }, { confidentialNodes: SEV })).toEqual({
      machine_type: 'n2d-standard-4',
    });
  });

  it.each<[Partial<GkeNodePoolOptions>, Partial<GkeNodePoolHost>, string]>([
    [
      { confidential: SEV },
      {},
      `'confidential' SEV needs a machine of the series N2D, C2D, C3D or C4D; 'e2-standard-4' is none`,
    ],
    [
      { confidential: SEV_SNP },
      {},
      `'confidential' SEV_SNP needs a machine of the series N2D; 'e2-standard-4' is none`,
    ],
    [
      {},
      { confidentialNodes: TDX },
      `'confidentialNodes' of the cluster TDX needs a machine of the series C3 (standard), or the type a3-highgpu-1g; 'e2-standard-4' is none`,
    ],
    [{ confidentialDisk: true }, {}, `'confidentialDisk' needs the 'bootDisk' type HYPERDISK_BALANCED`],
  ])('is refused: %#', (options, host, message) => {
    expect(refusalOf(options, host)).toBe(message);
  });
});
