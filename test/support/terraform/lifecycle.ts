import { SimulatedProviders } from './simulated-providers';
import type { SimulationOptions } from './simulation-options';
import { describeChanges, type PlannedChange } from './terraform-plan';
import { TerraformWorkspace, type Variables } from './terraform-workspace';

export interface LifecycleOptions extends SimulationOptions {
  /** @default - none */
  readonly vars?: Variables;
  /**
   * Where the story ends. `plan` is for stacks whose resources log in to hosts: nothing of them can be
   * applied without the hosts.
   *
   * @default 'destroy'
   */
  readonly until?: 'plan' | 'destroy';
}

/** What happened, for further assertions. */
export interface LifecycleReport {
  /** The first plan, sorted by address. */
  readonly planned: readonly PlannedChange[];
  /** Addresses in the state after the apply, data sources too; empty when the story ended with the plan. */
  readonly addresses: readonly string[];
  /** Number of resources that existed in the simulated cloud after the apply. `terraform_data` is not among them. */
  readonly liveAfterApply: number;
  /** Outputs after the apply, sensitive ones too. */
  readonly outputs: Readonly<Record<string, unknown>>;
}

/**
 * The usual story of a stack: init, validate, plan, apply, an empty second plan, destroy, nothing left. All of
 * it is expected; a test asserts on the report only what is special about its stack.
 *
 * @param stack - a folder with a `cdk.tf.json`, or JSON as `Testing.synth(stack)` returns it
 * @throws Error with Terraform's own text, with the changes of a second plan that is not empty, or with what
 * is left after the destroy.
 */
export async function lifecycle(
  stack: string,
  { vars = {}, until = 'destroy', ...simulation }: LifecycleOptions = {},
): Promise<LifecycleReport> {
  const providers = await SimulatedProviders.start(stack, simulation);
  const workspace = TerraformWorkspace.open(stack, { env: providers.env });
  try {
    await workspace.init();
    await workspace.validate();
    const { changes: planned } = await workspace.plan({ vars });
    if (until === 'plan') return { planned, addresses: [], liveAfterApply: 0, outputs: {} };

    await workspace.applyPlan();
    const liveAfterApply = providers.liveResources().length;
    const addresses = await workspace.addresses();
    const outputs = await workspace.output();
    const second = await workspace.plan({ vars });
    if (second.exitCode !== 0) {
      throw new Error(`the second plan is not empty:\n${describeChanges(second)}`);
    }
    await workspace.destroy(vars);
    const left = [
      ...(await workspace.addresses()),
      ...providers.liveResources().map(({ type, id }) => `${type} ${id}`),
    ];
    if (left.length > 0) throw new Error(`left after the destroy:\n${left.join('\n')}`);
    return { planned, addresses, liveAfterApply, outputs };
  } finally {
    workspace.close();
    providers.stop();
  }
}
