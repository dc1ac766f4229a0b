/** Money in millionths of a US dollar: integers add up exactly. 1 USD = 1_000_000. Safe up to nine billion dollars. */
export type MicroUsd = number;

/** ISO 3166-1 alpha-2 code such as `DE`. */
export type CountryCode = string;

/** Group of countries under one law: `EU`, `EEA` (its members outside the EU), `UK`, `CH`, `US`, `CA`, `CN`, `HK`; otherwise the country's own code. */
export type Jurisdiction = string;

/** Public clouds of which the catalogue holds facts. */
export type ProviderId = 'aws' | 'gcp';

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
  readonly per: 'hour' | 'month' | 'gib' | 'gib-month';
  readonly kind: FigureKind;
  /** Id of a {@link Source}. */
  readonly source: string;
  readonly asOf: string;
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
}

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
  readonly egressGib: Rate | undefined;
  readonly storageGibMonth: Rate | undefined;
  readonly keyMonth: Rate | undefined;
  readonly privateEndpointHour: Rate | undefined;
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
  readonly service: 'eks' | 'gke';
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
  readonly platform: 'eks' | 'gke';
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
  readonly controlPlane: Readonly<Record<'eks' | 'gke', ControlPlaneRates>>;
  readonly compliance: readonly ComplianceFact[];
  readonly kubernetes: readonly KubernetesSupport[];
  readonly hours: readonly HoursAssumption[];
  /** Defaults of the on-premises cost model. */
  readonly onPrem: {
    readonly pue: { readonly value: number; readonly source: string; readonly asOf: string };
  };
}

/** Hours that a month counts in every price list. */
export const HOURS_PER_MONTH = 730;
