import { Token } from 'cdktf';
import { ValidationError } from '../values';
import { type GkeMachineShape, gkeMachineTypeOf } from './machine-shape';
import { acceleratorOf, describeUnknownAccelerator } from './private/accelerators';

const MACHINE_TYPE = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;

/** Which machines a node pool is made of. */
export class GkeMachine {
  /**
   * A machine type by name, such as `n4-standard-4`, or `g2-standard-8` with a GPU. That the region offers it is not
   * checked here.
   *
   * @throws ValidationError when the text has not the form of a machine type, is a token (boot disk and accelerators
   * depend on it), or is a type with accelerators that are not known here.
   */
  public static ofType(machineType: string): GkeMachine {
    if (Token.isUnresolved(machineType) || !MACHINE_TYPE.test(machineType)) {
      const found = Token.isUnresolved(machineType) ? 'a token' : `'${machineType}'`;
      throw new ValidationError(`'machine' type is ${found}; write a machine type such as 'n4-standard-4'`);
    }
    const unknown = describeUnknownAccelerator(machineType);
    if (unknown !== undefined) throw new ValidationError(unknown);
    return new GkeMachine(machineType);
  }

  /**
   * The type of the N4, E2 or C4A (Arm) series that has exactly these vCPUs and this memory.
   *
   * @throws ValidationError naming the nearest shape when no type has this one.
   */
  public static ofShape(shape: GkeMachineShape): GkeMachine {
    return new GkeMachine(gkeMachineTypeOf(shape));
  }

  /** Whether the machines carry GPUs; GKE then installs driver and device plugin, and taints the nodes. */
  public readonly hasGpus: boolean;

  private constructor(public readonly machineType: string) {
    this.hasGpus = acceleratorOf(machineType) !== undefined;
  }
}
