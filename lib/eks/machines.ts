import type { Architecture } from '../cluster';
import { ValidationError } from '../values';
import { type EksMachineShape, eksInstanceTypeOf } from './machine-shape';
import { hasNeuronChips, hasNvidiaGpus } from './private/accelerators';
import { architectureOf, describeInstanceTypes } from './private/instance-types';

/** Which machines a node pool is made of. */
export class EksMachines {
  /**
   * Instance types by name, such as `m7i.large`, the preferred one first: EC2 takes the next when one is sold out. Name several
   * for interruptible capacity. Types with GPUs (`g6.xlarge`) get an image with NVIDIA's driver, those with Inferentia or Trainium
   * (`inf2.xlarge`) one with the Neuron driver. That the region offers them is not checked here.
   *
   * @see https://docs.aws.amazon.com/ec2/latest/instancetypes/instance-types.html
   * @throws ValidationError when there is none, one is malformed, a token or twice, when they mix architectures, or types with
   * accelerators and without, or when one cannot serve as a node: with accelerators that cannot be used, not built on Nitro, or
   * too small for the addresses of its pods.
   */
  public static ofTypes(...instanceTypes: string[]): EksMachines {
    const problems = describeInstanceTypes(instanceTypes);
    const [first] = instanceTypes;
    if (first === undefined || problems.length > 0) throw new ValidationError(problems.join('; '));
    return new EksMachines(
      [...instanceTypes],
      architectureOf(first),
      hasNvidiaGpus(first),
      hasNeuronChips(first),
    );
  }

  /**
   * The machine that has exactly these vCPUs and this memory, of the families M7i, C7i and R7i, or M7g, C7g and R7g (Arm).
   *
   * @throws ValidationError naming the nearest shapes when none is exactly so.
   */
  public static ofShape(shape: EksMachineShape): EksMachines {
    return EksMachines.ofTypes(eksInstanceTypeOf(shape));
  }

  private constructor(
    public readonly instanceTypes: readonly string[],
    public readonly architecture: Architecture,
    /** Whether the machines carry NVIDIA GPUs. Pods find them once the device plugin is installed in the cluster. */
    public readonly hasGpus: boolean,
    /** Whether the machines carry Inferentia or Trainium chips. Pods find them once Neuron's device plugin is installed in the cluster. */
    public readonly hasNeuron: boolean,
  ) {}
}
