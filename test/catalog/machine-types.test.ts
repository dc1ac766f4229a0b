import { embeddedCatalog } from '../../lib/catalog';
import awsMachines from '../../lib/catalog/data/aws-machines.json';
import azureMachines from '../../lib/catalog/data/azure-machines.json';
import gcpMachines from '../../lib/catalog/data/gcp-machines.json';

const catalog = embeddedCatalog();
const files = { aws: awsMachines, gcp: gcpMachines, azure: azureMachines };

describe('the machine types', () => {
  it('keep the columns that the code reads', () => {
    for (const file of Object.values(files)) {
      expect(file.columns).toEqual(['type', 'vcpu', 'memoryMib', 'architecture', 'class']);
      expect(file.gpuColumns).toEqual(['model', 'count', 'memoryGib']);
    }
  });

  it('have whole MiB, whole vCPUs and a known architecture and class', () => {
    const bad = catalog.machineTypes.filter(
      (machine) =>
        !Number.isInteger(machine.vcpu) ||
        machine.vcpu < 2 ||
        !Number.isInteger(machine.memoryMib) ||
        machine.memoryMib < machine.vcpu * 1024 ||
        !['amd64', 'arm64'].includes(machine.architecture) ||
        !['general', 'compute', 'memory', 'burstable', 'gpu'].includes(machine.class),
    );
    expect(bad).toEqual([]);
  });

  it('have GPUs where their class says so, and nowhere else', () => {
    const gpus = catalog.machineTypes.flatMap((machine) =>
      machine.gpu ? [[machine.type, machine.class, ...Object.values(machine.gpu)]] : [],
    );
    expect(gpus).toEqual([
      ['g4dn.xlarge', 'gpu', 'NVIDIA T4', 1, 16],
      ['g5.xlarge', 'gpu', 'NVIDIA A10G', 1, 24],
      ['g5.2xlarge', 'gpu', 'NVIDIA A10G', 1, 24],
      ['g6.xlarge', 'gpu', 'NVIDIA L4', 1, 24],
      ['g6.2xlarge', 'gpu', 'NVIDIA L4', 1, 24],
      ['g2-standard-4', 'gpu', 'NVIDIA L4', 1, 24],
      ['g2-standard-8', 'gpu', 'NVIDIA L4', 1, 24],
      ['a2-highgpu-1g', 'gpu', 'NVIDIA A100 40GB', 1, 40],
      ['Standard_NC4as_T4_v3', 'gpu', 'NVIDIA T4', 1, 16],
      ['Standard_NV6ads_A10_v5', 'gpu', 'NVIDIA A10 (1/6)', 1, 4],
    ]);
    expect(catalog.machineTypes.filter((machine) => machine.class === 'gpu').length).toBe(gpus.length);
  });

  it('are confidential only where a text of the provider names their series', () => {
    const confidential = catalog.machineTypes.filter((machine) => machine.confidential);
    expect(confidential.map((machine) => [machine.type, machine.confidentialSource])).toEqual([
      ['n2d-standard-2', 'gcp-confidential'],
      ['n2d-standard-4', 'gcp-confidential'],
      ['n2d-standard-8', 'gcp-confidential'],
      ['n2d-standard-16', 'gcp-confidential'],
      ['c3-standard-4', 'gcp-confidential'],
      ['c3-standard-8', 'gcp-confidential'],
      ['c2d-standard-4', 'gcp-confidential'],
      ['Standard_DC4as_v5', 'azure-confidential'],
    ]);
    const named = Object.values(files).flatMap((file): string[] => file.confidential);
    expect(confidential.map((machine) => machine.type)).toEqual(named);
  });

  it('name GPUs and confidential machines that exist', () => {
    for (const file of Object.values(files)) {
      const types = file.rows.map(([type]) => type);
      const named = [...Object.keys(file.gpus), ...file.confidential];
      expect(named.filter((type) => !types.includes(type))).toEqual([]);
    }
  });
});
