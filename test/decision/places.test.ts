import { racksOf, regionPlace, sitePlace } from '../../lib/decision/places';
import { FRANKFURT, machine } from './requests';
import { SMALL } from './small-catalog';

const [region] = SMALL.regions;

describe('the place of a candidate', () => {
  it('is one object for each region of a catalogue', () => {
    if (region === undefined) throw new Error('no region');
    expect(regionPlace(region)).toBe(regionPlace(region));
    expect(regionPlace({ ...region, zones: undefined })).toMatchObject({
      id: 'eu-central-1',
      zones: undefined,
    });
  });

  it('at a site is run by the user under the law of its country, unless the request names an operator', () => {
    expect(sitePlace('frankfurt', FRANKFURT)).toMatchObject({
      kind: 'site',
      name: 'Frankfurt am Main',
      jurisdiction: 'EU',
      operator: { legalEntity: 'your own organisation', jurisdiction: 'DE', ultimateParent: 'DE' },
      zones: 3,
    });
    const operator = { legalEntity: 'Hoster', jurisdiction: 'DE', ultimateParent: 'US' };
    expect(sitePlace('frankfurt', { ...FRANKFURT, operator }).operator).toBe(operator);
  });

  it('lists the machines of a site by name, whatever their order in the file', () => {
    const first = machine('worker', 'r1', 21);
    const second = machine('worker', 'r2', 22);
    const { site } = sitePlace('frankfurt', { ...FRANKFURT, machines: { 'w-2': second, 'w-1': first } });
    expect(Object.entries(site.machines)).toEqual([
      ['w-1', first],
      ['w-2', second],
    ]);
  });

  it('has the racks of its workers for zones, in order, and not those of other machines', () => {
    const machines = {
      cp: machine('control-plane', 'r0', 11),
      'w-1': machine('worker', 'r2', 21),
      'w-2': machine('worker', 'r1', 22),
      'w-3': machine('worker', 'r2', 23),
    };
    expect(racksOf({ ...FRANKFURT, machines })).toEqual(['r1', 'r2']);
  });
});
