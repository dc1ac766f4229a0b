import fc from 'fast-check';
import { createLock, decide, parseLock } from '../../lib/decision';
import { FRANKFURT, PLAIN, requestOf } from './requests';
import { SMALL } from './small-catalog';

const created = () =>
  createLock(decide(requestOf({ api: PLAIN, web: PLAIN }, { frankfurt: FRANKFURT }), SMALL));
const written = (): string => JSON.stringify(created(), null, 2);

describe('parseLock', () => {
  it('reads what createLock made', () => {
    expect(parseLock(written())).toEqual({ ok: true, lock: created() });
  });

  it('reads the lock of an own site, which lists machines', () => {
    const onSite = decide(
      requestOf({ api: { ...PLAIN, platforms: { allow: ['on-prem'], deny: [] } } }, { frankfurt: FRANKFURT }),
      SMALL,
    );
    const lock = createLock(onSite);
    expect(parseLock(JSON.stringify(lock))).toEqual({ ok: true, lock });
  });

  it('reads the first locks, which said less', () => {
    const { engine: _engine, ...early } = JSON.parse(written());
    for (const cluster of Object.values<Record<string, unknown>>(early.clusters)) {
      delete cluster.moneyMicroUsd;
      delete cluster.considered;
    }
    const text = JSON.stringify(early).replaceAll(',"interruptible":false', '');
    expect(text).not.toContain('interruptible');
    const parsed = parseLock(text);
    expect(parsed.ok && parsed.lock.clusters.api?.sizing).toEqual(created().clusters.api?.sizing);
    expect(parsed.ok && parsed.lock).not.toHaveProperty('engine');
  });

  it('reads all that a lock can say', () => {
    const lock = created();
    const full = {
      ...lock,
      catalog: { ...lock.catalog, overlay: lock.catalog.hash },
      clusters: {
        api: {
          ...lock.clusters.api,
          scorePpm: 712_345,
          unknown: ['compliance/C5'],
          acceptedReason: 'the team knows it',
          overrides: { 'price-age': 'prices are stable' },
        },
      },
    };
    expect(parseLock(JSON.stringify(full))).toEqual({ ok: true, lock: full });
  });

  it.each([
    ['', 'it is not JSON'],
    ['<<<<<<< HEAD', 'it is not JSON'],
    ['null', 'it is no map'],
    ['[]', 'it is no map'],
    ['{}', "'schema' is missing or wrong"],
  ])('says what is wrong with %j', (text, problem) => {
    expect(parseLock(text)).toEqual({ ok: false, problem });
  });

  it.each([
    [
      'lock/v1',
      'lock/v2',
      "it has the schema 'kubewhere/lock/v2' and this version of kubewhere reads 'kubewhere/lock/v1'",
    ],
    ['"main"', '""', "'clusters.api.sizing.pools.0.name' is missing or wrong"],
    ['"nodes": 3', '"nodes": 2.5', "'clusters.api.sizing.pools.0.nodes' is missing or wrong"],
    ['gke/europe-west3/regional', 'gke', "'clusters.api.candidate' is missing or wrong"],
    ['"accepted"', '"excepted"', "'clusters.api.accepted' is missing or wrong"],
  ])('says what is wrong where %s became %s', (was, is, problem) => {
    expect(parseLock(written().replace(was, is))).toEqual({ ok: false, problem });
  });

  it('never throws, whatever the text is', () => {
    const text = written();
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(40), fc.string(), (start, length, insertion) => {
        const parsed = parseLock(text.slice(0, start) + insertion + text.slice(start + length));
        expect(typeof parsed.ok).toBe('boolean');
      }),
      { numRuns: 500 },
    );
    fc.assert(
      fc.property(fc.json(), (other) => {
        expect(parseLock(other).ok).toBe(false);
      }),
    );
  });
});
