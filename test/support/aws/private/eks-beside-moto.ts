import { ClusterMemory } from './cluster-memory';
import { readTagChange } from './eks-tags';
import { type Answer, type Asked, answerJson, type Json, readJson, refuse, unanswered } from './exchange';
import { motoCall } from './moto-call';

type Forward = () => Promise<Answer>;

/**
 * EKS as the provider knows it, on top of moto's. moto has clusters, node groups and Fargate profiles; it forgets most of what they were
 * told, and has nothing of what belongs to a cluster beside them.
 */
export class EksBesideMoto {
  private readonly clusters = new Map<string, ClusterMemory>();

  public constructor(private readonly motoUrl: string) {}

  public async answer(asked: Asked, forward: Forward): Promise<Answer> {
    const steps = (asked.path.split('?')[0] ?? '').split('/').slice(1).map(decodeURIComponent);
    const [root, name = '', kind, ...rest] = steps;
    if (root === 'tags') return this.tags(asked, steps.slice(1).join('/'), forward);
    if (root !== 'clusters') return unanswered(asked);
    if (name === '') return asked.method === 'POST' ? this.make(asked, forward) : forward();
    const cluster = this.clusters.get(name);
    if (cluster === undefined) {
      return refuse(404, 'ResourceNotFoundException', `No cluster found for name: ${name}.`);
    }
    if (kind === undefined) return this.cluster(asked, cluster, forward);
    return cluster.answer(asked, [kind, ...rest], forward);
  }

  /** moto tags clusters, and nothing that belongs to one. */
  private async tags(asked: Asked, arn: string, forward: Forward): Promise<Answer> {
    const change = readTagChange(asked);
    const done =
      change !== undefined && [...this.clusters.values()].some((cluster) => cluster.tag(arn, change));
    return done ? answerJson({}) : forward();
  }

  private async make(asked: Asked, forward: Forward): Promise<Answer> {
    const answer = await forward();
    if (answer.status !== 200) return answer;
    const told = readJson(asked.body);
    const cluster = new ClusterMemory(told, await this.place(told));
    this.clusters.set(String(told.name), cluster);
    return cluster.correctCluster(answer);
  }

  private async cluster(asked: Asked, cluster: ClusterMemory, forward: Forward): Promise<Answer> {
    if (asked.method !== 'DELETE') return cluster.correctCluster(await forward());
    if (cluster.isProtected) {
      return refuse(400, 'InvalidRequestException', 'Cluster deletion protection is enabled');
    }
    const answer = cluster.correctCluster(await forward());
    if (answer.status !== 200) return answer;
    this.clusters.delete(cluster.name);
    const { securityGroupId } = cluster.place;
    await this.ec2('DeleteSecurityGroup', { GroupId: securityGroupId });
    return answer;
  }

  /** EKS makes a security group in the VPC of the subnets, and takes it away with the cluster; moto does neither. */
  private async place(told: Json) {
    const name = String(told.name);
    const { subnetIds = [] } = told.resourcesVpcConfig as { readonly subnetIds?: readonly string[] };
    const subnets = await this.ec2('DescribeSubnets', { 'SubnetId.1': subnetIds[0] ?? '' });
    const vpcId = /<vpcId>([^<]+)</.exec(subnets)?.[1] ?? '';
    const made = await this.ec2('CreateSecurityGroup', {
      GroupName: `eks-cluster-sg-${name}-1`,
      GroupDescription: 'EKS created security group applied to ENI that is attached to EKS Control Plane',
      VpcId: vpcId,
      'TagSpecification.1.ResourceType': 'security-group',
      'TagSpecification.1.Tag.1.Key': `kubernetes.io/cluster/${name}`,
      'TagSpecification.1.Tag.1.Value': 'owned',
    });
    return { vpcId, securityGroupId: /<groupId>([^<]+)</.exec(made)?.[1] ?? '' };
  }

  private ec2(action: string, parameters: Readonly<Record<string, string>>): Promise<string> {
    return motoCall(this.motoUrl, { service: 'ec2', action, parameters });
  }
}
