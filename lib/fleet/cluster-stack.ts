import { TerraformStack } from 'cdktf';
import type { Construct } from 'constructs';
import { ClusterOutputs, type ICluster } from '../cluster';
import { defineBackend } from './backend';
import type { ClusterPlan, Platform } from './platform';

/** Props of {@link ClusterStack}. */
export interface ClusterStackProps {
  readonly plan: ClusterPlan;
  readonly platform: Platform;
}

/**
 * The stack `<cluster name>-cluster`: one cluster with its network and its outputs, through cloud APIs (or SSH, on premises)
 * only. Nothing in it talks to the Kubernetes API, so it applies from anywhere that reaches the cloud.
 */
export class ClusterStack extends TerraformStack {
  public readonly cluster: ICluster;

  public constructor(scope: Construct, id: string, props: ClusterStackProps) {
    super(scope, id);
    defineBackend(this, props.plan.request.terraform.backend);
    this.cluster = props.platform.define(this, props.plan);
    new ClusterOutputs(this, 'Outputs', { cluster: this.cluster });
  }
}
