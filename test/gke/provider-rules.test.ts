import { GKE_NEWER_SCHEMA } from '../support/gke-newer-schema';
import { brokenBy, GOOGLE_RULES, type ProviderRule, refusedIn } from '../support/google-rules';
import type { SynthesizedStack } from '../support/synthesized';
import { BindingsPackage } from '../support/terraform/private/bindings-package';
import { withNewer } from '../support/terraform/private/newer-schema';
import type { BlockSchema } from '../support/terraform/private/schema';
import { schemaFromBindings } from '../support/terraform/private/schema-from-bindings';
import { FORMS } from './mode-stacks';

const RULES = Object.entries(GOOGLE_RULES).flatMap(([type, rules]) =>
  rules.map((rule) => [type, rule] as const),
);

/** Paths that a rule names. */
function pathsOf(rule: ProviderRule): readonly string[] {
  if (rule.kind === 'conflicts') return [rule.path, ...rule.others];
  if (!('block' in rule)) return [rule.path];
  return rule.members.map((member) => (rule.block === '' ? member : `${rule.block}.${member}`));
}

/** Whether a resource has something at a path. */
function has(schema: BlockSchema | undefined, [name = '', ...rest]: readonly string[]): boolean {
  const nested = schema?.blocks[name];
  if (rest.length > 0) return has(nested?.block, rest);
  return nested !== undefined || schema?.attributes[name] !== undefined;
}

/** A body with a value at a path. */
function at(path: string, value: unknown): Record<string, unknown> {
  const [name = '', ...rest] = path.split('.');
  return { [name]: rest.length === 0 ? value : at(rest.join('.'), value) };
}

/** Two bodies in one. */
function both(one: Record<string, unknown>, other: Record<string, unknown>): Record<string, unknown> {
  const isBody = (value: unknown): value is Record<string, unknown> =>
    typeof value === 'object' && value !== null && !Array.isArray(value);
  const merged = Object.entries(other).map(([name, value]) => {
    const known = one[name];
    return [name, isBody(known) && isBody(value) ? both(known, value) : value];
  });
  return { ...one, ...Object.fromEntries(merged) };
}

/** A body that breaks a rule, and nothing else of it. */
function breaking(rule: ProviderRule): Record<string, unknown> {
  switch (rule.kind) {
    case 'conflicts':
      return both(at(rule.path, false), at(rule.others[0] ?? '', false));
    case 'exactly one':
    case 'at most one': {
      const members = Object.fromEntries(rule.members.map((member) => [member, true]));
      return rule.block === '' ? members : at(rule.block, [members]);
    }
    case 'at least one':
    case 'all':
      return at(rule.block, [{}]);
    case 'one of':
      return at(rule.path, 'NEVER_HEARD_OF');
    case 'form':
      return at(rule.path, '!');
    case 'range':
      return at(rule.path, rule.min === undefined ? Number(rule.max) + 1 : rule.min - 1);
    case 'at most':
      return at(rule.path, Array(rule.count + 1).fill({}));
    case 'network':
      return at(rule.path, '10.0.0.1/24');
  }
}

describe('what hashicorp/google refuses before it asks Google', () => {
  it.each(Object.keys(FORMS))('is nothing of %s', (form) => {
    const { resource } = JSON.parse(FORMS[form]?.() ?? '') as SynthesizedStack;
    expect(refusedIn(resource)).toEqual([]);
  });

  it('is looked for in places that there are', () => {
    const bindings = BindingsPackage.find('google');
    const schemas = Object.fromEntries(
      Object.keys(GOOGLE_RULES).map((type) => {
        const known = schemaFromBindings(bindings.resourceSource(type) ?? '');
        const newer = GKE_NEWER_SCHEMA[type];
        return [type, newer === undefined ? known : withNewer(known, newer, type)];
      }),
    );
    const nowhere = RULES.flatMap(([type, rule]) =>
      pathsOf(rule)
        .filter((path) => !has(schemas[type], path.split('.')))
        .map((path) => `${type}.${path}`),
    );
    expect([...new Set(nowhere)]).toEqual([]);
  });

  it('is found, each', () => {
    const blind = RULES.filter(([, rule]) => brokenBy(rule, breaking(rule)).length === 0);
    expect(blind.map(([type, rule]) => `${type} ${rule.kind} ${pathsOf(rule).join(' ')}`)).toEqual([]);
  });

  it('is never what Terraform fills in', () => {
    const later = { network_policy: { provider: '${var.provider}' }, name: '${var.name}' };
    expect(refusedIn({ google_container_cluster: { Prod: later } })).toEqual([]);
  });

  it('is said with its place', () => {
    const cluster = {
      name: 'Prod',
      enable_autopilot: false,
      enable_shielded_nodes: false,
      addons_config: {},
    };
    expect(refusedIn({ google_container_cluster: { Prod: cluster } })).toEqual([
      'google_container_cluster.Prod: addons_config needs at least one of http_load_balancing, horizontal_pod_autoscaling, network_policy_config, cloudrun_config, gcp_filestore_csi_driver_config, dns_cache_config, gce_persistent_disk_csi_driver_config, gke_backup_agent_config, config_connector_config, gcs_fuse_csi_driver_config, stateful_ha_config, ray_operator_config, parallelstore_csi_driver_config, lustre_csi_driver_config, not ',
      'google_container_cluster.Prod: enable_shielded_nodes conflicts with enable_autopilot',
      'google_container_cluster.Prod: name is Prod',
    ]);
  });
});
