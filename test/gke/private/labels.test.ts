import { toResourceLabels } from '../../../lib/gke/private/labels';
import { testStack } from '../../support/synthesized';

const scope = testStack();

describe('toResourceLabels', () => {
  it('lower-cases and sorts', () => {
    expect(toResourceLabels({ Team: 'Platform', Env: 'PROD' }, scope)).toEqual({
      env: 'prod',
      team: 'platform',
    });
    expect(Object.keys(toResourceLabels({ b: '', a: '' }, scope) ?? {})).toEqual(['a', 'b']);
  });

  it('gives no map for no tags', () => {
    expect(toResourceLabels({}, scope)).toBeUndefined();
  });

  it('keeps letters of every script, as Google does', () => {
    expect(toResourceLabels({ équipe: 'données' }, scope)).toEqual({ équipe: 'données' });
  });

  it.each<[string, Record<string, string>, string]>([
    [
      'a key starts with a digit',
      { '1st': 'x' },
      "[test] 'tags' key '1st' must be 1 to 63 letters, digits, '-' or '_', starting with a letter, to become a label",
    ],
    [
      'a value is too long',
      { team: 'x'.repeat(64) },
      `[test] 'tags' value '${'x'.repeat(64)}' of 'team' must be at most 63 letters, digits, '-' or '_' to become a label`,
    ],
    [
      'two keys become one label',
      { Team: 'a', team: 'b' },
      "[test] 'tags' keys 'Team' and 'team' become the same label 'team'; keep one",
    ],
    [
      'there are too many',
      Object.fromEntries(Array.from({ length: 65 }, (_, index) => [`tag-${index}`, 'x'])),
      "[test] 'tags' holds 65 tags; Google allows 64 labels",
    ],
  ])('fails when %s', (_, tags, message) => {
    expect(() => toResourceLabels(tags, scope)).toThrow(new Error(message));
  });
});
