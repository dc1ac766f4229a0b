import { EksMachines, EksNodeFamily, EksNodeImage, EksWindows } from '../../../lib/eks';
import { describeMissingImage, tryAmiTypeOf } from '../../../lib/eks/private/machine-image';

const AL2023 = EksNodeImage.amazonLinux2023();
const BOTTLEROCKET = EksNodeImage.bottlerocket();
const FIPS = EksNodeImage.bottlerocket({ fips: true });

describe('the machine image of a pool', () => {
  // Every image of EKS but those of Amazon Linux 2, which no supported version of Kubernetes has
  it.each<[EksNodeImage, string, string]>([
    [AL2023, 'm7i.large', 'AL2023_x86_64_STANDARD'],
    [AL2023, 'm7g.large', 'AL2023_ARM_64_STANDARD'],
    [AL2023, 'g6.xlarge', 'AL2023_x86_64_NVIDIA'],
    [AL2023, 'g5g.xlarge', 'AL2023_ARM_64_NVIDIA'],
    [AL2023, 'inf2.xlarge', 'AL2023_x86_64_NEURON'],
    [BOTTLEROCKET, 'm7i.large', 'BOTTLEROCKET_x86_64'],
    [BOTTLEROCKET, 'm7g.large', 'BOTTLEROCKET_ARM_64'],
    [BOTTLEROCKET, 'p5.48xlarge', 'BOTTLEROCKET_x86_64_NVIDIA'],
    [BOTTLEROCKET, 'g5g.xlarge', 'BOTTLEROCKET_ARM_64_NVIDIA'],
    [BOTTLEROCKET, 'trn1.2xlarge', 'BOTTLEROCKET_x86_64'],
    [FIPS, 'm7i.large', 'BOTTLEROCKET_x86_64_FIPS'],
    [FIPS, 'm7g.large', 'BOTTLEROCKET_ARM_64_FIPS'],
    [FIPS, 'g6.xlarge', 'BOTTLEROCKET_x86_64_NVIDIA_FIPS'],
    [FIPS, 'g5g.xlarge', 'BOTTLEROCKET_ARM_64_NVIDIA_FIPS'],
    [EksNodeImage.windows(EksWindows.CORE_2019), 'm7i.large', 'WINDOWS_CORE_2019_x86_64'],
    [EksNodeImage.windows(EksWindows.CORE_2022), 'm7i.large', 'WINDOWS_CORE_2022_x86_64'],
    [EksNodeImage.windows(EksWindows.CORE_2025), 'm7i.large', 'WINDOWS_CORE_2025_x86_64'],
    [EksNodeImage.windows(EksWindows.FULL_2019), 'm7i.large', 'WINDOWS_FULL_2019_x86_64'],
    [EksNodeImage.windows(EksWindows.FULL_2022), 'm7i.large', 'WINDOWS_FULL_2022_x86_64'],
    [EksNodeImage.windows(EksWindows.FULL_2025), 'm7i.large', 'WINDOWS_FULL_2025_x86_64'],
  ])('of %j on %s is %s', (image, type, amiType) => {
    const machines = EksMachines.ofTypes(type);
    expect(tryAmiTypeOf(machines, image)).toBe(amiType);
    expect(describeMissingImage(machines, image)).toBeUndefined();
  });

  it('is left to EKS when it is one of your own', () => {
    const image = EksNodeImage.custom(EksNodeFamily.AMAZON_LINUX_2023, 'ami-0123456789abcdef0');
    const machines = EksMachines.ofTypes('m7i.large');
    expect(tryAmiTypeOf(machines, image)).toBeUndefined();
    expect(describeMissingImage(machines, image)).toBeUndefined();
  });

  it.each<[EksNodeImage, string, string]>([
    [
      EksNodeImage.windows(EksWindows.CORE_2025),
      'm7g.large',
      "'image' (windows) does not exist for m7g.large (arm64); choose other machines or EksNodeImage.amazonLinux2023()",
    ],
    [
      EksNodeImage.windows(EksWindows.FULL_2022),
      'g6.xlarge',
      "'image' (windows) does not exist for g6.xlarge (amd64, NVIDIA GPUs); choose other machines or EksNodeImage.amazonLinux2023()",
    ],
    [
      EksNodeImage.windows(EksWindows.FULL_2022),
      'inf2.xlarge',
      "'image' (windows) does not exist for inf2.xlarge (amd64, Neuron chips); choose other machines or EksNodeImage.amazonLinux2023()",
    ],
    [
      FIPS,
      'inf2.xlarge',
      "'image' (bottlerocket with FIPS) does not exist for inf2.xlarge (amd64, Neuron chips); choose other machines or EksNodeImage.amazonLinux2023()",
    ],
  ])('of %j does not exist on %s', (image, type, message) => {
    const machines = EksMachines.ofTypes(type);
    expect(tryAmiTypeOf(machines, image)).toBeUndefined();
    expect(describeMissingImage(machines, image)).toBe(message);
  });
});
