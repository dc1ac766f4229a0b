import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedCatalog } from '../../../lib/catalog';
import { HEAD, overlayOf, problemsOf } from './texts';

describe('reading an overlay', () => {
  it('fills in what is left out', () => {
    expect(overlayOf('')).toEqual({
      apiVersion: 'kubewhere/overlay/v1',
      source: 'contract 4711',
      asOf: '2026-10-01',
      kind: 'user',
      sources: {},
      discounts: [],
      machineTypes: {},
      machinePrices: {},
      rates: {},
      controlPlane: {},
      autopilot: {},
      regions: {},
      kubernetes: {},
      compliance: {},
      hours: {},
      onPrem: {},
    });
  });

  it('reads the example of the documentation against the facts of the package', () => {
    const page = readFileSync(join(__dirname, '../../../docs/prices.md'), 'utf8');
    const [, example = ''] = /```yaml\n([\s\S]*?)```/.exec(page) ?? [];
    expect(example).toContain('discounts:');
    expect(problemsOf(example, embeddedCatalog())).toEqual([]);
  });

  it('reads JSON as well', () => {
    const text = JSON.stringify({ apiVersion: 'kubewhere/overlay/v1', source: 'a', asOf: '2026-10-01' });
    expect(problemsOf(text)).toEqual([]);
  });

  it('says what is missing, and how it is written', () => {
    expect(problemsOf('apiVersion: kubewhere/overlay/v1\n')).toEqual([
      '1:1 asOf: is missing (date of the figures); add it, for instance \'asOf: "2026-10-01"\'',
      "1:1 source: is missing (where the figures come from: words, or a key of sources); add it, for instance 'source: contract 4711'",
    ]);
  });

  it('speaks of an overlay where a request would be spoken of', () => {
    expect(problemsOf('')).toEqual([
      "1:1 (file): is empty; an overlay begins with 'apiVersion: kubewhere/overlay/v1'",
    ]);
    expect(problemsOf(`${HEAD}---\na: 1\n`)).toEqual([
      '5:1 (file): holds 2 YAML documents; found a second one here; write each overlay in a file of its own',
    ]);
    expect(problemsOf('apiVersion: kubewhere/v1\nsource: a\nasOf: "2026-10-01"\n')).toEqual([
      "1:13 apiVersion: must be 'kubewhere/overlay/v1'; found 'kubewhere/v1'",
    ]);
  });

  it('tells an unquoted date, an unknown key and an impossible price with their places, all at once', () => {
    const text = `\
apiVersion: kubewhere/overlay/v1
source: contract 4711
asOf: 1.10.2026
machinePrice: {}
machinePrices:
  awss: {}
  aws:
    eu-central-1:
      m.large: { usdPerHour: 0 }
      m.xlarge: { perHour: 0.1 }
`;
    expect(problemsOf(text)).toEqual([
      "3:7 asOf: must be a day between 2000-01-01 and 2099-12-31, written YYYY-MM-DD; found '1.10.2026'",
      "4:1 machinePrice: unknown key 'machinePrice'; allowed here are 'apiVersion', 'source', 'asOf', 'kind', 'sources', 'discounts', 'machineTypes', 'machinePrices', 'rates', 'controlPlane', 'eksAuto', 'gkeCredit', 'autopilot', 'regions', 'kubernetes', 'compliance', 'hours', 'onPrem'; did you mean 'machinePrices'?",
      "6:3 machinePrices.awss: unknown key 'awss'; allowed here are 'aws', 'gcp', 'azure'; did you mean 'aws'?",
      '9:30 machinePrices.aws.eu-central-1["m.large"].usdPerHour: must be at least 0.000001; found 0',
      "10:19 machinePrices.aws.eu-central-1[\"m.xlarge\"].perHour: unknown key 'perHour'; allowed here are 'usdPerHour', 'spotUsdPerHour', 'committed1yUsdPerHour', 'committed3yUsdPerHour', 'source', 'asOf'; did you mean 'usdPerHour'?",
    ]);
  });
});

describe('names in an overlay', () => {
  it('fails when a region or a machine type is known to nobody, naming the nearest', () => {
    const text = `${HEAD}\
machinePrices:
  aws:
    eu-central-2: { m.large: { usdPerHour: 1 } }
    us-east-1: { m.larg: { usdPerHour: 1 }, zz9: { usdPerHour: 1 } }
rates: { gcp: { europe-west33: { natHour: 0.1 } } }
autopilot: { eu-central-1: { vcpuHour: 0.04, memoryGibHour: 0.005 } }
discounts:
  - { provider: aws, percent: 5, regions: [us-est-1], families: [mm], types: [e-standard-4] }
`;
    expect(problemsOf(text)).toEqual([
      "6:5 machinePrices.aws.eu-central-2: 'eu-central-2' is no region of aws that is known here; did you mean 'eu-central-1'?",
      "7:18 machinePrices.aws.us-east-1[\"m.larg\"]: 'm.larg' is no machine type of aws that is known here; did you mean 'm.large'?",
      "7:45 machinePrices.aws.us-east-1.zz9: 'zz9' is no machine type of aws that is known here; add it under 'machineTypes' if it is new",
      "8:17 rates.gcp.europe-west33: 'europe-west33' is no region of gcp that is known here; did you mean 'europe-west3'?",
      "9:14 autopilot.eu-central-1: 'eu-central-1' is no region of gcp that is known here; add it under 'regions' if it is new",
      "11:44 discounts[0].regions[0]: 'us-est-1' is no region of aws that is known here; did you mean 'us-east-1'?",
      "11:66 discounts[0].families[0]: 'mm' is no family of aws that is known here; add it under 'machineTypes' if it is new",
      "11:79 discounts[0].types[0]: 'e-standard-4' is no machine type of aws that is known here; add it under 'machineTypes' if it is new",
    ]);
  });

  it('takes a new region and a new machine type when their records are whole', () => {
    const text = `${HEAD}\
regions:
  aws:
    eu-central-9:
      name: Europe (Nowhere)
      country: DE
      jurisdiction: EU
      operator: { legalEntity: A Company, jurisdiction: DE, ultimateParent: DE }
machineTypes: { aws: { m9.large: { vcpu: 2, memoryGib: 8, architecture: amd64, class: general } } }
machinePrices: { aws: { eu-central-9: { m9.large: { usdPerHour: 0.1 } } } }
`;
    expect(problemsOf(text)).toEqual([]);
  });

  it('fails when a record of something unknown is no whole', () => {
    const text = `${HEAD}\
regions: { aws: { eu-centrall-1: { zones: 2, country: DE } } }
machineTypes: { gcp: { e-standard-5: { vcpu: 4 } } }
`;
    expect(problemsOf(text)).toEqual([
      "4:19 regions.aws.eu-centrall-1: 'eu-centrall-1' is no region of aws that is known here; did you mean 'eu-central-1'?; a new one also needs 'name', 'jurisdiction', 'operator'",
      "5:24 machineTypes.gcp.e-standard-5: 'e-standard-5' is no machine type of gcp that is known here; did you mean 'e-standard-4'?; a new one also needs 'memoryGib', 'architecture', 'class'",
    ]);
  });

  it('fails when a regime or a row of hours is known to nobody', () => {
    const text = `${HEAD}\
compliance: { gke: { SOC-2: { status: proven, note: Read it., regions: [europe-west33] } } }
hours: { eks: { Upgrade: { hoursPerMonth: 2 } } }
`;
    expect(problemsOf(text)).toEqual([
      "4:22 compliance.gke.SOC-2: 'SOC-2' is no regime that is known here; known are 'PCI-DSS', 'HIPAA', 'SOC2', 'ISO27001', 'C5', 'ENS', 'IRAP', 'HDS', 'SecNumCloud', 'FedRAMP-Moderate', 'FedRAMP-High', 'GDPR', 'ITAR'; did you mean 'SOC2'?",
      "4:73 compliance.gke.SOC-2.regions[0]: 'europe-west33' is no region that is known here; did you mean 'europe-west3'?",
      "5:17 hours.eks.Upgrade: 'Upgrade' is no row of eks; rows are 'Upgrades', 'Routine'; did you mean 'Upgrades'?; a new one also needs 'rationale'",
    ]);
  });

  it('fails when steps of egress do not rise or do not end', () => {
    const text = `${HEAD}\
rates:
  aws:
    eu-central-1: { egress: [{ uptoGib: 100, usdPerGib: 1 }, { uptoGib: 100, usdPerGib: 1 }, { usdPerGib: 1 }] }
    us-east-1: { egress: [{ usdPerGib: 1 }, { uptoGib: 5, usdPerGib: 1 }] }
`;
    expect(problemsOf(text)).toEqual([
      '6:73 rates.aws.eu-central-1.egress[1].uptoGib: must be greater than the end of the step before (100); found 100',
      "7:27 rates.aws.us-east-1.egress[0]: needs 'uptoGib', for another step follows",
      "7:47 rates.aws.us-east-1.egress[1].uptoGib: the last step must have no 'uptoGib': it holds for all above; remove it",
    ]);
  });

  it('fails when a support window ends before it begins to be extended, or of no version', () => {
    const text = `${HEAD}\
kubernetes:
  eks:
    "1.36": { standardUntil: "2027-08-02", extendedUntil: "2027-08-01" }
    "1.36.2": { standardUntil: "2027-08-02" }
`;
    expect(problemsOf(text)).toEqual([
      "6:59 kubernetes.eks[\"1.36\"].extendedUntil: must not be before 'standardUntil' (2027-08-02); found '2027-08-01'",
      "7:5 kubernetes.eks[\"1.36.2\"]: must be a minor version such as '1.34'; found '1.36.2'",
    ]);
  });
});
