import { GkeHubFeature } from '@cdktf/provider-google/lib/gke-hub-feature';
import type { ITerraformDependable } from 'cdktf';
import { Construct } from 'constructs';

/** Props of {@link GkeFleetFeatures}. */
export interface GkeFleetFeaturesProps {
  /** Host project of the fleet. `gkehub.googleapis.com` must be on in it, and the APIs of the features. */
  readonly project: string;
  /** @default false */
  readonly configSync?: boolean;
  /** @default false */
  readonly policyController?: boolean;
  /** @default false */
  readonly serviceMesh?: boolean;
  /**
   * Labels of the features.
   *
   * @default {}
   */
  readonly labels?: Readonly<Record<string, string>>;
}

/**
 * The features that clusters of a fleet may use, defined once for its host project: a fleet has each of them once. A feature that goes
 * away is switched off in every cluster.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources/gke_hub_feature
 */
export class GkeFleetFeatures extends Construct {
  /** Host project of the fleet. */
  public readonly project: string;
  /** What clusters wait for that use Config Sync; `undefined` where it is not asked for. */
  public readonly configSync: ITerraformDependable | undefined;
  /** What clusters wait for that use Policy Controller; `undefined` where it is not asked for. */
  public readonly policyController: ITerraformDependable | undefined;
  /** What clusters wait for that use Cloud Service Mesh; `undefined` where it is not asked for. */
  public readonly serviceMesh: ITerraformDependable | undefined;

  public constructor(scope: Construct, id: string, props: GkeFleetFeaturesProps) {
    super(scope, id);
    const { project, configSync = false, policyController = false, serviceMesh = false } = props;
    const labels = Object.keys(props.labels ?? {}).length === 0 ? undefined : { ...props.labels };
    const define = (featureId: string, name: string) =>
      new GkeHubFeature(this, featureId, { project, name, location: 'global', labels });
    this.project = project;
    this.configSync = configSync ? define('ConfigSync', 'configmanagement') : undefined;
    this.policyController = policyController ? define('PolicyController', 'policycontroller') : undefined;
    this.serviceMesh = serviceMesh ? define('ServiceMesh', 'servicemesh') : undefined;
  }
}
