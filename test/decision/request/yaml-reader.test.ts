import { parseRequest } from '../../../lib/decision/request';
import { edit, problemsOf, SHORTEST, withCluster, withRoot } from './texts';

describe('reading YAML', () => {
  it('refuses an empty file, and one of comments', () => {
    expect(problemsOf('')).toEqual([
      "1:1 (file): is empty; a request begins with 'apiVersion: kubewhere/v1'",
    ]);
    expect(problemsOf('# nothing yet\n')).toEqual([
      "1:1 (file): is empty; a request begins with 'apiVersion: kubewhere/v1'",
    ]);
  });

  it('refuses a file that is no map', () => {
    expect(problemsOf('- a\n')).toEqual(['1:1 (file): must be a map; found a list']);
    expect(problemsOf('hello')).toEqual(["1:1 (file): must be a map; found 'hello'"]);
    expect(problemsOf('null\n')).toEqual([
      '1:1 (file): must be a map; found nothing; give it a value or remove it',
    ]);
  });

  it('locates syntax errors and reports nothing that follows from them', () => {
    expect(problemsOf('apiVersion: kubewhere/v1\nclusters:\n\tapi: {}\n')).toEqual([
      '3:1 (file): is not valid YAML: found a tab as indentation; use spaces',
    ]);
    expect(problemsOf('a: b: c\n')).toEqual([
      '1:4 (file): is not valid YAML: nested mappings are not allowed in compact mappings',
    ]);
    expect(problemsOf(withRoot('sites: { fra: [1'))).toEqual([
      '10:1 (file): is not valid YAML: flow map in block collection must be sufficiently indented and end with a }',
      '10:1 (file): is not valid YAML: flow sequence in block collection must be sufficiently indented and end with a ]',
    ]);
    expect(problemsOf('%FOO bar\n---\na: 1\n')).toEqual([
      '1:1 (file): is not valid YAML: unknown directive %FOO',
    ]);
  });

  it('shows the first hundred syntax errors and counts the rest', () => {
    const problems = problemsOf(`"${'\\q'.repeat(250)}"\n`);
    expect(problems).toHaveLength(101);
    expect(problems.slice(0, 2)).toEqual([
      '1:1 (file): has 250 YAML errors; the first 100 are shown',
      '1:2 (file): is not valid YAML: invalid escape sequence \\q',
    ]);
  });

  it('refuses duplicate keys at the second one', () => {
    expect(problemsOf(withRoot('name: other'))).toEqual([
      "9:1 name: duplicate key 'name'; each key may occur once in a map",
    ]);
    expect(problemsOf(withCluster('budget: { usdPerHour: 1 }'))).toEqual([
      "9:5 clusters.api.budget: duplicate key 'budget'; each key may occur once in a map",
    ]);
  });

  it('refuses a second document', () => {
    expect(problemsOf(`${SHORTEST}---\nname: other\n`)).toEqual([
      '10:1 (file): holds 2 YAML documents; found a second one here; write each request in a file of its own',
    ]);
  });

  it('refuses tags, keys that are no text, and keys that could reach a prototype', () => {
    expect(problemsOf(edit(SHORTEST, 'name: payments', 'name: !secret payments'))).toEqual([
      "2:7 (file): found a YAML tag that is not supported here; remove the word that begins with '!'",
    ]);
    expect(problemsOf(edit(SHORTEST, 'planDate: 2026', 'planDate: !!timestamp 2026'))).toEqual([
      "3:11 (file): found a YAML tag that is not supported here; remove the word that begins with '!'",
    ]);
    expect(problemsOf(withRoot('? [a, b]', ': c'))).toEqual([
      '9:3 (file): found a key that is no plain text; keys are words such as clusters',
    ]);
    expect(problemsOf(withRoot('__proto__: { a: 1 }'))).toEqual([
      "9:1 __proto__: the key '__proto__' is not allowed anywhere; remove it",
    ]);
  });

  it('reads keys as they are written, also those that look like other values', () => {
    expect(problemsOf(withRoot('true: x', '2: y'))).toEqual([
      "9:1 true: unknown key 'true'; allowed here are 'apiVersion', 'name', 'planDate', 'clusters', 'sites', 'relations', 'budget', 'overlays', 'accounts', 'terraform', 'tags'",
      "10:1 2: unknown key '2'; allowed here are 'apiVersion', 'name', 'planDate', 'clusters', 'sites', 'relations', 'budget', 'overlays', 'accounts', 'terraform', 'tags'",
    ]);
  });

  it('takes aliases and merge keys, the own keys of a map first', () => {
    const text = edit(
      edit(SHORTEST, 'capacity: {', 'capacity: &capacity {'),
      'budget: { usdPerHour: 95 }',
      'budget: &budget { usdPerHour: 95 }',
    );
    const parsed = parseRequest(
      `${text}  web:\n    kubernetesVersion: "1.33"\n    capacity: { pods: 7, <<: *capacity }\n    budget: *budget\n`,
    );
    expect(parsed.ok && parsed.request.clusters.web?.capacity).toMatchObject({
      cpu: 24,
      memoryGib: 96,
      pods: 7,
    });
    expect(parsed.ok && parsed.request.clusters.web?.budget).toEqual({
      usdPerHour: 95,
      effortHours: {},
      acceptSpotRisk: false,
    });
  });

  it('locates what is wrong in an aliased value where the value stands', () => {
    const text = edit(SHORTEST, 'budget: { usdPerHour: 95 }', 'budget: &b { usdPerHour: x }');
    expect(
      problemsOf(
        `${text}  web: { kubernetesVersion: "1.33", capacity: { cpu: 1, memoryGib: 1, pods: 1 }, budget: *b }\n`,
      ),
    ).toEqual([
      "8:30 clusters.api.budget.usdPerHour: must be a number; found 'x'",
      "8:30 clusters.web.budget.usdPerHour: must be a number; found 'x'",
    ]);
  });

  it('refuses aliases without anchor, aliases of themselves and merge keys without map', () => {
    expect(problemsOf(edit(SHORTEST, '{ usdPerHour: 95 }', '*money'))).toEqual([
      "8:13 clusters.api.budget: alias '*money' has no anchor '&money' before it",
    ]);
    expect(problemsOf(edit(SHORTEST, '{ usdPerHour: 95 }', '&b { usdPerHour: *b }'))).toEqual([
      "8:30 clusters.api.budget.usdPerHour: alias '*b' stands inside its own anchor",
    ]);
    expect(problemsOf(withCluster('<<: 3'))).toEqual([
      '9:5 clusters.api["<<"]: merge key \'<<\' must be given a map or a list of maps',
    ]);
  });

  it('refuses aliases that multiply, before anything walks them', () => {
    const line = (name: string, of: string) => `${name}: &${name} [${Array(9).fill(of).join(', ')}]\n`;
    const names = [...'abcdefghijklmnop'];
    const bomb = names.map((name, index) => line(name, index === 0 ? 'x' : `*${names[index - 1]}`)).join('');
    expect(problemsOf(bomb)).toEqual([
      '5:7 e: holds more than 50000 values or 50 levels with its aliases expanded; a request needs far fewer',
    ]);
  });

  it('refuses merge keys that multiply', () => {
    const keys = Array.from({ length: 1000 }, (_, index) => `k${index}: 1`).join(', ');
    const maps = Array.from({ length: 1000 }, (_, index) => `b${index}: { <<: *a }\n`).join('');
    expect(problemsOf(`a: &a { ${keys} }\n${maps}`)).toEqual([
      '52:8 b50: holds more than 50000 values or 50 levels with its aliases expanded; a request needs far fewer',
    ]);
  });

  it('cuts what it says of a file with very many names', () => {
    const sites = Array.from({ length: 30 }, (_, index) => `  site-${index}: {}`);
    const text = withCluster('places: { deny: [elsewhere] }').concat('sites:\n', sites.join('\n'));
    expect(problemsOf(text, { regions: ['eu-central-1'] }).slice(0, 1)).toEqual([
      "9:22 clusters.api.places.deny[0]: must be the id of a region such as 'eu-central-1' or a site of this file ('site-0', 'site-1', 'site-2', 'site-3', 'site-4', 'site-5', 'site-6', 'site-7', 'site-8', 'site-9', 'site-10', 'site-11', 'site-12', 'site-13', 'site-14', 'site-15', 'site-16', 'site-17', 'site-18', 'site-19' and 10 more); found 'elsewhere'",
    ]);
  });

  it('refuses values that are nested too deeply, in the text or by aliases', () => {
    expect(problemsOf('['.repeat(100_000))).toEqual([
      '1:101 (file): is nested more than 100 levels deep; a request needs fewer than 20',
    ]);
    const chain = Array.from({ length: 60 }, (_, index) => `a${index + 1}: &a${index + 1} [*a${index}]\n`);
    expect(problemsOf(`a0: &a0 [x]\n${chain.join('')}`)).toEqual([
      '51:11 a50: holds more than 50000 values or 50 levels with its aliases expanded; a request needs far fewer',
    ]);
  });

  it('refuses a text that is too long to be a request', () => {
    expect(problemsOf('#'.repeat(524_289))).toEqual([
      '1:1 (file): is 524289 characters long; at most 524288 are read',
    ]);
  });

  it('locates problems in files with a byte order mark, with CRLF, and with an older YAML directive', () => {
    const text = edit(SHORTEST, 'payments', 'Payments');
    const expected = [
      "2:7 name: must be 1 to 20 lower-case letters, digits and hyphens that begin with a letter and do not end with a hyphen; found 'Payments'; did you mean 'payments'?",
    ];
    expect(problemsOf(`\uFEFF${text}`)).toEqual(expected);
    expect(problemsOf(text.replace(/\n/g, '\r\n'))).toEqual(expected);
    // YAML 1.1 would read 'yes' as true
    expect(problemsOf(`%YAML 1.1\n---\n${withCluster('availability: { surviveZoneLoss: yes }')}`)).toEqual([
      "11:38 clusters.api.availability.surviveZoneLoss: must be true or false; found 'yes'; did you mean true?",
    ]);
  });

  it('keeps control characters of the file out of messages', () => {
    expect(problemsOf(edit(SHORTEST, 'name: payments', 'name: "a\\e[31m\\u202e\\nb"'))).toEqual([
      "2:7 name: must be 1 to 20 lower-case letters, digits and hyphens that begin with a letter and do not end with a hyphen; found 'a\\u001b[31m\\u202e\\nb'",
    ]);
  });
});
