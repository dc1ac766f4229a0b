import fc from 'fast-check';
import { embeddedCatalog } from '../../lib/catalog';
import { SMALL } from '../decision/small-catalog';
import { mangledText } from './mangle';
import { SEEDS } from './seeds';
import { Judge } from './verdict';

/** `npm run fuzz` tries far more, and decides on the whole catalogue. */
const RUNS = Number(process.env.KUBEWHERE_FUZZ_RUNS ?? 150);
const REGIONS = embeddedCatalog().regions.map((region) => region.id);

describe('request files', () => {
  it('are read and decided as long as they are whole', () => {
    const judge = new Judge(SMALL, REGIONS);
    expect(SEEDS.map((seed) => judge.judge(seed).fate === 'refused')).not.toContain(true);
    expect(SEEDS.filter((seed) => judge.judge(seed).fate === 'known')).toEqual(SEEDS);
  });

  it('are decided, or refused with located problems, whatever happened to them', () => {
    const judge = new Judge(SMALL, REGIONS);
    fc.assert(
      fc.property(mangledText, (text) => {
        judge.judge(text);
      }),
      { numRuns: RUNS },
    );
  });
});
