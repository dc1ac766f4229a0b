import type { Catalog, FigureKind, MicroUsd, Operator, ProviderId } from '../catalog/types';
import type { PlatformId } from '../values';
import type { Explanation } from './explanation/types';
import type { ClusterRequest, Request, Site } from './request/types';

/** Where a candidate would run. */
export type Place =
  | {
      readonly kind: 'region';
      readonly provider: ProviderId;
      readonly id: string;
      readonly name: string;
      readonly country: string;
      readonly jurisdiction: string;
      readonly operator: Operator;
      readonly zones: number | undefined;
      readonly partition: string;
      readonly restricted: boolean;
    }
  | {
      readonly kind: 'site';
      readonly id: string;
      readonly name: string;
      readonly country: string;
      readonly jurisdiction: string;
      readonly operator: Operator;
      /** Distinct racks of the workers. */
      readonly zones: number;
      readonly site: Site;
    };

/** Platform × place × topology: one thing that could be built. */
export interface Candidate {
  /** `<platform>/<place>/<topology>`, for instance `eks/eu-central-1/3-zones`. Public API: lock files and overrides hold it. */
  readonly id: string;
  readonly platform: PlatformId;
  readonly place: Place;
  /** Last part of the id. */
  readonly topology: string;
  readonly controlPlane: 'highly-available' | 'single';
  /** Zones or racks that the nodes would be spread over. */
  readonly zones: number;
  /** Who runs the nodes: `pools` of this decision, the platform's own choice (`automatic`), or nodes that nobody sees (`pods`). */
  readonly nodes: 'pools' | 'automatic' | 'pods';
  /** Way of the nodes to the internet. `own`: whatever the site or the adopted network has. */
  readonly egress: 'redundant' | 'single' | 'none' | 'own';
}

export type Verdict = 'proven' | 'refuted' | 'unknown';

/** What one hard constraint says of one candidate. Only `proven` passes. */
export interface Finding {
  /** Id of the constraint; public API. */
  readonly constraint: string;
  readonly verdict: Verdict;
  /** What the request asks for, in words. */
  readonly required: string;
  /** What the candidate has, in words. */
  readonly observed: string;
  /** What would have to change for it to pass; empty when proven. */
  readonly fix: string;
  /** Ids of catalogue sources the verdict rests on. */
  readonly sources: readonly string[];
  /** The nearest change of the request that would make it pass, where one would; by itself it changes no other finding for the worse. */
  readonly change?: RequestChange;
  /** The written reason of the request for going on all the same; then it does not stand in the way. */
  readonly overridden?: string;
  /** The rule only advises: what it found is said and does not stand in the way. Absent when proven. */
  readonly advisory?: true;
  /**
   * Id of the constraint that failed and left nothing to look at here, such as `capacity` where there are no nodes to price. It passes
   * as little as any other that is unknown, and is not counted as a failure of its own.
   */
  readonly follows?: string;
}

/** One value of a cluster's request that would have to be another. */
export interface RequestChange {
  /** Below the cluster, such as `['budget', 'usdPerMonth']`. */
  readonly path: readonly (string | number)[];
  /** `undefined` takes the value away. */
  readonly to: unknown;
}

/**
 * How far a constraint binds. `hard`: nothing lifts it. `overridable`: a written reason in the request lifts it, and stands in the
 * record and the lock. `advisory`: reported and never in the way.
 */
export type ConstraintLevel = 'hard' | 'overridable' | 'advisory';

/** A hard constraint: a pure predicate on one candidate, independent of all other candidates and constraints. */
export interface Constraint {
  readonly id: string;
  readonly title: string;
  /** Why the rule exists. */
  readonly rationale: string;
  readonly level: ConstraintLevel;
  /**
   * What the verdict depends on beside the request: with `place`, all candidates of one place share one finding and it is reckoned
   * once.
   */
  readonly dependsOn: 'place' | 'candidate';
  /**
   * What is found of every candidate where the request alone settles it, as where it asks for nothing; `evaluate` would say the same of
   * each of them.
   *
   * @default - each candidate, or place, is looked at
   */
  settledBy?(context: ClusterContext): Finding | undefined;
  evaluate(assessment: Assessed, context: ClusterContext): Finding;
}

/** What a decision about one cluster may look at. */
export interface ClusterContext {
  readonly request: Request;
  readonly clusterKey: string;
  readonly cluster: ClusterRequest;
  readonly catalog: Catalog;
  /** Every platform that takes part, for constraints that ask a platform for a fact. */
  readonly profiles: readonly PlatformProfile[];
}

/** Nodes of one kind. */
export interface SizedPool {
  /** Pool name, a stable key: `main`, `second`. */
  readonly name: string;
  readonly machineType: string;
  readonly architecture: 'amd64' | 'arm64';
  readonly nodesPerZone: number;
  readonly nodes: number;
  readonly microUsdPerHour: MicroUsd;
  /** Whether the provider may take the nodes back; the price is then that of today, and none is promised. */
  readonly interruptible: boolean;
  /** Machines by name, on owned sites only. */
  readonly machines?: readonly string[];
}

/** The nodes that hold the demand, or why none do. */
export type Sizing =
  | {
      readonly kind: 'sized';
      readonly pools: readonly SizedPool[];
      /** What no mix of machines at all could undercut, a month, for the money that the sizing minimised; absent on owned machines. */
      readonly lowerBoundMicroUsd?: MicroUsd;
      /** What the sizing minimised: all money that depends on the nodes. Absent on owned machines. */
      readonly nodesMicroUsd?: MicroUsd;
      readonly allocatable: { readonly milliCpu: number; readonly memoryMib: number; readonly pods: number };
      /** The same, with the largest failure domain gone: a zone or rack; where there is only one of these, a node. */
      readonly afterZoneLoss: {
        readonly milliCpu: number;
        readonly memoryMib: number;
        readonly pods: number;
      };
      /**
       * Only where the request gives pods, which are packed one by one: the nodes of all pools, and how few of the same types would
       * hold the sums. What lies between is what a better packing could save at most. With `searched: 'best-found'` there were more mixes
       * than a fixed number of steps can try, and a cheaper one may pack too; absent on owned machines, which are not searched.
       */
      readonly packing?: {
        readonly lowerBoundNodes: number;
        readonly nodes: number;
        readonly searched?: 'all' | 'best-found';
      };
    }
  | { readonly kind: 'too-small'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string };

/** One line of a monthly bill. */
export interface CostLine {
  /** Stable id such as `control-plane`, `nodes/main`, `nat`. */
  readonly id: string;
  readonly label: string;
  readonly quantity: number;
  readonly unit: string;
  readonly unitMicroUsd: MicroUsd;
  readonly monthlyMicroUsd: MicroUsd;
  /**
   * What it may cost instead, by how far its figure can be trusted; negative lines are credits. Of a credit it is what it
   * comes to where prices are low and where they are high, so that the ranges of all lines add up to that of the bill.
   */
  readonly range: { readonly low: MicroUsd; readonly high: MicroUsd };
  readonly kind: FigureKind;
  readonly source: string;
  readonly asOf: string;
}

export type Cost =
  | {
      readonly kind: 'priced';
      readonly lines: readonly CostLine[];
      readonly monthlyMicroUsd: MicroUsd;
      readonly range: { readonly low: MicroUsd; readonly high: MicroUsd };
      /** The same with all interruptible machines at their price on demand; equal to `monthlyMicroUsd` without any. */
      readonly withoutSpotMicroUsd: MicroUsd;
      /** Date of the oldest figure of the catalogue in it; absent when all are the user's. */
      readonly oldestAsOf: string | undefined;
    }
  /** Something has no known price: no total is claimed. */
  | { readonly kind: 'unknown'; readonly lines: readonly CostLine[]; readonly missing: readonly string[] };

/** People's time, as a budget of its own. */
export interface HoursLine {
  readonly label: string;
  readonly hoursPerMonth: number;
  readonly kind: FigureKind;
  readonly rationale: string;
}

/** A candidate sized and priced, before the constraints judge it. */
export interface Assessed {
  readonly candidate: Candidate;
  readonly sizing: Sizing;
  readonly cost: Cost;
  readonly hours: { readonly lines: readonly HoursLine[]; readonly hoursPerMonth: number };
  /**
   * Phase of the platform's support that the Kubernetes version is in on the plan date. `extended` must be asked for when the
   * cluster is defined, for else the platform upgrades it. Absent where the platform has no phases or the phase is not known.
   */
  readonly supportPhase?: SupportPhase;
}

export type SupportPhase = 'standard' | 'extended';

/** A candidate judged. */
export interface Assessment extends Assessed {
  /** Every constraint, in the order of the list; nothing is short-circuited. */
  readonly findings: readonly Finding[];
  readonly feasible: boolean;
  /** Money plus hours × rate, a month; `undefined` without a price. Lower is better. */
  readonly objectiveMicroUsd: MicroUsd | undefined;
  /** What is compared besides money and hours. */
  readonly merits: Merits;
  /** Weighted score in millionths, higher is better; only where the request gives weights and a price is known. */
  readonly scorePpm?: number;
  /** From 1 among the feasible; `undefined` for the rest. */
  readonly rank: number | undefined;
  /** Why it is not the winner, in one sentence; empty for the winner. */
  readonly lostBecause: string;
}

/** What a place and a topology are worth besides what they cost. */
export interface Merits {
  /** Failure domains of the weakest part: of the control plane, the nodes and the way out. 1 = the loss of one zone stops it. */
  readonly resilience: number;
  /** g CO₂ per kWh of the grid; `undefined` where not known, which counts as the worst. */
  readonly carbonGramsPerKwh: number | undefined;
  /** Longest measured round trip over the links of the request; `undefined` without links or where one was not measured. */
  readonly latencyMs: number | undefined;
}

/** How the chosen candidate came to be chosen. */
export type Choice =
  | { readonly by: 'ranking' }
  /** The best of this cluster alone breaks a relation or a total budget, so another one was taken. */
  | { readonly by: 'relations'; readonly note: string }
  | { readonly by: 'override'; readonly requested: string }
  | { readonly by: 'accepted'; readonly reason: string | undefined }
  | { readonly by: 'lock'; readonly note: string };

/** What a bill leaves out and a size takes as given: for whoever approves it, never for the ranking. */
export interface Caveats {
  /** What will cost money and is in no line of the bill. */
  readonly notPriced: readonly string[];
  /** What rests on no source that says so for this place. */
  readonly assumed: readonly string[];
}

/** The decision about one cluster. */
export interface ClusterDecision {
  readonly clusterKey: string;
  /** `<request name>-<cluster key>`. */
  readonly clusterName: string;
  readonly outcome: 'decided' | 'infeasible';
  /** Id of the candidate to build; absent when infeasible. */
  readonly chosen?: string;
  readonly choice?: Choice;
  /** Id of the best feasible candidate, whatever was chosen; absent when there is none. */
  readonly winner?: string;
  /** Hash of the capacity and availability that the pools were sized for: while it is the same, a lock keeps its pools. */
  readonly sizedFor?: string;
  /** Of the chosen candidate, where its platform states any. */
  readonly caveats?: Caveats;
  /** What else a reader asks of the decision; absent when nobody asked `decide` for it. */
  readonly explanation?: Explanation;
  /** All candidates: the feasible by rank, then the rest by number of failed constraints, objective, id. */
  readonly assessments: readonly Assessment[];
}

/** The decision about a whole request. Plain data, the same for the same input. */
export interface Decision {
  readonly schema: 'kubewhere/decision/v1';
  readonly request: { readonly name: string; readonly hash: string; readonly planDate: string };
  /** `overlay` is the hash of the user's own prices and facts; absent without any. */
  readonly catalog: { readonly asOf: string; readonly hash: string; readonly overlay?: string };
  readonly clusters: Readonly<Record<string, ClusterDecision>>;
  /** What holds for all clusters together; absent where nothing ties them to each other. */
  readonly joint?: JointDecision;
}

/** Relations, totals and things that are there once, over all clusters. */
export interface JointDecision {
  /** `infeasible` when some clusters cannot be placed together, though each could be alone. */
  readonly outcome: 'decided' | 'infeasible';
  /** Sentences: what cannot hold and why, what the totals come to, and what could not be looked at. */
  readonly notes: readonly string[];
  /** How much more all that were decided cost, in money and hours, than the best of each alone. */
  readonly priceMicroUsd: MicroUsd;
}

/** What a platform says of itself in answer to one question. */
export interface PlatformFact {
  readonly verdict: Verdict;
  readonly observed: string;
  /** What would change the answer; left out when nothing of the request would. */
  readonly fix?: string;
  /** Ids of catalogue sources. */
  readonly sources: readonly string[];
}

/** Where a platform keeps something; `unknown` passes no rule. */
export type LocationFact =
  | {
      readonly kind: 'known';
      readonly country: string;
      readonly jurisdiction: string;
      readonly observed: string;
      readonly sources: readonly string[];
    }
  | {
      readonly kind: 'unknown';
      readonly observed: string;
      readonly fix?: string;
      readonly sources: readonly string[];
    };

/**
 * The facts of a platform for the decision: which candidates it offers, and how it is sized, priced and run.
 * The set of platforms is open: `decide` takes any list of these.
 */
export interface PlatformProfile {
  readonly id: PlatformId;
  readonly title: string;
  /** Every candidate, allowed or not: constraints judge them. */
  candidates(context: ClusterContext): readonly Candidate[];
  size(candidate: Candidate, context: ClusterContext): Sizing;
  price(candidate: Candidate, sizing: Sizing, context: ClusterContext): Cost;
  hours(candidate: Candidate, context: ClusterContext): readonly HoursLine[];
  /** Compliance of the platform's service under a regime, before the user's evidence. */
  compliance(candidate: Candidate, regime: string, context: ClusterContext): PlatformFact;
  /** Whether the Kubernetes API can be kept off the internet. Without it the answer is unknown, which passes nothing. */
  privateApi?(candidate: Candidate, context: ClusterContext): PlatformFact;
  /** Whether secrets can be encrypted with a key that the customer controls. Without it the answer is unknown. */
  customerManagedKeys?(candidate: Candidate, context: ClusterContext): PlatformFact;
  /** Whether the requested Kubernetes version is supported on the plan date. Without it the answer is unknown. */
  kubernetesVersion?(candidate: Candidate, context: ClusterContext): PlatformFact;
  /** Whether kubewhere defines it in Terraform. Without it: yes. A candidate that it does not define is ranked and never built. */
  construct?(candidate: Candidate, context: ClusterContext): PlatformFact;
  /** Whether machines can be had for one tenant only, or with encrypted memory. Without it the answer is unknown, but for `shared`. */
  tenancy?(
    candidate: Candidate,
    tenancy: 'dedicated' | 'confidential',
    context: ClusterContext,
  ): PlatformFact;
  /** Where things are that a request may want elsewhere than the nodes. Without it the answer is unknown. */
  location?(
    candidate: Candidate,
    what: 'control-plane' | 'backups' | 'telemetry',
    context: ClusterContext,
  ): LocationFact;
  /** Addresses that the platform's network has for nodes and pods, once these are sized. Without it nothing is checked. */
  addresses?(
    candidate: Candidate,
    sizing: Extract<Sizing, { kind: 'sized' }>,
    context: ClusterContext,
  ): PlatformFact;
  /** Ranges that the cluster would use, with the platform's own defaults where the request names none. Without it unknown. */
  ranges?(candidate: Candidate, context: ClusterContext): readonly string[];
  /** Phase of support of that version, on a platform that has phases. */
  supportPhase?(candidate: Candidate, context: ClusterContext): SupportPhase | undefined;
  /** What the bill leaves out and the size takes as given. Without it the record cannot say. */
  caveats?(candidate: Candidate, context: ClusterContext): Caveats;
}
