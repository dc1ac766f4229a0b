import { embeddedCatalog, KNOWN_REGIMES } from '../../lib/catalog';

const catalog = embeddedCatalog();
const regimesOf = (service: string, status: string) =>
  catalog.compliance
    .filter((fact) => fact.service === service && fact.status === status)
    .map((fact) => fact.regime)
    .sort();
const factOf = (service: string, regime: string) =>
  catalog.compliance.find((fact) => fact.service === service && fact.regime === regime);

describe('the compliance facts', () => {
  it('prove only what a text of the provider says of the service', () => {
    expect(regimesOf('eks', 'proven')).toEqual([
      'C5',
      'ENS',
      'FedRAMP-High',
      'FedRAMP-Moderate',
      'HIPAA',
      'IRAP',
      'ISO27001',
      'PCI-DSS',
      'SOC2',
    ]);
    expect(regimesOf('gke', 'proven')).toEqual(['ITAR', 'PCI-DSS']);
    expect(regimesOf('aks', 'proven')).toEqual(['FedRAMP-High', 'FedRAMP-Moderate']);
    expect(regimesOf('ec2', 'proven')).toEqual([]);
  });

  it('leave unknown what is documented for the platform only, and the law', () => {
    expect(regimesOf('eks', 'unknown')).toEqual(['GDPR', 'HDS']);
    expect(regimesOf('gke', 'unknown')).toEqual([
      'C5',
      'ENS',
      'FedRAMP-High',
      'FedRAMP-Moderate',
      'GDPR',
      'HDS',
      'HIPAA',
      'IRAP',
      'ISO27001',
      'SOC2',
    ]);
    expect(regimesOf('aks', 'unknown')).toEqual([
      'C5',
      'ENS',
      'GDPR',
      'HDS',
      'HIPAA',
      'IRAP',
      'ISO27001',
      'PCI-DSS',
      'SOC2',
    ]);
  });

  it('leave to the user all that a cluster on rented machines needs evidence for', () => {
    expect(regimesOf('ec2', 'unknown')).toEqual([
      'C5',
      'ENS',
      'FedRAMP-High',
      'FedRAMP-Moderate',
      'GDPR',
      'HDS',
      'HIPAA',
      'IRAP',
      'ISO27001',
      'ITAR',
      'PCI-DSS',
      'SOC2',
    ]);
    expect(factOf('ec2', 'PCI-DSS')?.note).toBe(
      'At most the machines, disks and network below are in the scope of AWS, and its list was not read for them. Kubernetes, etcd, the operating system and the audit are in your own scope: supply your evidence.',
    );
  });

  it('refute what the rule of the regime excludes', () => {
    expect(regimesOf('eks', 'refuted')).toEqual(['SecNumCloud']);
    expect(regimesOf('gke', 'refuted')).toEqual(['SecNumCloud']);
    expect(regimesOf('aks', 'refuted')).toEqual(['SecNumCloud']);
    expect(regimesOf('ec2', 'refuted')).toEqual(['SecNumCloud']);
  });

  it('prove FedRAMP Moderate in GovCloud by the High authorization there', () => {
    expect(factOf('eks', 'FedRAMP-High')?.regions).toEqual(['us-gov-east-1', 'us-gov-west-1']);
    expect(factOf('eks', 'FedRAMP-Moderate')?.regions).toEqual([
      'us-east-1',
      'us-east-2',
      'us-west-1',
      'us-west-2',
      'us-gov-east-1',
      'us-gov-west-1',
    ]);
  });

  it('limit FedRAMP on AKS to the public regions in the United States', () => {
    const american = catalog.regions
      .filter((region) => region.partition === 'azure' && region.country === 'US')
      .map((region) => region.id);
    expect(factOf('aks', 'FedRAMP-High')?.regions).toEqual(american);
    expect(factOf('aks', 'FedRAMP-Moderate')?.regions).toEqual(american);
    expect(american.length).toBe(9);
  });

  it('limit a proof to regions that exist', () => {
    const provider = { eks: 'aws', gke: 'gcp', aks: 'azure', ec2: 'aws' } as const;
    const known = new Set(catalog.regions.map((region) => `${region.provider}/${region.id}`));
    const listed = catalog.compliance.flatMap((fact) =>
      (fact.regions ?? []).map((id) => `${provider[fact.service]}/${id}`),
    );
    expect(listed.length).toBe(35);
    expect(listed.filter((key) => !known.has(key))).toEqual([]);
    expect(catalog.compliance.filter((fact) => fact.regions && fact.status !== 'proven')).toEqual([]);
  });

  it('are about known regimes, and say nothing only of ITAR on EKS and AKS', () => {
    const known: readonly string[] = KNOWN_REGIMES;
    expect(catalog.compliance.filter((fact) => !known.includes(fact.regime))).toEqual([]);
    const silent = KNOWN_REGIMES.flatMap((regime) =>
      ['eks', 'gke', 'aks', 'ec2']
        .filter((service) => !factOf(service, regime))
        .map((service) => `${service}/${regime}`),
    );
    expect(silent).toEqual(['eks/ITAR', 'aks/ITAR']);
  });

  it('tell what to do about a law', () => {
    expect(factOf('gke', 'GDPR')?.note).toBe(
      'A law, not a certificate, so no service can prove it. Sign the data-processing agreement, choose a place in the EU or EEA, settle the basis for transfers, and supply that agreement as evidence.',
    );
  });

  it('carry a note each', () => {
    expect(catalog.compliance.filter((fact) => fact.note.length < 15)).toEqual([]);
  });
});
