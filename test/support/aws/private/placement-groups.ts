import type { Answer, Asked } from './exchange';

interface PlacementGroup {
  readonly id: string;
  readonly name: string;
  readonly strategy: string;
  readonly partitionCount: string | undefined;
  readonly tags: ReadonlyMap<string, string>;
}

/**
 * Placement groups, which moto's EC2 does not have:
 *
 * - `CreatePlacementGroup`, `DescribePlacementGroups` (by names or ids, or all), `DeletePlacementGroup`
 * - `CreateTags` and `DeleteTags` of one
 */
export class PlacementGroups {
  private readonly groups = new Map<string, PlacementGroup>();
  private made = 0;

  /** `undefined` for a call about something else. */
  public answer({ body }: Asked): Answer | undefined {
    const asks = new URLSearchParams(body);
    const action = asks.get('Action') ?? '';
    if (action === 'CreatePlacementGroup') return this.make(asks);
    if (action === 'DescribePlacementGroups') return this.describe(asks);
    if (action === 'DeletePlacementGroup') return this.remove(asks.get('GroupName') ?? '');
    if (action !== 'CreateTags' && action !== 'DeleteTags') return undefined;
    const group = [...this.groups.values()].find(({ id }) => id === asks.get('ResourceId.1'));
    if (group === undefined) return undefined;
    const tags = new Map(group.tags);
    for (const [key, value] of tagsIn(asks, 'Tag')) {
      if (action === 'CreateTags') tags.set(key, value);
      else tags.delete(key);
    }
    this.groups.set(group.name, { ...group, tags });
    return xml(action, '<return>true</return>');
  }

  private make(asks: URLSearchParams): Answer {
    const name = asks.get('GroupName') ?? '';
    if (this.groups.has(name)) {
      return error('InvalidPlacementGroup.Duplicate', `The Placement Group '${name}' already exists.`);
    }
    this.made += 1;
    const group = {
      id: `pg-${String(this.made).padStart(17, '0')}`,
      name,
      strategy: asks.get('Strategy') ?? 'cluster',
      partitionCount: asks.get('PartitionCount') ?? undefined,
      tags: tagsIn(asks, 'TagSpecification.1.Tag'),
    };
    this.groups.set(name, group);
    return xml(
      'CreatePlacementGroup',
      `<return>true</return><placementGroup>${inXml(group)}</placementGroup>`,
    );
  }

  private describe(asks: URLSearchParams): Answer {
    const asked = [...asks].filter(([key]) => /^Group(Name|Id)\.\d+$/.test(key)).map(([, value]) => value);
    const all = [...this.groups.values()];
    const missing = asked.find((wanted) => !all.some(({ id, name }) => id === wanted || name === wanted));
    if (missing !== undefined) return unknown(missing);
    const found =
      asked.length === 0 ? all : all.filter(({ id, name }) => asked.includes(id) || asked.includes(name));
    const items = found.map((group) => `<item>${inXml(group)}</item>`).join('');
    return xml('DescribePlacementGroups', `<placementGroupSet>${items}</placementGroupSet>`);
  }

  private remove(name: string): Answer {
    return this.groups.delete(name) ? xml('DeletePlacementGroup', '<return>true</return>') : unknown(name);
  }
}

function tagsIn(asks: URLSearchParams, prefix: string): ReadonlyMap<string, string> {
  const tags = new Map<string, string>();
  for (let at = 1; asks.has(`${prefix}.${at}.Key`); at += 1) {
    tags.set(asks.get(`${prefix}.${at}.Key`) ?? '', asks.get(`${prefix}.${at}.Value`) ?? '');
  }
  return tags;
}

function inXml({ id, name, strategy, partitionCount, tags }: PlacementGroup): string {
  const tagSet = [...tags].map(
    ([key, value]) => `<item><key>${inText(key)}</key><value>${inText(value)}</value></item>`,
  );
  return [
    `<groupName>${inText(name)}</groupName><groupId>${id}</groupId><strategy>${strategy}</strategy><state>available</state>`,
    partitionCount === undefined ? '' : `<partitionCount>${partitionCount}</partitionCount>`,
    `<tagSet>${tagSet.join('')}</tagSet>`,
  ].join('');
}

function unknown(name: string): Answer {
  return error('InvalidPlacementGroup.Unknown', `The Placement Group '${name}' is unknown.`);
}

function xml(action: string, inner: string): Answer {
  const body = `<${action}Response xmlns="http://ec2.amazonaws.com/doc/2016-11-15/"><requestId>1</requestId>${inner}</${action}Response>`;
  return { status: 200, headers: { 'content-type': 'text/xml' }, body };
}

function error(code: string, message: string): Answer {
  const body = `<Response><Errors><Error><Code>${code}</Code><Message>${inText(message)}</Message></Error></Errors><RequestID>1</RequestID></Response>`;
  return { status: 400, headers: { 'content-type': 'text/xml' }, body };
}

function inText(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}
