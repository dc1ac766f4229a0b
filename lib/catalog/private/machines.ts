import aws from '../data/aws-machines.json';
import azure from '../data/azure-machines.json';
import gcp from '../data/gcp-machines.json';
import type { MachineType, ProviderId } from '../types';
import { asOf, type SourceId } from './sources';

/** One line of the machine files; their `columns` name the fields. */
type Row = readonly [
  type: string,
  vcpu: number,
  memoryMib: number,
  architecture: MachineType['architecture'],
  machineClass: MachineType['class'],
];

type Gpu = readonly [model: string, count: number, memoryGib: number];

interface Table {
  readonly rows: readonly (readonly unknown[])[];
  readonly gpus: object;
  readonly confidential: readonly string[];
}

interface Origin {
  readonly shapes: SourceId;
  readonly confidential: SourceId;
}

function typesOf(provider: ProviderId, table: Table, origin: Origin): readonly MachineType[] {
  // TypeScript reads JSON arrays as unions; the tests check every column
  const rows = table.rows as readonly unknown[] as readonly Row[];
  const gpus = new Map(Object.entries(table.gpus) as unknown as [string, Gpu][]);
  const date = asOf(origin.shapes);
  return rows.map(([type, vcpu, memoryMib, architecture, machineClass]): MachineType => {
    const gpu = gpus.get(type);
    const confidential = table.confidential.includes(type);
    return {
      provider,
      type,
      vcpu,
      memoryMib,
      architecture,
      class: machineClass,
      ...(gpu ? { gpu: { model: gpu[0], count: gpu[1], memoryGib: gpu[2] } } : {}),
      ...(confidential ? { confidential, confidentialSource: origin.confidential } : {}),
      source: origin.shapes,
      asOf: date,
    };
  });
}

/** All machine types, AWS first, sizes of a family together on AWS and Google Cloud. */
export function machineTypes(): readonly MachineType[] {
  return [
    // no type that is carried of AWS has memory encrypted against the host: AMD SEV-SNP is on m6a, c6a and r6a
    ...typesOf('aws', aws, { shapes: 'aws-ec2', confidential: 'aws-ec2' }),
    ...typesOf('gcp', gcp, { shapes: 'gcp-compute', confidential: 'gcp-confidential' }),
    ...typesOf('azure', azure, { shapes: 'azure-sizes', confidential: 'azure-confidential' }),
  ];
}
