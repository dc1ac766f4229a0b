import type { CatalogFinding, CheckOptions } from '../catalog/consistency';
import type { Overlay, ParsedOverlay } from '../catalog/overlay';
import type { Catalog } from '../catalog/types';
import type { StackComparison } from '../day-two/findings';
import type { Acceptance, Accepted } from '../decision/acceptance';
import type { LockCheck } from '../decision/check';
import type { DecideOptions } from '../decision/decide';
import type { DecisionLock } from '../decision/lock';
import type { ParsedLock } from '../decision/parse-lock';
import type { ParsedRequest, ParseOptions } from '../decision/request/parse';
import type { ClusterRequest, Request } from '../decision/request/types';
import type { Assessment, Decision } from '../decision/types';
import type { FileProblem } from '../document/problem';
import type { Refreshed, RefreshOptions } from '../refresh';

/** What {@link Tools.synthesize} is asked to write, and where. */
export interface Synthesis {
  readonly request: Request;
  readonly decision: Decision;
  readonly outdir: string;
}

/** A stack that was written below `stacks/<name>`. */
export interface SynthesizedStack {
  readonly name: string;
  readonly clusterKey: string;
  readonly platform: string;
}

/**
 * The library as the commands use it. Each function loads what it needs when it is called and not before: a decision
 * never loads cdktf, a version or a help text loads nothing at all.
 */
export interface Tools {
  platforms(): readonly string[];
  catalog(): Catalog;
  /** Judges the file against the catalogue it will be put over. */
  parseOverlay(text: string, catalog: Catalog): ParsedOverlay;
  applyOverlay(catalog: Catalog, overlay: Overlay): Catalog;
  checkCatalog(catalog: Catalog, options: CheckOptions): readonly CatalogFinding[];
  /** Uses the network, and packages that are installed only where somebody refreshes. */
  refreshPrices(options: RefreshOptions): Promise<Refreshed>;
  parseRequest(text: string, options: ParseOptions): ParsedRequest;
  formatProblem(file: string, problem: FileProblem): string;
  requestJsonSchema(): object;
  decide(request: Request, catalog: Catalog, options: DecideOptions): Decision;
  createLock(decision: Decision, previous: DecisionLock | undefined): DecisionLock;
  parseLock(text: string): ParsedLock;
  checkLock(request: Request, catalog: Catalog, lock: DecisionLock): LockCheck;
  judgeAcceptance(
    acceptance: Acceptance,
    assessments: readonly Assessment[],
    cluster: ClusterRequest,
  ): Accepted;
  synthesize(
    synthesis: Synthesis,
  ):
    | { readonly stacks: readonly SynthesizedStack[] }
    | Promise<{ readonly stacks: readonly SynthesizedStack[] }>;
  /** What the next text of a stack does to what the previous one built; `undefined` when one of them is no stack. */
  compareStacks(previous: string, next: string): StackComparison | undefined;
}

/** The real library. */
export function libraryTools(): Tools {
  return {
    platforms: () => load.values().RANKED_PLATFORMS,
    catalog: () => load.catalog().embeddedCatalog(),
    parseOverlay: (text, catalog) => load.overlay().parseOverlay(text, { catalog }),
    applyOverlay: (catalog, overlay) => load.overlay().applyOverlay(catalog, overlay),
    checkCatalog: (catalog, options) => load.consistency().checkCatalog(catalog, options),
    refreshPrices: (options) => load.refresh().refreshPrices(options),
    parseRequest: (text, options) => load.request().parseRequest(text, options),
    formatProblem: (file, problem) => load.request().formatProblem(file, problem),
    requestJsonSchema: () => load.request().requestJsonSchema(),
    decide: (request, catalog, options) => load.decision().decide(request, catalog, options),
    createLock: (decision, previous) => load.decision().createLock(decision, previous),
    parseLock: (text) => load.decision().parseLock(text),
    checkLock: (request, catalog, lock) => load.decision().checkLock(request, catalog, lock),
    judgeAcceptance: (acceptance, assessments, cluster) =>
      load.decision().judgeAcceptance(acceptance, assessments, cluster),
    synthesize: (synthesis) => load.fleet().synthesizeDecision(synthesis),
    compareStacks: (previous, next) => {
      const { compareStacks, parseStack } = load.dayTwo();
      const [before, after] = [parseStack(previous), parseStack(next)];
      return before === undefined || after === undefined ? undefined : compareStacks(before, after);
    },
  };
}

const load = {
  values: (): typeof import('../values/platform-id') => require('../values/platform-id'),
  catalog: (): typeof import('../catalog') => require('../catalog'),
  overlay: (): typeof import('../catalog/overlay') => require('../catalog/overlay'),
  consistency: (): typeof import('../catalog/consistency') => require('../catalog/consistency'),
  request: (): typeof import('../decision/request') => require('../decision/request'),
  decision: (): typeof import('../decision') => require('../decision'),
  fleet: (): typeof import('../fleet') => require('../fleet'),
  refresh: (): typeof import('../refresh') => require('../refresh'),
  dayTwo: (): typeof import('../day-two') => require('../day-two'),
};
