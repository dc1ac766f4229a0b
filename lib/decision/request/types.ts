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
  readonly accounts: Accounts;
  readonly terraform: { readonly backend: Backend };
  readonly tags: Readonly<Record<string, string>>;
}

/** Accounts that synthesis needs to know; a decision does without. */
export interface Accounts {
  readonly google?: { readonly project: string; readonly projectNumber: string };
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
  readonly platforms: AllowDeny<PlatformId>;
  /** Region ids (`eu-central-1`, `europe-west3`) and site names. */
  readonly places: AllowDeny<string>;
  readonly network: NetworkRequest;
  readonly traffic: Traffic;
  readonly administrators: Administrators;
  /** Whether Terraform refuses to destroy the cluster. Default true; taking it off needs an apply of its own before a destroy. */
  readonly deletionProtection: boolean;
}

/** Demand of the workload, before headroom; system daemons are added by the sizing. */
export interface Capacity {
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
}

export interface Availability {
  readonly controlPlane: 'highly-available' | 'single';
  /** Zones (or racks) the nodes are spread over: at least this many. Default 3. */
  readonly zones: number;
  /** Whether the demand must still fit with one zone lost. Default true. */
  readonly surviveZoneLoss: boolean;
}

/** Two budgets and the rate between them. The money budget does not contain people's hours. */
export interface Budget {
  readonly usdPerMonth?: number;
  readonly hoursPerMonth?: number;
  /** What an hour of the people who run it costs; the ranking adds money and hours × rate. */
  readonly usdPerHour: number;
}

export interface Security {
  readonly publicCloud: 'allowed' | 'forbidden';
  readonly apiAccess: ApiAccessRequest;
  /** Whether secrets must be encrypted with a key that the customer controls. Default true. */
  readonly customerManagedKeys: boolean;
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
  /** Average draw of all machines together. */
  readonly watts: number;
  readonly usdPerKwh: number;
  readonly pue?: number;
  readonly rackUsdPerMonth: number;
  readonly supportUsdPerMonth: number;
  readonly uplinkUsdPerMonth: number;
}
