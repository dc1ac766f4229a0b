import { describeChanges, type PlannedChange } from '../terraform/terraform-plan';
import type { TerraformWorkspace } from '../terraform/terraform-workspace';
import { type Inventory, without } from './inventory';
import type { MotoCloud } from './moto-cloud';

/** What a stack did in the cloud. */
export interface CloudReport {
  /** Attributes and types that the provider of this machine does not have. */
  readonly dropped: readonly string[];
  /** Number of resources after the apply. */
  readonly resources: number;
  /** What moto held after the apply, beside what it held before the stack. */
  readonly held: Inventory;
  /** What the second plan would change; empty when the stack is at rest. */
  readonly secondPlan: string;
  /** What the changed stack changes; none without one. */
  readonly changes: readonly PlannedChange[];
  /** What the plan after that change would change; empty when the stack is at rest, and without a change. */
  readonly planAfterChange: string;
  /** What moto held after the destroy, beside what it held before the stack. */
  readonly left: Inventory;
  /** What stood in the state after the destroy. */
  readonly leftInState: readonly string[];
}

/**
 * Applies a stack, plans it once more, destroys it, and asks moto before and after. With a changed stack, that one is applied and planned
 * once more before the destroy.
 */
export async function cloudStory(cloud: MotoCloud, stack: string, changed?: string): Promise<CloudReport> {
  const { json, dropped } = cloud.fit(stack);
  const workspace = cloud.open(json);
  const before = await cloud.holds();
  try {
    await workspace.init();
    await workspace.apply();
    const addresses = await workspace.addresses();
    const held = without(await cloud.holds(), before);
    const secondPlan = describeChanges(await workspace.plan());
    const afterwards = changed === undefined ? NO_CHANGE : await change(workspace, cloud.fit(changed).json);
    await workspace.destroy();
    return {
      dropped,
      resources: addresses.filter((address) => !address.startsWith('data.')).length,
      held,
      secondPlan,
      ...afterwards,
      left: without(await cloud.holds(), before),
      leftInState: await workspace.addresses(),
    };
  } finally {
    workspace.close();
  }
}

const NO_CHANGE = { changes: [], planAfterChange: '' };

async function change(workspace: TerraformWorkspace, stack: string) {
  workspace.use(stack);
  const { changes } = await workspace.plan();
  await workspace.applyPlan();
  return { changes, planAfterChange: describeChanges(await workspace.plan()) };
}
