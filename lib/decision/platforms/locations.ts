import { findRegion } from '../../catalog';
import type { Catalog } from '../../catalog/types';
import type { Candidate, LocationFact, Place } from '../types';

/** What a request may want elsewhere than the nodes. */
export type Located = 'control-plane' | 'backups' | 'telemetry';

type Words = Readonly<Record<Located, string>>;

const ON_AWS: Words = {
  'control-plane': 'AWS runs it in the region',
  backups: 'none is made outside the region',
  telemetry: 'CloudWatch keeps logs and metrics in the region',
};

const ON_GOOGLE: Words = {
  'control-plane': 'Google runs it in the region',
  backups: 'none is made outside the region',
  telemetry: '',
};

const ON_AZURE: Words = {
  'control-plane': 'Microsoft runs it in the region',
  backups: 'none is made outside the region',
  telemetry: 'the workspace for logs and metrics is made in the region',
};

const ON_EC2: Words = {
  'control-plane': 'your own machines in the region',
  backups: 'none is made outside the region',
  telemetry: 'nothing is sent anywhere',
};

const ON_SITE: Words = {
  'control-plane': 'your own machines at the site',
  backups: 'none is made outside the site',
  telemetry: 'nothing is sent anywhere',
};

/** Where EKS keeps things: all of it in the region. */
export function eksLocation(candidate: Candidate, what: Located, catalog: Catalog): LocationFact {
  return inPlace(candidate, ON_AWS[what], catalog);
}

/**
 * Where GKE keeps things. Logs go to the bucket `_Default` of Cloud Logging, whose location is `global` unless the
 * organization chose another before the project was made: that is nowhere in particular.
 *
 * @see https://cloud.google.com/logging/docs/default-settings
 */
export function gkeLocation(candidate: Candidate, what: Located, catalog: Catalog): LocationFact {
  if (what !== 'telemetry') return inPlace(candidate, ON_GOOGLE[what], catalog);
  return GOOGLE_LOGS;
}

const GOOGLE_LOGS: LocationFact = Object.freeze({
  kind: 'unknown',
  observed: 'logs go to Cloud Logging, whose default bucket is global unless the organization set a location',
  fix: "set a default storage location of Cloud Logging for the organization, and give that as the reason under 'overrides'",
  sources: [],
});

/** Where AKS keeps things: all of it in the region. */
export function aksLocation(candidate: Candidate, what: Located, catalog: Catalog): LocationFact {
  return inPlace(candidate, ON_AZURE[what], catalog);
}

/** Where a cluster on machines of EC2 keeps things: all of it in the region. */
export function ec2Location(candidate: Candidate, what: Located, catalog: Catalog): LocationFact {
  return inPlace(candidate, ON_EC2[what], catalog);
}

/** Where a cluster on owned machines keeps things: all of it at the site. */
export function siteLocation(candidate: Candidate, what: Located, catalog: Catalog): LocationFact {
  return inPlace(candidate, ON_SITE[what], catalog);
}

/** One answer for all candidates of a place. */
const answers = new WeakMap<Catalog, WeakMap<Place, Map<string, LocationFact>>>();

function inPlace({ place }: Candidate, words: string, catalog: Catalog): LocationFact {
  let places = answers.get(catalog);
  if (places === undefined) {
    places = new WeakMap();
    answers.set(catalog, places);
  }
  let known = places.get(place);
  if (known === undefined) {
    known = new Map();
    places.set(place, known);
  }
  let answer = known.get(words);
  if (answer === undefined) {
    answer = readAnswer(place, words, catalog);
    known.set(words, answer);
  }
  return answer;
}

function readAnswer(place: Place, words: string, catalog: Catalog): LocationFact {
  const region = place.kind === 'region' ? findRegion(catalog, place.provider, place.id) : undefined;
  return Object.freeze({
    kind: 'known',
    country: place.country,
    jurisdiction: place.jurisdiction,
    observed: words,
    sources: region === undefined ? [] : [region.source],
  });
}
