import { GkeBackupRestorePlan } from '@cdktf/provider-google/lib/gke-backup-restore-plan';
import { Token } from 'cdktf';
import { Construct } from 'constructs';
import { ValidationError } from '../values';
import { describeRestore, renderRestore } from './private/restore-parts';
import type { GkeRestoreOptions } from './restore-options';

/** Props of {@link GkeRestorePlan}. */
export interface GkeRestorePlanProps extends GkeRestoreOptions {
  /** 1 to 63 lower-case letters, digits and hyphens, starting with a letter. Changing it replaces the plan. */
  readonly planName: string;
  /** Project of the cluster and of the backups: Google restores within one. */
  readonly project: string;
  /** Region of the cluster that is restored into. */
  readonly location: string;
  /** `projects/…/locations/…/backupPlans/…`, as `cluster.backupPlanIds` has it. Changing it replaces the plan. */
  readonly backupPlanId: string;
  /** `projects/…/locations/…/clusters/…` of the cluster that is restored into; its `backupAgent` must be on. Changing it replaces the plan. */
  readonly clusterId: string;
  /**
   * Labels of the plan.
   *
   * @default {}
   */
  readonly labels?: Readonly<Record<string, string>>;
}

const PLAN_NAME = /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/;
const BACKUP_PLAN = /^projects\/([^/]+)\/locations\/[^/]+\/backupPlans\/[^/]+$/;
const CLUSTER = /^projects\/([^/]+)\/locations\/([^/]+)\/clusters\/[^/]+$/;

/**
 * How backups of one cluster come back into another, or into itself. Nothing is restored until somebody asks for it; it costs nothing
 * until then.
 *
 * @see https://registry.terraform.io/providers/hashicorp/google/6.50.0/docs/resources/gke_backup_restore_plan
 */
export class GkeRestorePlan extends Construct {
  /** `projects/…/locations/…/restorePlans/…`. */
  public readonly restorePlanId: string;

  /** @throws ValidationError when a prop is one that Google would refuse. */
  public constructor(scope: Construct, id: string, props: GkeRestorePlanProps) {
    super(scope, id);
    const problems = [...describePlace(props), ...describeRestore(props)];
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
    const plan = new GkeBackupRestorePlan(this, 'Resource', {
      project: props.project,
      location: props.location,
      name: props.planName,
      backupPlan: props.backupPlanId,
      cluster: props.clusterId,
      labels: Object.keys(props.labels ?? {}).length === 0 ? undefined : { ...props.labels },
      restoreConfig: renderRestore(props),
    });
    this.restorePlanId = plan.id;
  }
}

function describePlace(props: GkeRestorePlanProps): readonly string[] {
  const { planName, project, location, backupPlanId, clusterId } = props;
  const problems: string[] = [];
  if (!Token.isUnresolved(planName) && !PLAN_NAME.test(planName)) {
    problems.push(
      `'planName' (${planName}) must be 1 to 63 lower-case letters, digits and hyphens, starting with a letter`,
    );
  }
  const owners = new Map<string, string | undefined>();
  if (!Token.isUnresolved(backupPlanId)) {
    owners.set('backupPlanId', BACKUP_PLAN.exec(backupPlanId)?.[1]);
    if (owners.get('backupPlanId') === undefined) {
      problems.push(`'backupPlanId' (${backupPlanId}) must be 'projects/…/locations/…/backupPlans/…'`);
    }
  }
  if (!Token.isUnresolved(clusterId)) {
    const [, owner, place] = CLUSTER.exec(clusterId) ?? [];
    owners.set('clusterId', owner);
    if (place === undefined) {
      problems.push(`'clusterId' (${clusterId}) must be 'projects/…/locations/…/clusters/…'`);
    } else if (!Token.isUnresolved(location) && place.replace(/-[a-z]$/, '') !== location) {
      problems.push(`'location' (${location}) must be the region of the cluster, which is in '${place}'`);
    }
  }
  if (Token.isUnresolved(project)) return problems;
  for (const [prop, owner] of owners) {
    if (owner === undefined || owner === project) continue;
    problems.push(
      `'${prop}' is of project '${owner}', and Google restores within one; 'project' is '${project}'`,
    );
  }
  return problems;
}
