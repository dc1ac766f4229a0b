import type { FigureKind, MicroUsd } from '../catalog/types';
import type { ConstraintPrice, NearMiss, RegretTable, Sensitivity } from '../decision/explanation/types';
import type { Caveats, Decision, JointDecision, SizedPool, Verdict } from '../decision/types';

/**
 * Everything that a page about a decision says, as plain data: renderers choose words and layout, never facts.
 *
 * It repeats nothing that a reader would have to look up (sources are resolved, differences computed), and it is
 * the same for the same decision, request and catalogue.
 */
export interface DecisionRecord {
  readonly schema: 'kubewhere/record/v1';
  readonly request: Decision['request'];
  readonly catalog: Decision['catalog'];
  /** Sorted by key. */
  readonly clusters: readonly ClusterRecord[];
  readonly totals: TotalsRecord;
  /** What ties the clusters to each other, and what it costs; absent where nothing does. */
  readonly joint: JointDecision | undefined;
  /** Figures the chosen candidates rest on that nobody published for the place. Sorted, each once. */
  readonly assumptions: readonly AssumptionRecord[];
  /** What will cost money and is in no line of a bill, each once, in the order of the first cluster that it concerns. */
  readonly notPriced: readonly NotPricedRecord[];
  /** Sources of all figures and verdicts of the chosen candidates, sorted by id. */
  readonly sources: readonly SourceRecord[];
}

/** Sums over the clusters that have a place. */
export interface TotalsRecord {
  readonly decided: number;
  readonly infeasible: number;
  /** `undefined` when one of the chosen candidates has no known price: a partial sum would read as a total. */
  readonly monthlyMicroUsd: MicroUsd | undefined;
  readonly hoursPerMonth: number;
  /** Money plus hours at each cluster's own rate. */
  readonly objectiveMicroUsd: MicroUsd | undefined;
}

/** What was decided about one cluster, and what else was possible. */
export interface ClusterRecord {
  readonly clusterKey: string;
  readonly clusterName: string;
  /** What the request asks for, one short phrase each: `24 vCPU`, `96 GiB memory`, … */
  readonly asked: readonly string[];
  readonly budget: BudgetRecord;
  readonly counts: { readonly examined: number; readonly feasible: number };
  /** One sentence: what was chosen and why, or that nothing passes. */
  readonly headline: string;
  /** Why the ranking alone did not decide; absent when it did. */
  readonly notice: NoticeRecord | undefined;
  /** Absent when nothing passes. */
  readonly chosen: ChosenRecord | undefined;
  /** All candidates in the order of the decision, the chosen one included. */
  readonly options: readonly OptionRecord[];
  /** Rules that refuse at least one candidate, those that refuse most first. */
  readonly refusals: readonly RefusalRecord[];
  /** Facts that are not known and alone keep a candidate out, or its bill without a total. */
  readonly unknowns: readonly UnknownRecord[];
  /** How far the answer can be trusted and what it hangs on; absent when the decision was made without. */
  readonly explanation: ExplanationRecord | undefined;
}

/** What a reviewer asks next. */
export interface ExplanationRecord {
  /** Candidates that do not pass and would be better, or the nearest when nothing passes. */
  readonly nearest: readonly NearMiss[];
  /** Rules that cost anything, the dearest first. */
  readonly constraintPrices: readonly ConstraintPrice[];
  readonly sensitivity: Sensitivity;
  readonly regret: RegretTable | undefined;
  /** Candidates that no other beats in everything, in the order of the ranking. */
  readonly pareto: readonly ParetoRecord[];
}

/** What a candidate on the Pareto front offers. */
export interface ParetoRecord {
  readonly id: string;
  readonly monthlyMicroUsd: MicroUsd | undefined;
  readonly hoursPerMonth: number;
  /** Failure domains of its weakest part. */
  readonly resilience: number;
  readonly carbonGramsPerKwh: number | undefined;
}

export interface BudgetRecord {
  readonly usdPerHour: number;
  readonly limitMicroUsd: MicroUsd | undefined;
  readonly limitHours: number | undefined;
  /** What the chosen candidate leaves of it; negative when it is over. */
  readonly leftMicroUsd: MicroUsd | undefined;
  readonly leftHours: number | undefined;
}

export type NoticeKind = 'override' | 'lock' | 'blocked' | 'relations' | 'accepted';

/** Said prominently, because a person, a lock file or another cluster intervened. */
export interface NoticeRecord {
  readonly kind: NoticeKind;
  readonly text: string;
  /** Rules that the chosen candidate does not pass. */
  readonly broken: readonly ObstacleRecord[];
}

/** One candidate in a list. */
export interface OptionRecord {
  readonly id: string;
  readonly platform: string;
  readonly place: string;
  /** For a reader: `Europe (Frankfurt), DE`. */
  readonly placeName: string;
  readonly topology: string;
  /** `unknown`: no rule refutes it, but at least one could not be proven. */
  readonly status: 'chosen' | 'passes' | 'refused' | 'unknown';
  /** Whether it is the best by ranking; the chosen one is another after an override or under a lock. */
  readonly best: boolean;
  readonly rank: number | undefined;
  readonly monthlyMicroUsd: MicroUsd | undefined;
  readonly hoursPerMonth: number;
  readonly objectiveMicroUsd: MicroUsd | undefined;
  /** Its objective less that of the chosen one: positive is dearer. */
  readonly dearerMicroUsd: MicroUsd | undefined;
  /** Why it is not the best, in one sentence. Empty for the best. */
  readonly reason: string;
  readonly obstacles: readonly ObstacleRecord[];
}

/** A rule that a candidate does not pass, and what would have to change. */
export interface ObstacleRecord {
  readonly rule: string;
  readonly verdict: Exclude<Verdict, 'proven'>;
  readonly required: string;
  readonly observed: string;
  readonly fix: string;
}

/** The chosen candidate with its bill. */
export interface ChosenRecord extends OptionRecord {
  readonly operator: string;
  readonly controlPlane: 'highly-available' | 'single';
  readonly zones: number;
  readonly pools: readonly SizedPool[];
  readonly allocatable: ResourcesRecord | undefined;
  readonly afterZoneLoss: ResourcesRecord | undefined;
  /** How good its size is; absent where nothing was searched: on own machines, without nodes, with the pools of a lock. */
  readonly size: SizeRecord | undefined;
  readonly cost: readonly CostLineRecord[];
  /** Figures without a price; then there is no total. */
  readonly missing: readonly string[];
  readonly hours: readonly HoursLineRecord[];
  readonly findings: readonly FindingRecord[];
  readonly caveats: Caveats | undefined;
  /** What the bill may come to instead; absent without a total. */
  readonly range: RangeRecord | undefined;
}

/** How good the mix of machines is that a search found. */
export interface SizeRecord {
  /** `best-found`: there were more mixes than a fixed number of steps can try, and a cheaper one may hold the pods too. */
  readonly searched: 'all' | 'best-found';
  /** What the search minimised: machines, disks and fees by the node, a month. */
  readonly nodesMicroUsd: MicroUsd;
  /** What no mix of machines at all could undercut. */
  readonly leastMicroUsd: MicroUsd;
  /** How much `nodesMicroUsd` is above the least, in percent, rounded up to a tenth: the cheapest mix there is lies between. */
  readonly mostAbovePercent: number | undefined;
}

/** Low, middle and high of a bill, and how old what it rests on is. */
export interface RangeRecord {
  readonly lowMicroUsd: MicroUsd;
  readonly midMicroUsd: MicroUsd;
  readonly highMicroUsd: MicroUsd;
  /** With every interruptible machine at its price on demand; equal to the middle without any. */
  readonly withoutSpotMicroUsd: MicroUsd;
  /** Date of the oldest price; absent when all are the user's own. */
  readonly oldestAsOf: string | undefined;
  /** Its age on the plan date, in whole days. */
  readonly oldestAgeDays: number | undefined;
}

export interface ResourcesRecord {
  readonly cpu: number;
  readonly memoryGib: number;
  readonly pods: number;
}

export interface CostLineRecord {
  readonly label: string;
  readonly quantity: number;
  readonly unit: string;
  readonly unitMicroUsd: MicroUsd;
  readonly monthlyMicroUsd: MicroUsd;
  readonly kind: FigureKind;
  readonly source: string;
  readonly asOf: string;
}

export interface HoursLineRecord {
  readonly label: string;
  readonly hoursPerMonth: number;
  readonly kind: FigureKind;
  readonly rationale: string;
}

export interface FindingRecord {
  readonly rule: string;
  readonly verdict: Verdict;
  readonly required: string;
  readonly observed: string;
  /** The request's written reason for going on all the same. */
  readonly overridden: string | undefined;
  /** The rule that failed and left nothing to look at here. */
  readonly follows: string | undefined;
  readonly sources: readonly string[];
}

/** How often one rule stands in the way. */
export interface RefusalRecord {
  readonly rule: string;
  /** What it asks for; several texts joined where it asks differently of different platforms. */
  readonly required: string;
  readonly refuted: number;
  readonly unknown: number;
  /** Candidates that pass every other rule: what dropping this one rule would admit. */
  readonly alone: number;
}

export interface UnknownRecord {
  readonly subject: string;
  readonly text: string;
  readonly candidates: number;
  /** One candidate it concerns. */
  readonly example: string;
}

export interface AssumptionRecord {
  readonly kind: Extract<FigureKind, 'estimate' | 'assumption'>;
  readonly text: string;
  readonly clusters: readonly string[];
}

export interface NotPricedRecord {
  readonly text: string;
  readonly clusters: readonly string[];
}

/** A source with its title; one that the catalogue does not list keeps its id alone. */
export interface SourceRecord {
  readonly id: string;
  readonly title: string | undefined;
  readonly reference: string | undefined;
  readonly asOf: string | undefined;
}
