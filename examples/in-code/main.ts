import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { GoogleProvider } from '@cdktf/provider-google/lib/provider';
import { App, LocalBackend, TerraformStack, TerraformVariable } from 'cdktf';
import { ApiAccess, ClusterOutputs, type ICluster, KubernetesVersion, NodePoolSize } from 'kubewhere';
import { EksCluster, EksMachines } from 'kubewhere/eks';
import { GkeCluster, GkeLocation, GkeMachine } from 'kubewhere/gke';
import { ClusterEndpoint, OnPremCluster } from 'kubewhere/self-managed';

// The same shop on three platforms, composed in code. `npx cdktf synth` runs this file.

const version = KubernetesVersion.of('1.35');
const tags = { team: 'shop' };

/** A stack with its state beside the output folder. */
class ShopStack extends TerraformStack {
  public constructor(app: App, id: string) {
    super(app, id);
    new LocalBackend(this, { path: `../../../terraform.${id}.tfstate` });
  }

  /** Whatever the platform: one interface from here on. */
  protected publish(cluster: ICluster): void {
    new ClusterOutputs(this, 'Outputs', { cluster });
  }
}

class ShopOnEks extends ShopStack {
  public constructor(app: App) {
    super(app, 'shop-eks-cluster');
    new AwsProvider(this, 'Aws', { region: 'eu-west-1' });
    const cluster = new EksCluster(this, 'Cluster', {
      clusterName: 'shop-eks',
      version,
      tags,
      apiAccess: ApiAccess.restricted('203.0.113.0/24'),
      administrators: { platform: 'arn:aws:iam::111122223333:role/platform-admin' },
    });
    cluster.addNodePool('general', {
      machines: EksMachines.ofShape({ vcpu: 4, memoryGib: 16 }),
      size: NodePoolSize.fixed(3),
    });
    this.publish(cluster);
  }
}

class ShopOnGke extends ShopStack {
  public constructor(app: App) {
    super(app, 'shop-gke-cluster');
    new GoogleProvider(this, 'Google', { project: 'acme-shop', region: 'europe-west3' });
    const cluster = new GkeCluster(this, 'Cluster', {
      clusterName: 'shop-gke',
      version,
      tags,
      project: 'acme-shop',
      projectNumber: '123456789012',
      location: GkeLocation.region('europe-west3'),
      administrators: { platform: 'group:platform-admins@example.com' },
    });
    cluster.addNodePool('general', {
      machine: GkeMachine.ofShape({ vcpu: 4, memoryGib: 16 }),
      size: NodePoolSize.autoscaled({ min: 3, max: 9 }),
    });
    this.publish(cluster);
  }
}

class ShopOnPremises extends ShopStack {
  public constructor(app: App) {
    super(app, 'shop-on-prem-cluster');
    const pkiDirectory = new TerraformVariable(this, 'pki_directory', {
      type: 'string',
      description: 'Folder that make-pki.sh made, on the machine that runs Terraform',
    });
    const host = (address: string, rack: string, key: string) => ({
      address,
      rack,
      hostKey: `ssh-ed25519 ${key}`,
    });
    const cluster = new OnPremCluster(this, 'Cluster', {
      clusterName: 'shop-on-prem',
      version,
      tags,
      hosts: {
        'cp-1': host(
          '10.30.0.11',
          'r1',
          'AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExample001',
        ),
        'cp-2': host(
          '10.30.0.12',
          'r2',
          'AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExample002',
        ),
        'cp-3': host(
          '10.30.0.13',
          'r3',
          'AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExample003',
        ),
        'worker-1': host(
          '10.30.0.21',
          'r1',
          'AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExample004',
        ),
        'worker-2': host(
          '10.30.0.22',
          'r2',
          'AAAAC3NzaC1lZDI1NTE5AAAAIExampleExampleExampleExampleExampleExample005',
        ),
      },
      controlPlane: { hosts: ['cp-1', 'cp-2', 'cp-3'] },
      endpoint: ClusterEndpoint.virtualAddress({ address: '10.30.0.100', routerId: 60 }),
      ssh: { user: 'kubewhere' },
      pkiDirectory: pkiDirectory.stringValue,
    });
    cluster.addNodePool('general', { hosts: ['worker-1', 'worker-2'] });
    this.publish(cluster);
  }
}

const app = new App();
new ShopOnEks(app);
new ShopOnGke(app);
new ShopOnPremises(app);
app.synth();
