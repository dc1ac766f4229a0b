import type {
  ComplianceFact,
  MachineType,
  ManagedService,
  Operator,
  ProviderId,
  Region,
  RegionRates,
} from '../types';

/** Where a record was read; what is absent is taken from the head of the file. */
export interface Provenance {
  readonly source?: string | undefined;
  readonly asOf?: string | undefined;
}

/** Records of the clouds, by the id of the region or the name of the machine type. */
export type PerProvider<T> = { readonly [P in ProviderId]?: Readonly<Record<string, T>> | undefined };

/** Prices of a machine type. A discount takes part of them; none of them is a default for another. */
export type MachinePriceField = 'onDemand' | 'spot' | 'committed1y' | 'committed3y';

/** A share off the list prices of machines. The last one that matches a machine counts; they never add up. */
export interface Discount extends Provenance {
  readonly provider: ProviderId;
  readonly percent: number;
  /** Absent = every region, family or type. */
  readonly regions?: readonly string[] | undefined;
  /** `m7i` of `m7i.large`, `n2-standard` of `n2-standard-4`, `Ds_v5` of `Standard_D4s_v5`. */
  readonly families?: readonly string[] | undefined;
  readonly types?: readonly string[] | undefined;
  readonly prices: readonly MachinePriceField[];
}

/** Hourly prices of one machine type in US dollars. */
export interface OverlaidPrice extends Provenance {
  readonly usdPerHour: number;
  readonly spotUsdPerHour?: number | undefined;
  readonly committed1yUsdPerHour?: number | undefined;
  readonly committed3yUsdPerHour?: number | undefined;
}

/** Unit prices of a region in US dollars, under the names of {@link RegionRates}; what is absent stays as it was. */
export type OverlaidRates = Provenance & {
  readonly [K in Exclude<keyof RegionRates, 'egress'>]?: number | undefined;
} & {
  readonly egress?:
    | readonly { readonly uptoGib?: number | undefined; readonly usdPerGib: number }[]
    | undefined;
};

/** Facts of a region; all but the last four are needed for a region that the catalogue does not have. */
export interface OverlaidRegion extends Provenance {
  readonly name?: string | undefined;
  readonly country?: string | undefined;
  readonly jurisdiction?: string | undefined;
  readonly operator?: Operator | undefined;
  readonly city?: string | undefined;
  readonly partition?: string | undefined;
  readonly restricted?: boolean | undefined;
  readonly zones?: number | undefined;
  readonly carbonGramsPerKwh?: number | undefined;
}

/** A machine type; the first four are needed for one that the catalogue does not have. */
export interface OverlaidMachineType {
  readonly vcpu?: number | undefined;
  readonly memoryGib?: number | undefined;
  readonly architecture?: MachineType['architecture'] | undefined;
  readonly class?: MachineType['class'] | undefined;
  readonly gpu?: MachineType['gpu'] | undefined;
  readonly confidential?: boolean | undefined;
}

/** Keys of the rows of hours. */
export const HOURS_PLATFORMS = [
  'eks',
  'eks-auto',
  'gke',
  'gke-autopilot',
  'self-managed-ec2',
  'aks',
  'on-prem',
] as const;

/**
 * Prices and facts that come before those of the catalogue: one file, read and checked. Money is in US dollars, as in
 * the file; {@link applyOverlay} turns it into the catalogue's integers.
 */
export interface Overlay {
  readonly apiVersion: 'kubewhere/overlay/v1';
  /** Where the figures come from, unless a record says otherwise: a key of `sources`, or words such as `contract 4711`. */
  readonly source: string;
  readonly asOf: string;
  /** `list` for a file that a price list was read into: its figures are nobody's own, and a discount applies to them. */
  readonly kind: 'user' | 'list';
  /** What `source` stands for, where two words do not say it. */
  readonly sources: Readonly<
    Record<string, { readonly title: string; readonly reference: string; readonly asOf?: string | undefined }>
  >;
  readonly discounts: readonly Discount[];
  readonly machineTypes: PerProvider<OverlaidMachineType>;
  readonly machinePrices: PerProvider<Readonly<Record<string, OverlaidPrice>>>;
  readonly rates: PerProvider<OverlaidRates>;
  readonly controlPlane: {
    readonly [S in ManagedService]?:
      | (Provenance & {
          readonly standardHour?: number | undefined;
          readonly extendedHour?: number | undefined;
        })
      | undefined;
  };
  readonly eksAuto?: (Provenance & { readonly percent: number }) | undefined;
  readonly gkeCredit?: (Provenance & { readonly usdPerMonth: number }) | undefined;
  /** By the id of a Google region. */
  readonly autopilot: Readonly<
    Record<
      string,
      Provenance & {
        readonly vcpuHour: number;
        readonly memoryGibHour: number;
        readonly spotVcpuHour?: number | undefined;
        readonly spotMemoryGibHour?: number | undefined;
      }
    >
  >;
  readonly regions: PerProvider<OverlaidRegion>;
  /** By service and minor version. */
  readonly kubernetes: {
    readonly [S in ManagedService]?:
      | Readonly<
          Record<
            string,
            Provenance & { readonly standardUntil: string; readonly extendedUntil?: string | undefined }
          >
        >
      | undefined;
  };
  /** By service and regime. What is given replaces all that the catalogue has about the two. */
  readonly compliance: {
    readonly [S in ComplianceFact['service']]?:
      | Readonly<
          Record<
            string,
            Provenance & {
              readonly status: ComplianceFact['status'];
              readonly regions?: readonly string[] | undefined;
              readonly note: string;
            }
          >
        >
      | undefined;
  };
  /** By platform and label. A label of the catalogue replaces its row; another one adds a row. */
  readonly hours: {
    readonly [P in (typeof HOURS_PLATFORMS)[number]]?:
      | Readonly<
          Record<
            string,
            Provenance & { readonly hoursPerMonth: number; readonly rationale?: string | undefined }
          >
        >
      | undefined;
  };
  readonly onPrem: { readonly pue?: (Provenance & { readonly value: number }) | undefined };
}

/** What a region record must have when the catalogue does not know the region. */
export const NEW_REGION_KEYS = [
  'name',
  'country',
  'jurisdiction',
  'operator',
] as const satisfies readonly (keyof Region)[];

/** What a machine type must have when the catalogue does not know it. */
export const NEW_TYPE_KEYS = ['vcpu', 'memoryGib', 'architecture', 'class'] as const;
