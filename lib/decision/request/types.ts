import type { CountryCode, Jurisdiction, MachineClass } from '../../catalog/types';
import type { PlatformId } from '../../values';

/** One request file, read and checked: what somebody needs, before anything is decided. */
export interface Request {
  readonly apiVersion: 'kubewhere/v1';
  /** Stem of all names: 1 to 20 lower-case letters, digits and hyphens. */
  readonly name: string;
  /** The day the plan is made for, `YYYY-MM-DD`. Support windows are judged at it; no clock is read. */
  readonly planDate: string;
  /** Keyed by name; the cluster is called `<request name>-<key>`. */
  readonly clusters: Readonly<Record<string, ClusterRequest>>;
  /** Places with hardware that is already owned, keyed by name. */
  readonly sites: Readonly<Record<string, Site>>;
  /** Clusters that must not share their fate. Default none. */
  readonly relations: readonly Relation[];
  /** Limits on the sum over all clusters; each cluster has budgets of its own beside. */
  readonly budget: TotalBudget;
  /** Files of prices and facts that come before those of the package, relative to the request; later ones win. Default none. */
  readonly overlays: readonly string[];
  readonly accounts: Accounts;
  readonly terraform: { readonly backend: Backend };
  readonly tags: Readonly<Record<string, string>>;
}

/** What two clusters may not have in common. `region` means the same region of a cloud or the same own site. */
export type Separation = 'region' | 'provider' | 'jurisdiction';

/** A cluster and the one that takes over when its place is lost. */
export interface Relation {
  /** Keys of clusters. */
  readonly primary: string;
  readonly standby: string;
  /** What they must not share; at least one. */
  readonly apart: readonly Separation[];
}

/** Limits over all clusters together; absent = none. */
export interface TotalBudget {
  readonly usdPerMonth?: number;
  readonly hoursPerMonth?: number;
}

/** The user's accounts with the clouds: what synthesis needs to know, what is already paid, and what may be used. */
export interface Accounts {
  readonly google?: {
    readonly project: string;
    readonly projectNumber: string;
    /** What is left a month of Google's credit for one cluster of the billing account. Default 0: it may be used up. */
    readonly gkeCreditUsd?: number;
  };
  /** Spend that was promised to a provider and is paid whether it is used or not, by provider (`aws`, `gcp`, `azure`). Default none. */
  readonly commitments: Readonly<Record<string, ExistingCommitment>>;
  /** What the user's quota allows, by region id. A region without an entry has no known limit. */
  readonly quotas: Readonly<Record<string, { readonly vcpu?: number; readonly gpus?: number }>>;
}

/** A promise to spend, on machines only. */
export interface ExistingCommitment {
  /** Part of the promise that nothing else uses: so much of the machines' bill costs nothing more. */
  readonly unusedUsdPerMonth: number;
  /** What the provider takes off list prices of machines for it, in percent. Default 0. */
  readonly discountPercent: number;
}

/** Where Terraform keeps its state. One per stack, below the request's own prefix. */
export type Backend =
  | { readonly type: 'local' }
  | {
      readonly type: 's3';
      readonly bucket: string;
      readonly region: string;
      readonly prefix: string;
      readonly kmsKeyId?: string;
    }
  | { readonly type: 'gcs'; readonly bucket: string; readonly prefix: string }
  | { readonly type: 'http'; readonly address: string }
  | {
      readonly type: 'cloud';
      readonly organization: string;
      readonly hostname?: string;
      readonly workspacePrefix: string;
    };

export interface ClusterRequest {
  readonly kubernetesVersion: string;
  readonly capacity: Capacity;
  readonly availability: Availability;
  readonly budget: Budget;
  readonly security: Security;
  readonly residency: Residency;
  readonly planning: Planning;
  /** Connections that the place must have to networks of the user. Default none. */
  readonly links: Readonly<Record<string, Link>>;
  /** Ranks by weighted scores; absent = by money plus hours at their rate. */
  readonly weights?: Weights;
  /** Rules that this cluster may break, by id of the constraint, with the reason: it goes into the lock. Default none. */
  readonly overrides: Readonly<Record<string, string>>;
  readonly platforms: AllowDeny<PlatformId>;
  /** Region ids (`eu-central-1`, `europe-west3`) and site names. */
  readonly places: AllowDeny<string>;
  readonly network: NetworkRequest;
  readonly traffic: Traffic;
  readonly administrators: Administrators;
  /** Whether Terraform refuses to destroy the cluster. Default true; taking it off needs an apply of its own before a destroy. */
  readonly deletionProtection: boolean;
}

/**
 * Demand of the workload, before headroom; system daemons are added by the sizing. A file gives totals or pod shapes; with
 * shapes, `cpu`, `memoryGib`, `pods`, `largestPod`, `interruptiblePercent` and `gpus` here are filled from them.
 */
export interface Capacity {
  /** Pod shapes, by name; empty when the file gives totals. */
  readonly workloads: Readonly<Record<string, Workload>>;
  /** vCPU. */
  readonly cpu: number;
  readonly memoryGib: number;
  readonly pods: number;
  /** Added to all three before sizing, in percent. Default 0. */
  readonly headroomPercent: number;
  /** Largest single pod; it must fit one node. */
  readonly largestPod?: { readonly cpu: number; readonly memoryGib: number };
  /** Architectures that every image runs on; with both, the cheaper one is taken, never a mix. Default amd64 alone. */
  readonly architectures: readonly ('amd64' | 'arm64')[];
  readonly machineClasses: readonly MachineClass[];
  /** Part of cpu, memory and pods that may be taken away at any time, 0 to 100. Default 0. */
  readonly interruptiblePercent: number;
  /** Accelerators, all together; absent = none. Without a model any will do. */
  readonly gpus?: { readonly count: number; readonly model?: string };
}

/** Replicas of one pod. */
export interface Workload {
  readonly replicas: number;
  readonly cpu: number;
  readonly memoryGib: number;
  /** Accelerators of each pod. Default 0. */
  readonly gpus: number;
  /** `zones`: as evenly over the zones as they go; `nodes`: no two on one node; `none`: anywhere. Default `zones`. */
  readonly spread: 'zones' | 'nodes' | 'none';
  /** Whether a pod may be taken away at any time. Default false. */
  readonly interruptible: boolean;
}

/** How the future is reckoned with. */
export interface Planning {
  /** Months that the cluster is planned for. Default 36. */
  readonly horizonMonths: number;
  /** Growth of the demand, a year, compound. Machines that are owned must hold the demand at the end; clouds are sized for today. Default 0. */
  readonly growthPercentPerYear: number;
  /** Longest promise that may be given to a provider for cheaper machines. Default `none`: on demand. */
  readonly commitment: 'none' | '1-year' | '3-year';
  /** What it takes to move a running cluster, weighed against what a move saves. */
  readonly moving: { readonly hours: number; readonly doubleRunningDays: number };
}

/** A connection to a network of the user that the cluster needs. */
export interface Link {
  /** Ranges on the other side; none of the cluster's may overlap them. */
  readonly cidrs: readonly string[];
  /** Longest round trip in milliseconds; absent = any. */
  readonly maxLatencyMs?: number;
  /** Round trips that the user measured, by region id or site. What is not there is unknown. */
  readonly latencyMs: Readonly<Record<string, number>>;
  /** Places that a VPN or private line already reaches, by region id or site; absent = no such line is asked for. */
  readonly reaches?: readonly string[];
}

/** Weights of a score, in any unit: only their ratios count. At least one above 0. */
export interface Weights {
  readonly money: number;
  readonly hours: number;
  readonly resilience: number;
  readonly carbon: number;
  readonly latency: number;
}

export interface Availability {
  readonly controlPlane: 'highly-available' | 'single';
  /** Zones (or racks) the nodes are spread over: at least this many. Default 3. */
  readonly zones: number;
  /** Whether the demand must still fit with one zone lost. Default true. */
  readonly surviveZoneLoss: boolean;
  /** Whether the loss of the whole place must be survived: then a relation must give the cluster a standby in another region. Default false. */
  readonly surviveSiteLoss: boolean;
}

/** Two budgets and the rate between them. The money budget does not contain people's hours. */
export interface Budget {
  readonly usdPerMonth?: number;
  readonly hoursPerMonth?: number;
  /** What an hour of the people who run it costs; the ranking adds money and hours × rate. */
  readonly usdPerHour: number;
  /** Hours a month that the user's own people spend on a cluster, by platform, instead of the catalogue's assumptions. Default none. */
  readonly effortHours: Readonly<Record<string, number>>;
  /** Whether the money budget may count interruptible machines at their reduced price. Default false: it must hold with all of them on demand. */
  readonly acceptSpotRisk: boolean;
  /** Oldest price that a budget may rest on, in days before the plan date; absent = any, with a warning when it is old. */
  readonly maximumPriceAgeDays?: number;
}

export interface Security {
  readonly publicCloud: 'allowed' | 'forbidden';
  readonly apiAccess: ApiAccessRequest;
  /** Whether secrets must be encrypted with a key that the customer controls. Default true. */
  readonly customerManagedKeys: boolean;
  /** Whether nodes and pods must have no way to the internet at all. Default false. */
  readonly airGap: boolean;
  /** Whose else's workloads may share the machines; `confidential` also encrypts memory against the host. Default `shared`. */
  readonly tenancy: 'shared' | 'dedicated' | 'confidential';
  readonly compliance: readonly ComplianceRequest[];
}

export type ApiAccessRequest =
  | { readonly exposure: 'private' }
  | { readonly exposure: 'restricted'; readonly cidrs: readonly string[] }
  | { readonly exposure: 'public' };

/** A regime the cluster must be under, with the user's own evidence where the catalogue has none. */
export interface ComplianceRequest {
  readonly regime: string;
  readonly evidence: readonly Evidence[];
}

export interface Evidence {
  /** Platform it speaks for. */
  readonly platform: PlatformId;
  /** Site it speaks for; absent = every place of the platform. */
  readonly site?: string;
  /** Certificate or report number. */
  readonly id: string;
  /** Last day it is valid, `YYYY-MM-DD`, compared with the plan date. */
  readonly validUntil: string;
}

/** Residency is two questions: where the data is, and under whose law the operator and its ultimate parent are. */
export interface Residency {
  /** Country or jurisdiction the data may be in; absent = anywhere. */
  readonly data?: PlaceOfLaw;
  /** The same of the control plane, which holds names, labels and secrets. */
  readonly controlPlane?: PlaceOfLaw;
  readonly backups?: PlaceOfLaw;
  /** Logs and metrics that the platform sends somewhere. */
  readonly telemetry?: PlaceOfLaw;
  /** Law that the operator **and** its ultimate parent may be under; absent = any. */
  readonly operatorLaw?: PlaceOfLaw;
}

export interface PlaceOfLaw {
  readonly countries: readonly CountryCode[];
  readonly jurisdictions: readonly Jurisdiction[];
}

export interface AllowDeny<T> {
  /** Absent = all. */
  readonly allow?: readonly T[];
  readonly deny: readonly T[];
}

/** Ranges and networks; what is absent is chosen by the platform's defaults. */
export interface NetworkRequest {
  /**
   * How nodes reach the internet. `redundant`: in every zone by itself; `single`: one way out for all zones; `none`: not at all, so
   * that images come from a registry of the same region. Default: `none` with `security.airGap`, `redundant` when a zone may
   * be lost, `single` otherwise. A stronger one than asked for passes, but for `none`.
   */
  readonly egress?: 'redundant' | 'single' | 'none';
  /** Range of the VPC (EKS) or of the nodes' subnet (GKE). */
  readonly nodeCidr?: string;
  readonly podCidr?: string;
  readonly serviceCidr?: string;
  /** Networks that exist and are to be used; keyed by platform. */
  readonly adopt?: {
    readonly eks?: {
      readonly vpcId: string;
      readonly vpcCidr: string;
      readonly privateSubnetIds: readonly string[];
    };
    readonly gke?: {
      readonly network: string;
      readonly subnetwork: string;
      readonly nodeCidr: string;
      readonly podRangeName: string;
      readonly podCidr: string;
      readonly serviceRangeName: string;
      readonly serviceCidr: string;
    };
  };
}

/** Monthly volumes that cost money by themselves. GiB a month; all default 0 but storage, which is the sum of the volumes. */
export interface Traffic {
  /** Logs that the provider's service takes in, GiB a month. */
  readonly logGib: number;
  readonly internetEgressGib: number;
  readonly natGib: number;
  readonly crossZoneGib: number;
  readonly persistentStorageGib: number;
  readonly loadBalancers: number;
}

/** Who administers the cluster, in each cloud's own words. On premises it is whoever holds the admin certificate. */
export interface Administrators {
  /** ARNs of IAM roles or users by a name of your choice, which stands in the Terraform address. */
  readonly aws: Readonly<Record<string, string>>;
  /** IAM members such as `group:platform@example.com` by a name of your choice. */
  readonly google: Readonly<Record<string, string>>;
}

/** A place with owned hardware. */
export interface Site {
  readonly country: CountryCode;
  readonly city?: string;
  /** Who runs the machines; default: the user's own organisation under the law of `country`. */
  readonly operator?: {
    readonly legalEntity: string;
    readonly jurisdiction: CountryCode;
    readonly ultimateParent: CountryCode;
  };
  readonly machines: Readonly<Record<string, Machine>>;
  readonly endpoint: SiteEndpoint;
  readonly ssh: SiteSsh;
  /** Carbon of the electricity, g CO₂ per kWh; absent = unknown. */
  readonly carbonGramsPerKwh?: number;
  readonly cost: SiteCost;
}

/** One machine of a site. */
export interface Machine {
  readonly role: 'control-plane' | 'worker';
  readonly address: string;
  /** SSH host key, `ssh-ed25519 AAAA…`. Needed to synthesize, so that nobody else's machine is bootstrapped. */
  readonly hostKey: string;
  readonly cpu: number;
  readonly memoryGib: number;
  readonly architecture: 'amd64' | 'arm64';
  /** Racks are the failure domains of a site. */
  readonly rack: string;
}

export type SiteEndpoint =
  | { readonly type: 'virtual-address'; readonly address: string; readonly routerId: number }
  | { readonly type: 'external'; readonly host: string; readonly port: number };

export interface SiteSsh {
  readonly user: string;
  readonly privateKeyPath?: string;
}

/** What a site costs, in USD. Everything is the user's own figure. */
export interface SiteCost {
  /** Purchase price of all machines; 0 with `sunk`. */
  readonly purchaseUsd: number;
  /** Whether the purchase is written off: then it is left out, and the record says so. */
  readonly sunk: boolean;
  readonly lifeMonths: number;
  /** What the machines are worth at the end. Default 0. */
  readonly residualUsd: number;
  /** Interest on the purchase, a year. Default 0. */
  readonly interestPercent: number;
  /** Average draw of all machines together. */
  readonly watts: number;
  readonly usdPerKwh: number;
  readonly pue?: number;
  readonly rackUsdPerMonth: number;
  readonly supportUsdPerMonth: number;
  readonly uplinkUsdPerMonth: number;
  /** Spare parts that are kept. Default 0. */
  readonly sparesUsdPerMonth: number;
}
