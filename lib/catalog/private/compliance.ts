import type { Regime } from '../regimes';
import type { ComplianceFact } from '../types';
import { asOf, type SourceId } from './sources';

type Service = ComplianceFact['service'];

const GOVCLOUD = ['us-gov-east-1', 'us-gov-west-1'] as const;
const AWS_UNITED_STATES = ['us-east-1', 'us-east-2', 'us-west-1', 'us-west-2'] as const;
const AZURE_UNITED_STATES = [
  'centralus',
  'eastus',
  'eastus2',
  'northcentralus',
  'southcentralus',
  'westcentralus',
  'westus',
  'westus2',
  'westus3',
] as const;
/** The text lists us-central2 as well, which is not a public region. */
const GKE_ITAR = [
  'us-central1',
  'us-east1',
  'us-east4',
  'us-east5',
  'us-south1',
  'us-west1',
  'us-west2',
  'us-west3',
  'us-west4',
] as const;

const GDPR_NOTE =
  'A law, not a certificate, so no service can prove it. Sign the data-processing agreement, choose a place in the EU or EEA, settle the basis for transfers, and supply that agreement as evidence.';

function proven(
  service: Service,
  regime: Regime,
  source: SourceId,
  note: string,
  regions?: readonly string[],
): ComplianceFact {
  return { service, regime, status: 'proven', regions, note, source, asOf: asOf(source) };
}

/** Documented for the platform as a whole, or nothing read: not proven, but the user's evidence can lift it. */
function unknown(service: Service, regime: Regime, source: SourceId, note: string): ComplianceFact {
  return { service, regime, status: 'unknown', regions: undefined, note, source, asOf: asOf(source) };
}

function refuted(service: Service, regime: Regime, source: SourceId, note: string): ComplianceFact {
  return { service, regime, status: 'refuted', regions: undefined, note, source, asOf: asOf(source) };
}

const NOTHING_READ = 'Nothing was read about this service. Supply the number and date of your own evidence.';
const AZURE_PLATFORM_ONLY =
  'Documented for Azure as a platform; no list that names AKS was read. Look it up and supply it as evidence.';
const INFRASTRUCTURE_ONLY =
  'At most the machines, disks and network below are in the scope of AWS, and its list was not read for them. Kubernetes, etcd, the operating system and the audit are in your own scope: supply your evidence.';
const PLATFORM_ONLY =
  'Documented for Google Cloud as a platform; no list that names GKE was read. Look it up and supply it as evidence.';

/** Regimes that a cluster on rented machines can meet only by evidence of whoever runs it. */
const INFRASTRUCTURE_REGIMES: readonly Regime[] = [
  'HIPAA',
  'PCI-DSS',
  'SOC2',
  'ISO27001',
  'C5',
  'ENS',
  'IRAP',
  'FedRAMP-Moderate',
  'FedRAMP-High',
  'HDS',
  'ITAR',
];

/**
 * In scope means that the service was audited, not that a cluster on it is compliant. All of it was read in stored
 * copies; check the provider's live list before relying on it.
 */
export const COMPLIANCE: readonly ComplianceFact[] = [
  proven('eks', 'HIPAA', 'eks-compliance', 'HIPAA eligible; needs a business associate agreement with AWS.'),
  proven('eks', 'PCI-DSS', 'eks-compliance', 'Service provider level 1.'),
  proven('eks', 'SOC2', 'eks-compliance', 'Named in the table of services.'),
  proven(
    'eks',
    'ISO27001',
    'eks-compliance',
    'The table says ISO 27001:2013; the edition of 2022 was not verified.',
  ),
  proven('eks', 'C5', 'eks-compliance', 'Not for Fargate in that table.'),
  proven('eks', 'ENS', 'eks-compliance', 'ENS High; not for Fargate in that table.'),
  proven('eks', 'IRAP', 'eks-compliance', 'The level, such as PROTECTED, is not stated in the table.'),
  proven(
    'eks',
    'FedRAMP-Moderate',
    'eks-compliance',
    'Commercial regions in the United States; in GovCloud the High authorization includes Moderate. Not for Fargate in that table.',
    [...AWS_UNITED_STATES, ...GOVCLOUD],
  ),
  proven(
    'eks',
    'FedRAMP-High',
    'eks-compliance',
    'AWS GovCloud (US) only. Not for Fargate in that table.',
    GOVCLOUD,
  ),
  unknown('eks', 'HDS', 'nothing-read', NOTHING_READ),
  unknown('eks', 'GDPR', 'nothing-read', GDPR_NOTE),
  refuted(
    'eks',
    'SecNumCloud',
    'secnumcloud-rule',
    'Inferred: AWS is under the law of the United States, which the rule excludes. The European Sovereign Cloud is another partition about which nothing is known.',
  ),
  proven('gke', 'PCI-DSS', 'gke-pci', 'Autopilot and Standard.'),
  proven(
    'gke',
    'ITAR',
    'gke-regulatory',
    'Inside an Assured Workloads folder with the data boundary for ITAR, in these regions.',
    GKE_ITAR,
  ),
  unknown(
    'gke',
    'HIPAA',
    'gcp-compliance',
    'The healthcare control package says that its products are covered by the business associate agreement; whether GKE is one of them was not read.',
  ),
  unknown('gke', 'FedRAMP-Moderate', 'gcp-compliance', PLATFORM_ONLY),
  unknown(
    'gke',
    'FedRAMP-High',
    'gcp-compliance',
    'Documented for Google Cloud in regions of the United States through an Assured Workloads folder; no list that names GKE was read.',
  ),
  unknown('gke', 'SOC2', 'gcp-compliance', PLATFORM_ONLY),
  unknown('gke', 'ISO27001', 'gcp-compliance', PLATFORM_ONLY),
  unknown('gke', 'C5', 'gcp-compliance', PLATFORM_ONLY),
  unknown('gke', 'IRAP', 'gcp-compliance', PLATFORM_ONLY),
  unknown('gke', 'ENS', 'nothing-read', NOTHING_READ),
  unknown('gke', 'HDS', 'nothing-read', NOTHING_READ),
  unknown('gke', 'GDPR', 'nothing-read', GDPR_NOTE),
  refuted(
    'gke',
    'SecNumCloud',
    'secnumcloud-rule',
    'Inferred: Google is under the law of the United States, which the rule excludes. S3NS offers Google technology under French law with the qualification, as another provider that this catalogue does not carry.',
  ),
  proven(
    'aks',
    'FedRAMP-Moderate',
    'aks-fedramp',
    'Public regions in the United States: the High authorization there includes Moderate. Nothing was read about AKS in Azure Government.',
    AZURE_UNITED_STATES,
  ),
  proven(
    'aks',
    'FedRAMP-High',
    'aks-fedramp',
    'Public regions in the United States. Azure Government is authorized as a platform; whether AKS is named there was not read.',
    AZURE_UNITED_STATES,
  ),
  unknown('aks', 'HIPAA', 'azure-compliance', AZURE_PLATFORM_ONLY),
  unknown('aks', 'PCI-DSS', 'azure-compliance', AZURE_PLATFORM_ONLY),
  unknown('aks', 'SOC2', 'azure-compliance', AZURE_PLATFORM_ONLY),
  unknown('aks', 'ISO27001', 'azure-compliance', AZURE_PLATFORM_ONLY),
  unknown('aks', 'C5', 'nothing-read', NOTHING_READ),
  unknown('aks', 'ENS', 'nothing-read', NOTHING_READ),
  unknown('aks', 'IRAP', 'nothing-read', NOTHING_READ),
  unknown('aks', 'HDS', 'nothing-read', NOTHING_READ),
  unknown('aks', 'GDPR', 'nothing-read', GDPR_NOTE),
  refuted(
    'aks',
    'SecNumCloud',
    'secnumcloud-rule',
    'Inferred: Microsoft is under the law of the United States, which the rule excludes. Bleu, which offers Microsoft technology under French law, had not finished the qualification when it was read about; it is another provider that this catalogue does not carry.',
  ),
  ...INFRASTRUCTURE_REGIMES.map((regime) => unknown('ec2', regime, 'nothing-read', INFRASTRUCTURE_ONLY)),
  unknown('ec2', 'GDPR', 'nothing-read', GDPR_NOTE),
  refuted(
    'ec2',
    'SecNumCloud',
    'secnumcloud-rule',
    'Inferred: AWS is under the law of the United States, which the rule excludes, whoever runs Kubernetes on its machines.',
  ),
];
