import { App, LocalBackend, TerraformStack, TerraformVariable } from 'cdktf';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import type { Construct } from 'constructs';
import { ClusterOutputs, type ICluster, KubernetesVersion, NodePoolSize } from 'kubewhere';
import { EksCluster } from 'kubewhere/eks';
import { GkeCluster, GkeLocation } from 'kubewhere/gke';
import { ClusterEndpoint, OnPremCluster } from 'kubewhere/self-managed';

const version = KubernetesVersion.of('1.34');
