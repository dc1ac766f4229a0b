import { createHash } from 'node:crypto';
import { type Answer, type Asked, answerJson, type Json, readJson, refuse } from './exchange';
import { REGION } from './moto-call';

const ACCOUNT = '123456789012';

/** Things of one kind that belong to a cluster and that moto does not know. */
export interface Collection {
  /** @param rest - what stands in the path behind the name of the kind */
  answer(asked: Asked, rest: readonly string[]): Answer;
}

/** Things that are made, read, listed and deleted by an id. */
abstract class Things implements Collection {
  protected readonly things = new Map<string, Json>();

  public constructor(
    protected readonly clusterName: string,
    /** Under which one thing stands in an answer. */
    private readonly one: string,
    private readonly many: string,
  ) {}

  public answer(asked: Asked, [id, ...rest]: readonly string[]): Answer {
    if (id === undefined) return asked.method === 'POST' ? this.make(asked) : this.list();
    const thing = this.things.get(id);
    if (thing === undefined) {
      return refuse(404, 'ResourceNotFoundException', `No ${this.one} found for name: ${id}.`);
    }
    if (rest.length > 0) return this.below(asked, id, rest);
    if (asked.method === 'GET') return answerJson({ [this.one]: thing });
    if (asked.method !== 'DELETE') return unanswered(asked);
    this.things.delete(id);
    this.forget(id);
    return answerJson({ [this.one]: thing });
  }

  /** The id of a thing by what it is told, and the whole of it. */
  protected abstract describe(told: Json): readonly [id: string, thing: Json];
  protected abstract inList(id: string, thing: Json): unknown;

  protected below(asked: Asked, _id: string, _rest: readonly string[]): Answer {
    return unanswered(asked);
  }

  protected forget(_id: string): void {}

  protected arn(kind: string, rest: string): string {
    return `arn:aws:eks:${REGION}:${ACCOUNT}:${kind}/${this.clusterName}/${rest}`;
  }

  protected put(id: string, described: Json): Json {
    const now = Math.floor(Date.now() / 1000);
    const thing = { clusterName: this.clusterName, createdAt: now, modifiedAt: now, ...described };
    this.things.set(id, thing);
    return thing;
  }

  private make(asked: Asked): Answer {
    const { clientRequestToken: _, ...told } = readJson(asked.body);
    const [id, described] = this.describe(told);
    if (this.things.has(id)) {
      return refuse(409, 'ResourceInUseException', `The ${this.one} ${id} exists already.`);
    }
    return answerJson({ [this.one]: this.put(id, described) });
  }

  private list(): Answer {
    return answerJson({ [this.many]: [...this.things].map(([id, thing]) => this.inList(id, thing)) });
  }
}

/** Add-ons, by name. */
export class AddOns extends Things {
  private readonly associations = new Map<string, readonly string[]>();

  public constructor(
    clusterName: string,
    private readonly identities: PodIdentities,
  ) {
    super(clusterName, 'addon', 'addons');
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
    super(clusterName, 'accessEntry', 'accessEntries');
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

/** Roles of service accounts, by an id that EKS gives. */
export class PodIdentities extends Things {
  public constructor(clusterName: string) {
    super(clusterName, 'association', 'associations');
  }

  /** What an add-on brings along. */
  public add(told: Json): Json {
    return this.put(...this.describe(told));
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

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 17);
}

function unanswered({ method, path }: Asked): Answer {
  return refuse(501, 'NotImplemented', `nobody answers ${method} ${path}`);
}
