import { Token } from 'cdktf';
import { ValidationError } from '../values';
import { type GkeMachineShape, gkeMachineTypeOf } from './machine-shape';

const MACHINE_TYPE = /^[a-z][a-z0-9]*(-[a-z0-9]+)+$/;

/** Which machines a node pool is made of. */
export class GkeMachine {
  /**
   * A machine type by name, such as `n4-standard-4`. That the region offers it is not checked here.
   *
   * @throws ValidationError when the text has not the form of a machine type, or is a token: the boot disk
   * depends on it.
   */
  public static ofType(machineType: string): GkeMachine {
    if (Token.isUnresolved(machineType) || !MACHINE_TYPE.test(machineType)) {
      const found = Token.isUnresolved(machineType) ? 'a token' : `'${machineType}'`;
      throw new ValidationError(`'machine' type is ${found}; write a machine type such as 'n4-standard-4'`);
    }
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

  private constructor(public readonly machineType: string) {}
}
