import { type ITerraformDependable, TerraformStack } from 'cdktf';
import type { IConstruct } from 'constructs';

/** A network that says what must exist before nodes come up in it. */
interface NetworkOfNodes extends IConstruct {
  readonly readyForNodes: readonly ITerraformDependable[];
}

/**
 * What a resource of `scope` has to wait for in a network. Terraform cannot order resources of two stacks; for a network in
 * another stack the stacks' own order stands in.
 */
export function readyNetwork(network: NetworkOfNodes, scope: IConstruct): readonly ITerraformDependable[] {
  return TerraformStack.of(network) === TerraformStack.of(scope) ? network.readyForNodes : [];
}
