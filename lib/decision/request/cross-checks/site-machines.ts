import type { z } from 'zod';
import { type Path, renderPath } from '../../../document/finding';
import { quote } from '../../../document/wording';
import { address, hostKey, role } from '../site-schema';
import type { RequestView } from './view';

const CONTROL_PLANES = [1, 3, 5, 7];

/** The machines of a site have to make a cluster together. */
export function checkSiteMachines(view: RequestView): void {
  const keys = new Map<string, string>();
  for (const site of view.sites) {
    const machines = view.keys([...site, 'machines']).map((name) => [...site, 'machines', name]);
    checkRoles(view, site, machines);
    const addresses = new Map<string, string>();
    for (const machine of machines) {
      checkUnique(view, [...machine, 'address'], address, addresses);
      // a host key belongs to one machine in the world, an address to one in its network
      checkUnique(view, [...machine, 'hostKey'], hostKey, keys);
    }
    const virtual = view.valid([...site, 'endpoint', 'address'], address);
    const owner = virtual === undefined ? undefined : addresses.get(virtual);
    if (virtual !== undefined && owner !== undefined) {
      view.reportValue(
        [...site, 'endpoint', 'address'],
        `must be an address that no machine has; found ${quote(virtual)}, the address of ${owner}`,
      );
    }
  }
}

function checkRoles(view: RequestView, site: Path, machines: readonly Path[]): void {
  const roles = machines.map((machine) => view.valid([...machine, 'role'], role));
  // with a role that is wrong in itself nothing can be counted
  if (view.node([...site, 'machines'])?.kind !== 'map' || roles.includes(undefined)) return;
  const controlPlanes = roles.filter((found) => found === 'control-plane').length;
  if (!CONTROL_PLANES.includes(controlPlanes)) {
    view.reportKey(
      [...site, 'machines'],
      `must have 1, 3, 5 or 7 machines with 'role: control-plane', since etcd needs a majority; found ${controlPlanes}`,
    );
  }
  if (controlPlanes === roles.length) {
    view.reportKey([...site, 'machines'], `must have at least one machine with 'role: worker'; found 0`);
  }
}

function checkUnique(
  view: RequestView,
  path: Path,
  schema: z.ZodType<string>,
  seen: Map<string, string>,
): void {
  const value = view.valid(path, schema);
  if (value === undefined) return;
  // a host key may be followed by a comment
  const identity = value.split(' ').slice(0, 2).join(' ');
  const other = seen.get(identity);
  if (other === undefined) seen.set(identity, quote(renderPath(path.slice(0, -1))));
  else view.reportValue(path, `must differ from that of every other machine; found that of ${other} again`);
}
