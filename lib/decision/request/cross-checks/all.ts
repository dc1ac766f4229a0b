import type { Finding } from '../../../document/finding';
import type { SourceMap } from '../../../document/source-node';
import { checkAccounts } from './accounts';
import { checkAdministrators } from './administrators';
import { checkAirGap } from './air-gap';
import { checkApiAccess } from './api-access';
import { checkCapacity } from './capacity';
import { checkCompliance } from './compliance';
import { checkDuplicates } from './duplicates';
import { checkLinks } from './links';
import { checkNames } from './names';
import { checkNetworks } from './networks';
import { checkPlaces } from './places';
import { checkPlanning } from './planning';
import { checkRelations } from './relations';
import { checkResidency } from './residency';
import { checkSiteCosts } from './site-costs';
import { checkSiteMachines } from './site-machines';
import { type KnownNames, RequestView } from './view';

const CHECKS = [
  checkNames,
  checkCapacity,
  checkNetworks,
  checkLinks,
  checkAirGap,
  checkApiAccess,
  checkPlaces,
  checkResidency,
  checkCompliance,
  checkAdministrators,
  checkPlanning,
  checkRelations,
  checkAccounts,
  checkSiteMachines,
  checkSiteCosts,
  checkDuplicates,
];

/**
 * What can only be judged by looking at two values together, or at the names that exist. Each check looks at
 * the parts it needs and is silent about parts that are wrong in themselves, so that it also finds what it can in a file with other mistakes.
 */
export function crossCheck(root: SourceMap, known: KnownNames): readonly Finding[] {
  const view = new RequestView(root, known);
  for (const check of CHECKS) check(view);
  return view.findings;
}
