import type { PlatformFact } from '../types';

type Tenancy = 'dedicated' | 'confidential';
type Answers = Readonly<Record<Tenancy, PlatformFact>>;

const ELSEWHERE = 'choose an own site, whose machines serve nobody else';

/** Clouds sell both, but the constructs set neither, and a cluster that is not defined so is not so. */
export const NOT_SET_BY_CONSTRUCTS: Answers = {
  dedicated: {
    verdict: 'refuted',
    observed: 'nodes are defined on shared hosts; no construct in this version asks for others',
    fix: ELSEWHERE,
    sources: [],
  },
  confidential: {
    verdict: 'refuted',
    observed: 'nodes are defined without encrypted memory; no construct in this version asks for it',
    fix: "set 'security.tenancy' to 'dedicated' or 'shared'",
    sources: [],
  },
};

/** Of platforms that are ranked and not built: what their provider offers under them was not read. */
export const NOT_READ: Answers = {
  dedicated: {
    verdict: 'unknown',
    observed: 'whether and at what price hosts can be had for one tenant was not read',
    fix: ELSEWHERE,
    sources: [],
  },
  confidential: {
    verdict: 'unknown',
    observed: 'whether its nodes can have encrypted memory was not read',
    fix: "set 'security.tenancy' to 'dedicated' or 'shared'",
    sources: [],
  },
};

/** Owned machines serve one owner; what their processors can encrypt is written nowhere. */
export const OWN_MACHINES: Answers = {
  dedicated: { verdict: 'proven', observed: 'the machines are your own', sources: [] },
  confidential: {
    verdict: 'unknown',
    observed: 'whether the processors of the site encrypt memory is not known',
    fix: "set 'security.tenancy' to 'dedicated'",
    sources: [],
  },
};
