import type { Path } from '../../../document/finding';
import { LABEL } from '../../../document/schema-parts';
import { quote } from '../../../document/wording';
import { requestSchema } from '../request-schema';
import type { RequestView } from './view';

/** What GKE allows, the shortest of all platforms. */
const LONGEST_CLUSTER_NAME = 40;
const LABEL_RULE = '1 to 63 lower-case letters, digits and hyphens, with no hyphen at its ends';

/** The keys that become names: of clusters, workloads, links, sites, machines and tags. */
export function checkNames(view: RequestView): void {
  checkClusterNames(view);
  for (const site of view.sites) {
    checkLabel(view, site, 'site');
    const name = String(site[1]);
    if (view.known.regions?.includes(name)) {
      view.reportKey(
        site,
        `the name of a site must differ from all region ids; found ${quote(name)}, which is a region`,
      );
    }
    for (const machine of view.keys([...site, 'machines'])) {
      checkLabel(view, [...site, 'machines', machine], 'machine');
    }
  }
  for (const cluster of view.clusters) {
    for (const [map, what] of [
      [['capacity', 'workloads'], 'workload'],
      [['links'], 'link'],
    ] as const) {
      for (const name of view.keys([...cluster, ...map])) checkLabel(view, [...cluster, ...map, name], what);
    }
  }
  for (const tag of view.keys(['tags'])) checkTag(view, tag);
}

function checkClusterNames(view: RequestView): void {
  const stem = view.valid(['name'], requestSchema.shape.name);
  for (const cluster of view.clusters) {
    const key = String(cluster[1]);
    if (!checkLabel(view, cluster, 'cluster') || stem === undefined) continue;
    const name = `${stem}-${key}`;
    if (name.length <= LONGEST_CLUSTER_NAME) continue;
    const room = LONGEST_CLUSTER_NAME - stem.length - 1;
    view.reportKey(
      cluster,
      `the cluster would be called ${quote(name)} (${name.length} characters); at most ${LONGEST_CLUSTER_NAME} are allowed, so that with the request name ${quote(stem)} this key may have ${room}`,
    );
  }
  if (view.node(['clusters'])?.kind === 'map' && view.clusters.length === 0) {
    view.reportValue(['clusters'], 'must have at least one cluster; found an empty map');
  }
}

function checkLabel(view: RequestView, path: Path, what: string): boolean {
  const name = String(path[path.length - 1]);
  if (LABEL.test(name)) return true;
  const meant = name.toLowerCase().replace(/[^a-z0-9-]+/g, '-');
  const hint = LABEL.test(meant) ? `; did you mean ${quote(meant)}?` : '';
  view.reportKey(path, `the name of a ${what} must be ${LABEL_RULE}; found ${quote(name)}${hint}`);
  return false;
}

function checkTag(view: RequestView, key: string): void {
  if (/^aws:/i.test(key)) {
    view.reportKey(
      ['tags', key],
      `a tag must not begin with 'aws:', which AWS keeps for itself; found ${quote(key)}`,
    );
  } else if (!/^[\p{L}\p{N}_.:/=+@ -]{1,128}$/u.test(key)) {
    view.reportKey(
      ['tags', key],
      `the key of a tag must be 1 to 128 letters, digits, spaces and _ . : / = + - @; found ${quote(key)}`,
    );
  }
}
