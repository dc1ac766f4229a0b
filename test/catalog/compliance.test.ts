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
  });

  it('refute what the rule of the regime excludes', () => {
    expect(regimesOf('eks', 'refuted')).toEqual(['SecNumCloud']);
    expect(regimesOf('gke', 'refuted')).toEqual(['SecNumCloud']);
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

  it('limit a proof to regions that exist', () => {
    const provider = { eks: 'aws', gke: 'gcp' } as const;
    const known = new Set(catalog.regions.map((region) => `${region.provider}/${region.id}`));
    const listed = catalog.compliance.flatMap((fact) =>
      (fact.regions ?? []).map((id) => `${provider[fact.service]}/${id}`),
    );
    expect(listed.length).toBe(17);
    expect(listed.filter((key) => !known.has(key))).toEqual([]);
    expect(catalog.compliance.filter((fact) => fact.regions && fact.status !== 'proven')).toEqual([]);
  });

  it('are about known regimes, and say nothing only of ITAR on EKS', () => {
    const known: readonly string[] = KNOWN_REGIMES;
    expect(catalog.compliance.filter((fact) => !known.includes(fact.regime))).toEqual([]);
    const silent = KNOWN_REGIMES.flatMap((regime) =>
      ['eks', 'gke'].filter((service) => !factOf(service, regime)).map((service) => `${service}/${regime}`),
    );
    expect(silent).toEqual(['eks/ITAR']);
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
