import { digest, Things } from './eks-things';
import type { EksUpdates } from './eks-updates';
import { type Answer, type Asked, answerJson, type Json, readJson, refuse, unanswered } from './exchange';

/** Add-ons, by name. `POST /<name>/update` is UpdateAddon. */
export class AddOns extends Things {
  private readonly associations = new Map<string, readonly string[]>();

  public constructor(
    clusterName: string,
    private readonly identities: PodIdentities,
    private readonly updates: EksUpdates,
  ) {
    super(clusterName, 'addon', 'addons', 'addonArn');
  }

  protected describe({ resolveConflicts: _, ...told }: Json): readonly [string, Json] {
    const name = String(told.addonName);
    return [
      name,
      {
        addonVersion: 'v1.0.0-eksbuild.1',
        ...told,
        addonArn: this.arn('addon', `${name}/${digest(name)}`),
        status: 'ACTIVE',
        health: { issues: [] },
        podIdentityAssociations: this.associate(name, told),
      },
    ];
  }

  protected inList(id: string): unknown {
    return id;
  }

  protected override below(asked: Asked, name: string, [action]: readonly string[]): Answer {
    if (action !== 'update' || asked.method !== 'POST') return unanswered(asked);
    const {
      clientRequestToken: _,
      resolveConflicts: __,
      podIdentityAssociations,
      ...told
    } = readJson(asked.body);
    if (podIdentityAssociations !== undefined) {
      this.forget(name);
      this.change(name, { podIdentityAssociations: this.associate(name, { podIdentityAssociations }) });
    }
    this.change(name, told);
    return this.updates.begin('AddonUpdate', told);
  }

  protected override forget(name: string): void {
    for (const id of this.associations.get(name) ?? []) this.identities.remove(id);
  }

  /** EKS makes the associations, names them by their ARNs alone, and takes them away with the add-on. */
  private associate(name: string, told: Json): readonly string[] {
    const asked = (told.podIdentityAssociations as readonly Json[] | undefined) ?? [];
    const made = asked.map((one) => this.identities.add({ namespace: 'kube-system', ...one }));
    this.associations.set(
      name,
      made.map(({ associationId }) => String(associationId)),
    );
    return made.map(({ associationArn }) => String(associationArn));
  }
}

/** Who may enter, by ARN, with the policies of each. */
export class AccessEntries extends Things {
  private readonly policies = new Map<string, Map<string, Json>>();

  public constructor(clusterName: string) {
    super(clusterName, 'accessEntry', 'accessEntries', 'accessEntryArn');
  }

  protected describe(told: Json): readonly [string, Json] {
    const principalArn = String(told.principalArn);
    return [
      principalArn,
      {
        type: 'STANDARD',
        kubernetesGroups: [],
        username: principalArn,
        ...told,
        accessEntryArn: this.arn('access-entry', digest(principalArn)),
      },
    ];
  }

  protected inList(id: string): unknown {
    return id;
  }

  protected override changes({ kubernetesGroups, username }: Json): Json {
    return {
      ...(kubernetesGroups === undefined ? {} : { kubernetesGroups }),
      ...(username === undefined ? {} : { username }),
    };
  }

  protected override below(asked: Asked, id: string, [kind, policyArn]: readonly string[]): Answer {
    if (kind !== 'access-policies') return unanswered(asked);
    const policies = this.policies.get(id) ?? new Map<string, Json>();
    this.policies.set(id, policies);
    if (asked.method === 'DELETE') {
      return policies.delete(policyArn ?? '')
        ? answerJson({})
        : refuse(404, 'ResourceNotFoundException', `No policy ${policyArn} for ${id}.`);
    }
    const about = { clusterName: this.clusterName, principalArn: id };
    if (asked.method === 'GET') {
      return answerJson({ ...about, associatedAccessPolicies: [...policies.values()] });
    }
    const now = Math.floor(Date.now() / 1000);
    const policy = { ...readJson(asked.body), associatedAt: now, modifiedAt: now };
    policies.set(String((policy as Json).policyArn), policy);
    return answerJson({ ...about, associatedAccessPolicy: policy });
  }

  protected override forget(id: string): void {
    this.policies.delete(id);
  }
}

/** Argo CD, ACK and kro as EKS runs them, by name. */
export class Capabilities extends Things {
  public constructor(clusterName: string) {
    super(clusterName, 'capability', 'capabilities', 'arn');
  }

  protected describe(told: Json): readonly [string, Json] {
    const name = String(told.capabilityName);
    const type = String(told.type).toLowerCase();
    return [
      name,
      {
        ...told,
        arn: this.arn('capability', `${type}/${name}/${digest(name)}`),
        version: 'v1.0.0-eks-1',
        status: 'ACTIVE',
        health: { issues: [] },
      },
    ];
  }

  protected inList(capabilityName: string, { type, status, version, arn, createdAt, modifiedAt }: Json) {
    return { capabilityName, type, status, version, arn, createdAt, modifiedAt };
  }
}

/** Roles of service accounts, by an id that EKS gives. */
export class PodIdentities extends Things {
  public constructor(clusterName: string) {
    super(clusterName, 'association', 'associations', 'associationArn');
  }

  /** What an add-on brings along. */
  public add(told: Json): Json {
    return this.put(...this.describe(told));
  }

  protected override changes({ clientRequestToken: _, ...told }: Json): Json {
    return told;
  }

  public remove(id: string): void {
    this.things.delete(id);
  }

  protected describe(told: Json): readonly [string, Json] {
    const associationId = `a-${digest(`${told.namespace}/${told.serviceAccount}`)}`;
    return [
      associationId,
      {
        ...told,
        associationId,
        associationArn: this.arn('podidentityassociation', associationId),
      },
    ];
  }

  protected inList(associationId: string, { namespace, serviceAccount, associationArn }: Json): unknown {
    return { clusterName: this.clusterName, namespace, serviceAccount, associationArn, associationId };
  }
}
