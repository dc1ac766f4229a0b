import { edit, problemsOf, SHORTEST } from '../texts';

const STANDBY = `${SHORTEST}  standby:
    kubernetesVersion: "1.34"
    capacity: { cpu: 24, memoryGib: 96, pods: 200 }
    budget: { usdPerHour: 95 }
`;

/** Two clusters with relations, which stand from line 14 on. */
const related = (...relations: readonly string[]): string =>
  `${STANDBY}relations:\n${relations.map((relation) => `  - ${relation}\n`).join('')}`;

describe('relations between clusters', () => {
  it('takes a pair that is apart', () => {
    expect(
      problemsOf(related('{ primary: api, standby: standby, apart: [region, provider, jurisdiction] }')),
    ).toEqual([]);
  });

  it('wants clusters of the file on both sides', () => {
    expect(problemsOf(related('{ primary: apis, standby: other, apart: [region] }'))).toEqual([
      "14:16 relations[0].primary: must be a cluster of this file ('api', 'standby'); found 'apis'; did you mean 'api'?",
      "14:31 relations[0].standby: must be a cluster of this file ('api', 'standby'); found 'other'",
    ]);
  });

  it('wants two clusters, and something that they do not share', () => {
    expect(problemsOf(related('{ primary: api, standby: api, apart: [] }'))).toEqual([
      "14:30 relations[0].standby: must be another cluster than 'primary'; found 'api' for both",
      '14:42 relations[0].apart: must have at least 1 entry; found an empty list',
    ]);
    expect(problemsOf(related('{ primary: api, standby: standby, apart: [region, region, zone] }'))).toEqual([
      "14:55 relations[0].apart[1]: must occur once in the list; found 'region' again",
      "14:63 relations[0].apart[2]: must be one of 'region', 'provider', 'jurisdiction'; found 'zone'",
    ]);
    expect(problemsOf(related('{ primary: api, standby: standby }'))).toEqual([
      "14:5 relations[0].apart: is missing (what they must not share: a region or own site, a provider (or operator of a site), or a law); add it, for instance 'apart: [region, provider]'",
    ]);
  });

  it('wants each pair once, whichever of the two is the primary', () => {
    expect(
      problemsOf(
        related(
          '{ primary: api, standby: standby, apart: [region] }',
          '{ primary: standby, standby: api, apart: [provider] }',
        ),
      ),
    ).toEqual([
      "15:5 relations[1]: relates 'standby' and 'api', as 'relations[0]' does; put all of 'apart' into one entry",
    ]);
  });
});

describe('a cluster that must survive the loss of its place', () => {
  const surviving = (text: string) =>
    edit(text, '    budget:', '    availability: { surviveSiteLoss: true }\n    budget:');

  it('needs a relation that names it, and is told which', () => {
    expect(problemsOf(surviving(SHORTEST))).toEqual([
      "8:38 clusters.api.availability.surviveSiteLoss: needs a second cluster elsewhere that takes over; found no entry of 'relations' that names 'api'; add one such as { primary: api, standby: api-standby, apart: [region] }, or say 'surviveSiteLoss: false'",
    ]);
  });

  it('has one as primary and as standby', () => {
    expect(problemsOf(surviving(related('{ primary: api, standby: standby, apart: [region] }')))).toEqual([]);
    expect(problemsOf(surviving(related('{ primary: standby, standby: api, apart: [provider] }')))).toEqual(
      [],
    );
  });
});

describe('files of prices', () => {
  const overlays = (list: string) => problemsOf(`${SHORTEST}overlays: ${list}\n`);

  it('stand beside the request, or in folders near it', () => {
    expect(overlays('[prices.yaml, prices/eu west.yaml, ../shared/prices.json]')).toEqual([]);
  });

  it('are refused where the request would mean something else on another machine', () => {
    const rule =
      "must be a path relative to this file with '/' between folders, such as 'prices/negotiated.yaml'";
    expect(overlays('[/etc/a, ~/a, "C:\\\\a", "a\\\\b", "https://example.com/a", "a\\nb", ""]')).toEqual([
      `9:12 overlays[0]: ${rule}; found '/etc/a'`,
      `9:20 overlays[1]: ${rule}; found '~/a'`,
      `9:25 overlays[2]: ${rule}; found 'C:\\a'`,
      `9:34 overlays[3]: ${rule}; found 'a\\b'`,
      `9:42 overlays[4]: ${rule}; found 'https://example.com/a'`,
      `9:67 overlays[5]: ${rule}; found 'a\\nb'`,
      `9:75 overlays[6]: ${rule}; found ''`,
    ]);
  });

  it('are given once each', () => {
    expect(overlays('[a.yaml, b.yaml, a.yaml]')).toEqual([
      "9:28 overlays[2]: must occur once in the list; found 'a.yaml' again",
    ]);
  });
});
