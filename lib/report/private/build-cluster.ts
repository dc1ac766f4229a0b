import type { MicroUsd } from '../../catalog/types';
import { failuresOf } from '../../decision/reasons';
import type { ClusterRequest } from '../../decision/request/types';
import type { Assessment, ClusterDecision, Cost, Finding, Place, Sizing } from '../../decision/types';
import { daysBetween } from '../../values';
import type {
  BudgetRecord,
  ChosenRecord,
  ClusterRecord,
  ExplanationRecord,
  ObstacleRecord,
  OptionRecord,
  RangeRecord,
  SizeRecord,
} from '../record';
import { describeRequest } from './describe-request';
import { headlineOf, noticeOf } from './explain';
import { refusalsOf, unknownsOf } from './refusals';

type Sized = Extract<Sizing, { kind: 'sized' }>;

/** One cluster of a decision; `asked` is its part of the request. */
export function buildCluster(
  decision: ClusterDecision,
  asked: ClusterRequest | undefined,
  planDate: string,
): ClusterRecord {
  const usdPerHour = asked?.budget.usdPerHour ?? 0;
  const chosenAssessment = decision.assessments.find(({ candidate }) => candidate.id === decision.chosen);
  const options = decision.assessments.map((assessment) => optionOf(assessment, decision, chosenAssessment));
  const chosen = chosenAssessment && chosenOf(chosenAssessment, decision, planDate);
  return {
    clusterKey: decision.clusterKey,
    clusterName: decision.clusterName,
    asked: asked ? describeRequest(asked) : [],
    budget: budgetOf(asked, chosen),
    counts: {
      examined: options.length,
      feasible: decision.assessments.filter((assessment) => assessment.feasible).length,
    },
    headline: headlineOf(decision, options, chosen, usdPerHour),
    notice: noticeOf(decision, options, chosen),
    chosen,
    options,
    refusals: refusalsOf(decision.assessments),
    unknowns: unknownsOf(decision.assessments),
    explanation: explanationOf(decision),
  };
}

function optionOf(
  assessment: Assessment,
  decision: ClusterDecision,
  chosen: Assessment | undefined,
): OptionRecord {
  const { candidate } = assessment;
  const obstacles = obstaclesOf(assessment);
  return {
    id: candidate.id,
    platform: candidate.platform,
    place: candidate.place.id,
    placeName: placeName(candidate.place),
    topology: candidate.topology,
    status: statusOf(assessment, obstacles, candidate.id === decision.chosen),
    best: candidate.id === decision.winner,
    rank: assessment.rank,
    monthlyMicroUsd: assessment.cost.kind === 'priced' ? assessment.cost.monthlyMicroUsd : undefined,
    hoursPerMonth: assessment.hours.hoursPerMonth,
    objectiveMicroUsd: assessment.objectiveMicroUsd,
    dearerMicroUsd: difference(assessment.objectiveMicroUsd, chosen?.objectiveMicroUsd),
    get reason() {
      return assessment.lostBecause;
    },
    obstacles,
  };
}

function chosenOf(assessment: Assessment, decision: ClusterDecision, planDate: string): ChosenRecord {
  const { candidate, sizing, cost, hours, findings } = assessment;
  const sized = sizing.kind === 'sized' ? sizing : undefined;
  return {
    ...optionOf(assessment, decision, assessment),
    operator: operatorName(candidate.place),
    controlPlane: candidate.controlPlane,
    zones: candidate.zones,
    pools: sized?.pools ?? [],
    allocatable: sized && resources(sized.allocatable),
    afterZoneLoss: sized && resources(sized.afterZoneLoss),
    size: sized && sizeOf(sized),
    cost: cost.lines.map(({ label, quantity, unit, unitMicroUsd, monthlyMicroUsd, kind, source, asOf }) => ({
      label,
      quantity,
      unit,
      unitMicroUsd,
      monthlyMicroUsd,
      kind,
      source,
      asOf,
    })),
    missing: cost.kind === 'unknown' ? cost.missing : [],
    hours: hours.lines,
    caveats: decision.caveats,
    range: rangeOf(cost, planDate),
    findings: findings.map(({ constraint, verdict, required, observed, overridden, follows, sources }) => ({
      rule: constraint,
      verdict,
      required,
      observed,
      overridden,
      follows,
      sources,
    })),
  };
}

function sizeOf({ packing, nodesMicroUsd, lowerBoundMicroUsd }: Sized): SizeRecord | undefined {
  if (nodesMicroUsd === undefined || lowerBoundMicroUsd === undefined) return undefined;
  return {
    // sums alone are always searched whole
    searched: packing?.searched ?? 'all',
    nodesMicroUsd,
    leastMicroUsd: lowerBoundMicroUsd,
    mostAbovePercent:
      lowerBoundMicroUsd > 0
        ? Math.ceil((1_000 * (nodesMicroUsd - lowerBoundMicroUsd)) / lowerBoundMicroUsd) / 10
        : undefined,
  };
}

function rangeOf(cost: Cost, planDate: string): RangeRecord | undefined {
  if (cost.kind === 'unknown') return undefined;
  const { range, monthlyMicroUsd, withoutSpotMicroUsd, oldestAsOf } = cost;
  return {
    lowMicroUsd: range.low,
    midMicroUsd: monthlyMicroUsd,
    highMicroUsd: range.high,
    withoutSpotMicroUsd,
    oldestAsOf,
    oldestAgeDays: oldestAsOf === undefined ? undefined : daysBetween(oldestAsOf, planDate),
  };
}

function explanationOf({ explanation, assessments }: ClusterDecision): ExplanationRecord | undefined {
  if (explanation === undefined) return undefined;
  const { nearest, constraintPrices, sensitivity, pareto } = explanation;
  const onFront = new Set(pareto);
  return {
    nearest,
    constraintPrices,
    sensitivity,
    get regret() {
      return explanation.regret;
    },
    pareto: assessments
      .filter(({ candidate }) => onFront.has(candidate.id))
      .map(({ candidate, cost, hours, merits }) => ({
        id: candidate.id,
        monthlyMicroUsd: cost.kind === 'priced' ? cost.monthlyMicroUsd : undefined,
        hoursPerMonth: hours.hoursPerMonth,
        resilience: merits.resilience,
        carbonGramsPerKwh: merits.carbonGramsPerKwh,
      })),
  };
}

function statusOf(
  assessment: Assessment,
  obstacles: readonly ObstacleRecord[],
  isChosen: boolean,
): OptionRecord['status'] {
  if (isChosen) return 'chosen';
  if (assessment.feasible) return 'passes';
  return obstacles.some((obstacle) => obstacle.verdict === 'refuted') ? 'refused' : 'unknown';
}

function obstaclesOf(assessment: Assessment): readonly ObstacleRecord[] {
  return failuresOf(assessment.findings).map(obstacleOf);
}

/** Many candidates share a finding. */
const obstacles = new WeakMap<Finding, ObstacleRecord>();

function obstacleOf(finding: Finding): ObstacleRecord {
  let obstacle = obstacles.get(finding);
  if (obstacle === undefined) {
    const { constraint, verdict, required, observed, fix } = finding;
    obstacle = {
      rule: constraint,
      verdict: verdict === 'unknown' ? verdict : 'refuted',
      required,
      observed,
      fix,
    };
    obstacles.set(finding, obstacle);
  }
  return obstacle;
}

function budgetOf(asked: ClusterRequest | undefined, chosen: ChosenRecord | undefined): BudgetRecord {
  const limitMicroUsd =
    asked?.budget.usdPerMonth === undefined ? undefined : Math.round(asked.budget.usdPerMonth * 1_000_000);
  const limitHours = asked?.budget.hoursPerMonth;
  return {
    usdPerHour: asked?.budget.usdPerHour ?? 0,
    limitMicroUsd,
    limitHours,
    leftMicroUsd: difference(limitMicroUsd, chosen?.monthlyMicroUsd),
    leftHours: difference(limitHours, chosen?.hoursPerMonth),
  };
}

function resources(held: { readonly milliCpu: number; readonly memoryMib: number; readonly pods: number }) {
  return { cpu: held.milliCpu / 1_000, memoryGib: Math.floor(held.memoryMib / 102.4) / 10, pods: held.pods };
}

function difference(left: number | undefined, right: number | undefined): MicroUsd | undefined {
  return left === undefined || right === undefined ? undefined : left - right;
}

/** `Europe (Frankfurt), DE`. */
function placeName(place: Place): string {
  return `${place.name}, ${place.country}`;
}

function operatorName({ operator }: Place): string {
  const { legalEntity, jurisdiction, ultimateParent } = operator;
  return jurisdiction === ultimateParent
    ? `${legalEntity} (law of ${jurisdiction})`
    : `${legalEntity} (law of ${jurisdiction}, owned from ${ultimateParent})`;
}
