import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { embeddedCatalog } from '../../../lib/catalog';
import { decide } from '../../../lib/decision';
import { formatProblem, parseRequest, requestJsonSchema } from '../../../lib/decision/request';
import { renderTables } from './request-tables';
import { problemsOf } from './texts';

const DOCUMENT = readFileSync(join(__dirname, '../../../docs/request.md'), 'utf8');

/** Contents of the fenced blocks of a language, in order. */
function blocksOf(language: string): readonly string[] {
  return [...DOCUMENT.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\`\`\``, 'g'))].map(
    (match) => match[1] ?? '',
  );
}

describe('docs/request.md', () => {
  it('has a table of every key with its default, its bounds and its meaning', () => {
    const tables = renderTables(JSON.parse(JSON.stringify(requestJsonSchema())));
    expect(tables.filter((table) => !DOCUMENT.includes(`${table}\n`))).toEqual([]);
    expect(DOCUMENT.match(/^### /gm)).toHaveLength(tables.length);
  });

  it('shows requests that are accepted', () => {
    const requests = blocksOf('yaml').filter((block) => block.startsWith('apiVersion:'));
    expect(requests).toHaveLength(6);
    const regions = embeddedCatalog().regions.map((region) => region.id);
    const right = requests.filter((block) => !block.includes('name: Payments'));
    expect(right.flatMap((block) => problemsOf(block, { regions }))).toEqual([]);
  });

  it('shows requests that a place is found for', () => {
    const catalog = embeddedCatalog();
    const few = ['eu-central-1', 'eu-north-1', 'us-west-2', 'europe-west3', 'europe-north2'];
    const regions = catalog.regions.filter(({ id }) => few.includes(id));
    const outcomes = blocksOf('yaml')
      .filter((block) => block.startsWith('apiVersion:') && !block.includes('name: Payments'))
      .map((block) => parseRequest(block))
      .flatMap((parsed) =>
        parsed.ok
          ? Object.values(decide(parsed.request, { ...catalog, regions }, { explain: false }).clusters)
          : [],
      )
      .map(({ outcome }) => outcome);
    expect(outcomes.length).toBeGreaterThan(4);
    expect(new Set(outcomes)).toEqual(new Set(['decided']));
  });

  it('shows the problems of a wrong one as they are', () => {
    const wrong = blocksOf('yaml').find((block) => block.includes('name: Payments')) ?? '';
    const parsed = parseRequest(wrong);
    const lines = parsed.ok ? [] : parsed.problems.map((problem) => formatProblem('payments.yaml', problem));
    expect(lines).toHaveLength(5);
    expect(blocksOf('text')).toEqual([`${lines.join('\n')}\n`]);
  });
});
