import { DataAwsEksAddonVersion } from '@cdktf/provider-aws/lib/data-aws-eks-addon-version';
import { EksAddon } from '@cdktf/provider-aws/lib/eks-addon';
import { type ITerraformDependable, Lazy } from 'cdktf';
import type { Construct } from 'constructs';
import type { KubernetesVersion } from '../../values';
import { type EksAddOnOptions, EksConflicts } from '../add-on';
import { type EksAddOnVersion, EksAddOnVersionChoice } from '../add-on-version';
import { setNewerAttribute } from '../newer-attributes';
import { type AddOnConfiguration, renderConfiguration } from './add-on-configuration';
import type { ServiceRole } from './service-role';
import { tagsOrNone } from './tags';

/** What all add-ons of a cluster are told alike. */
export interface AddOnSurroundings {
  /** Name of the cluster, as a token that ties the add-on to it. */
  readonly clusterName: string;
  /** Version of the control plane, which the newest version of an add-on must fit. */
  readonly kubernetesVersion: KubernetesVersion;
  readonly tags: Readonly<Record<string, string>>;
}

export interface AddOnDefinition {
  /** EKS's name. */
  readonly addOnName: string;
  readonly options: EksAddOnOptions;
  /**
   * What is ours of the configuration; asked when the stack is synthesized, because pools that come later may change it.
   *
   * @default - nothing
   */
  readonly ours?: () => AddOnConfiguration;
  /** @default - none */
  readonly identity?: { readonly role: ServiceRole; readonly serviceAccount: string };
  /** @default [] */
  readonly dependsOn?: readonly ITerraformDependable[];
}

export function defineAddOn(
  scope: Construct,
  id: string,
  surroundings: AddOnSurroundings,
  definition: AddOnDefinition,
): EksAddon {
  const { addOnName, options, identity, dependsOn = [], ours } = definition;
  const theirs = options.configuration ?? {};
  const resource = new EksAddon(scope, id, {
    clusterName: surroundings.clusterName,
    addonName: addOnName,
    addonVersion: versionOf(scope, id, surroundings, definition),
    configurationValues:
      ours === undefined
        ? renderConfiguration({}, theirs)
        : Lazy.stringValue({ produce: () => renderConfiguration(ours(), theirs) }),
    resolveConflictsOnCreate: options.conflictsOnCreate,
    // What is written here holds, also where somebody changed the add-on's objects by hand
    resolveConflictsOnUpdate: options.conflictsOnUpdate ?? EksConflicts.OVERWRITE,
    preserve: options.keepOnDelete,
    podIdentityAssociation:
      identity === undefined
        ? undefined
        : [{ roleArn: identity.role.roleArn, serviceAccount: identity.serviceAccount }],
    tags: tagsOrNone(surroundings.tags),
    dependsOn: dependsOn.length === 0 ? undefined : [...dependsOn],
  });
  if (options.namespace !== undefined) setNewerAttribute(resource, 'addOnNamespace', options.namespace);
  return resource;
}

function versionOf(
  scope: Construct,
  id: string,
  surroundings: AddOnSurroundings,
  definition: AddOnDefinition,
): string | undefined {
  const version: EksAddOnVersion | undefined = definition.options.version;
  if (version?.choice !== EksAddOnVersionChoice.MOST_RECENT) return version?.version;
  return new DataAwsEksAddonVersion(scope, `${id}Version`, {
    addonName: definition.addOnName,
    kubernetesVersion: surroundings.kubernetesVersion.toString(),
    mostRecent: true,
  }).version;
}
