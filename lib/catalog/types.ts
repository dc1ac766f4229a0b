/** Money in millionths of a US dollar: integers add up exactly. 1 USD = 1_000_000. Safe up to nine billion dollars. */
export type MicroUsd = number;

/** ISO 3166-1 alpha-2 code such as `DE`. */
export type CountryCode = string;

/** Group of countries under one law: `EU`, `EEA` (its members outside the EU), `UK`, `CH`, `US`, `CA`, `CN`, `HK`; otherwise the country's own code. */
export type Jurisdiction = string;

/** Public clouds of which the catalogue holds facts. */
export type ProviderId = 'aws' | 'gcp' | 'azure';

/** Kubernetes that a cloud runs as a service. */
export type ManagedService = 'eks' | 'gke' | 'aks';

/** Where a figure was read, so that a reader can judge it. */
export interface Source {
  readonly id: string;
  /** What was read, in a sentence. */
  readonly title: string;
  /** Address, or project, file and commit. */
  readonly reference: string;
  /** Date of the figures (not of the reading), `YYYY-MM-DD` or as exact as known. */
  readonly asOf: string;
}

/**
 * How much a figure can be trusted. `list`: the provider's list price for this place. `estimate`: a list price of
 * another place, or a rounded figure. `assumption`: a default of this project without a neutral source. `user`: from the request.
 */
export type FigureKind = 'list' | 'estimate' | 'assumption' | 'user';

/** A unit price with its origin. */
export interface Rate {
  readonly microUsd: MicroUsd;
  readonly per: 'hour' | 'month' | 'gib' | 'gib-month' | 'vcpu-hour' | 'gib-hour';
  readonly kind: FigureKind;
  /** Id of a {@link Source}. */
  readonly source: string;
  readonly asOf: string;
  /** What it may be instead, where only a range was published: it widens the low and the high of a bill. */
  readonly range?: { readonly low: MicroUsd; readonly high: MicroUsd };
}

/** A number without a unit of money, with its origin: a percentage, a factor. */
export interface Figure {
  readonly value: number;
  readonly kind: FigureKind;
  readonly source: string;
  readonly asOf: string;
}

/** One step of a price that falls with the amount: `rate` holds up to `uptoGib` a month, the last step without end. */
export interface EgressTier {
  readonly uptoGib: number | undefined;
  readonly rate: Rate;
}

/** Under whose law somebody who runs a place stands: the operator itself, and the company that owns it in the end. */
export interface Operator {
  readonly legalEntity: string;
  readonly jurisdiction: CountryCode;
  readonly ultimateParent: CountryCode;
}

/** A region of a public cloud. */
export interface Region {
  readonly provider: ProviderId;
  readonly id: string;
  readonly name: string;
  readonly city: string | undefined;
  readonly country: CountryCode;
  readonly jurisdiction: Jurisdiction;
  readonly operator: Operator;
  /** Zones that a new account can use; `undefined` when not known (unknown is not three). */
  readonly zones: number | undefined;
  /** `aws`, `aws-us-gov`, `aws-cn`, `aws-eusc`, …; `google-cloud`. */
  readonly partition: string;
  /** Government, sovereign, China and secret regions are candidates only when the request lists them. */
  readonly restricted: boolean;
  readonly carbonGramsPerKwh: number | undefined;
  /** Id of the {@link Source} of the carbon figure; absent without one. */
  readonly carbonSource?: string;
  readonly source: string;
  readonly asOf: string;
}

export type MachineClass = 'general' | 'compute' | 'memory' | 'burstable' | 'gpu';

/** A machine type of a cloud. */
export interface MachineType {
  readonly provider: ProviderId;
  readonly type: string;
  readonly vcpu: number;
  readonly memoryMib: number;
  readonly architecture: 'amd64' | 'arm64';
  readonly class: MachineClass;
  /** Accelerators of one machine; absent on machines without. */
  readonly gpu?: { readonly model: string; readonly count: number; readonly memoryGib: number };
  /** Whether the provider's own text says that its memory can be encrypted against the host (AMD SEV, Intel TDX). */
  readonly confidential?: boolean;
  /** Id of the {@link Source} of `confidential`; absent without it. */
  readonly confidentialSource?: string;
  /** Id of the {@link Source} of vCPUs and memory; absent on a type that the user added without one. */
  readonly source?: string;
  readonly asOf?: string;
}

/** Share of interruptible machines that are taken back in a month. */
export type SpotInterruption = '<5%' | '5-10%' | '10-15%' | '15-20%' | '>20%';

/** Hourly prices of one machine type in one region. */
export interface MachinePrice {
  readonly type: string;
  readonly onDemand: MicroUsd;
  /** Current (Google) or estimated (AWS) price of interruptible capacity. */
  readonly spot: MicroUsd | undefined;
  readonly committed1y: MicroUsd | undefined;
  readonly committed3y: MicroUsd | undefined;
  readonly source: string;
  /** Id of the {@link Source} of `spot`, where it is another than that of the rest. */
  readonly spotSource?: string;
  /** How often AWS takes such machines back in a month, in its own bands; absent where nobody says. */
  readonly spotInterruption?: SpotInterruption;
  readonly asOf: string;
  /** Absent where the source is a price list. */
  readonly kind?: FigureKind;
  /** The prices before the user's negotiated discount, of which they are a part; absent without one. */
  readonly listed?: ListedPrices;
}

/** What a machine costs whoever has no discount. */
export interface ListedPrices {
  readonly onDemand: MicroUsd;
  readonly spot: MicroUsd | undefined;
  readonly committed1y: MicroUsd | undefined;
  readonly committed3y: MicroUsd | undefined;
  readonly source: string;
  readonly spotSource: string;
  readonly asOf: string;
}

/** Unit prices of a region beside its machines; `undefined` where no figure is known. */
export interface RegionRates {
  /** One gateway of AWS, or the cap of Cloud NAT. */
  readonly natHour: Rate | undefined;
  /** Cloud NAT charges each VM up to the cap; `undefined` on AWS. */
  readonly natVmHour: Rate | undefined;
  readonly natGib: Rate | undefined;
  readonly loadBalancerHour: Rate | undefined;
  readonly crossZoneGib: Rate | undefined;
  /** To the internet, steps in rising order; empty where no figure is known. */
  readonly egress: readonly EgressTier[];
  readonly storageGibMonth: Rate | undefined;
  readonly keyMonth: Rate | undefined;
  /** One interface endpoint in one zone. */
  readonly privateEndpointHour: Rate | undefined;
  readonly privateEndpointGib: Rate | undefined;
  /** A unit of load that a load balancer takes (an LCU of AWS); `undefined` where it is charged otherwise. */
  readonly loadBalancerUnitHour: Rate | undefined;
  /** What a load balancer processes, where that is charged by the GiB. */
  readonly loadBalancerGib: Rate | undefined;
  readonly publicIpv4Hour: Rate | undefined;
  /** Logs that the provider takes in. */
  readonly logGib: Rate | undefined;
}

/** What pods cost where the provider runs the nodes (GKE Autopilot): requests, not machines, are paid. */
export interface PodRates {
  readonly vcpuHour: Rate;
  readonly memoryGibHour: Rate;
  readonly spotVcpuHour: Rate | undefined;
  readonly spotMemoryGibHour: Rate | undefined;
}

/** Fee of a managed control plane. */
export interface ControlPlaneRates {
  readonly standardHour: Rate;
  /** While the version is in extended support; `undefined` when the amount is not known. */
  readonly extendedHour: Rate | undefined;
}

/**
 * What is publicly documented of a service under a compliance regime. `proven` needs the provider's own text
 * that names the service; anything weaker is `unknown`, and the user's own evidence can lift it. `refuted` cannot be lifted.
 */
export interface ComplianceFact {
  /** `ec2`: the machines below a cluster that is self-managed there. */
  readonly service: ManagedService | 'ec2';
  readonly regime: string;
  readonly status: 'proven' | 'refuted' | 'unknown';
  /** Region ids the proof is limited to; `undefined` = all regions of the ordinary partition. */
  readonly regions: readonly string[] | undefined;
  readonly note: string;
  readonly source: string;
  readonly asOf: string;
}

/** When a platform supports a minor version; dates `YYYY-MM-DD`. */
export interface KubernetesSupport {
  readonly platform: ManagedService;
  readonly version: string;
  readonly standardUntil: string;
  readonly extendedUntil: string | undefined;
  readonly source: string;
  readonly asOf: string;
}

/** A default of this project for what people do, without a neutral source: labelled as an assumption wherever it shows. */
export interface HoursAssumption {
  readonly platform: string;
  readonly label: string;
  readonly hoursPerMonth: number;
  readonly rationale: string;
  /** Absent = `assumption`; `user` for a row that the user gave. */
  readonly kind?: FigureKind;
  /** Id of a {@link Source}; absent on the project's own rows. */
  readonly source?: string;
  readonly asOf?: string;
}

/** All facts that a decision draws on. Plain data; the embedded one is `embeddedCatalog()`. */
export interface Catalog {
  /** Date the facts were put together, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Identifies the content, so that a lock notices changed facts. `sha256:…` */
  readonly hash: string;
  readonly sources: readonly Source[];
  readonly regions: readonly Region[];
  readonly machineTypes: readonly MachineType[];
  /** Keyed `provider/region`. A region without an entry has no known machine price. */
  readonly machinePrices: Readonly<Record<string, readonly MachinePrice[]>>;
  /** Keyed `provider/region`. */
  readonly rates: Readonly<Record<string, RegionRates>>;
  readonly controlPlane: Readonly<Record<ManagedService, ControlPlaneRates>>;
  /** What EKS Auto Mode adds to the on-demand price of each machine, in percent. */
  readonly eksAutoPercent: Figure;
  /** Most that Google credits a billing account a month, for zonal Standard and Autopilot clusters only. */
  readonly gkeCreditMonth: Rate;
  /** GKE Autopilot by region id; a region without an entry has no known price. */
  readonly autopilot: Readonly<Record<string, PodRates>>;
  readonly compliance: readonly ComplianceFact[];
  readonly kubernetes: readonly KubernetesSupport[];
  readonly hours: readonly HoursAssumption[];
  /** Defaults of the on-premises cost model. */
  readonly onPrem: {
    readonly pue: { readonly value: number; readonly source: string; readonly asOf: string };
  };
  /** Hash of what the user put over the facts of the package; absent without an overlay. `sha256:…` */
  readonly overlay?: string;
}

/** Hours that a month counts in every price list. */
export const HOURS_PER_MONTH = 730;
