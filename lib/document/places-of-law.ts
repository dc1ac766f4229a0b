import { nearest } from './nearest';

/** ISO 3166-1 alpha-2 codes in use. */
export const ISO_COUNTRIES: ReadonlySet<string> = new Set(
  (
    'AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ ' +
    'CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR ' +
    'GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP ' +
    'KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT ' +
    'MU MV MW MX MY MZ NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY QA RE RO RS RU RW ' +
    'SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG ' +
    'UM US UY UZ VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW'
  ).split(' '),
);

/** Laws in the catalogue's words that are not simply the code of a country, and those it names most. */
const GROUPS = ['EU', 'EEA', 'UK', 'CH', 'US', 'CA', 'CN', 'HK'];

/** What people write for a country; two-letter codes are too short to guess from. */
const COUNTRY_NAMES: Readonly<Record<string, string>> = {
  uk: 'GB',
  el: 'GR',
  en: 'GB',
  gbr: 'GB',
  england: 'GB',
  'united kingdom': 'GB',
  germany: 'DE',
  deutschland: 'DE',
  deu: 'DE',
  ger: 'DE',
  france: 'FR',
  fra: 'FR',
  netherlands: 'NL',
  nld: 'NL',
  spain: 'ES',
  esp: 'ES',
  italy: 'IT',
  ita: 'IT',
  ireland: 'IE',
  irl: 'IE',
  poland: 'PL',
  pol: 'PL',
  sweden: 'SE',
  swe: 'SE',
  finland: 'FI',
  fin: 'FI',
  belgium: 'BE',
  bel: 'BE',
  austria: 'AT',
  aut: 'AT',
  switzerland: 'CH',
  che: 'CH',
  norway: 'NO',
  nor: 'NO',
  denmark: 'DK',
  dnk: 'DK',
  usa: 'US',
  'united states': 'US',
  canada: 'CA',
  can: 'CA',
  japan: 'JP',
  jpn: 'JP',
  india: 'IN',
  ind: 'IN',
  brazil: 'BR',
  bra: 'BR',
  australia: 'AU',
  aus: 'AU',
  singapore: 'SG',
  sgp: 'SG',
  china: 'CN',
  chn: 'CN',
};

/** A group, or the code of a country, which counts as that country. */
export function isKnownJurisdiction(value: string): boolean {
  return GROUPS.includes(value) || ISO_COUNTRIES.has(value);
}

/** The code for a name, an alpha-3 code or the wrong case; `undefined` when nothing is near. */
export function nearestCountry(value: string): string | undefined {
  const known = COUNTRY_NAMES[value.toLowerCase()];
  if (known !== undefined) return known;
  const upper = value.toUpperCase();
  return ISO_COUNTRIES.has(upper) ? upper : undefined;
}

/** As {@link nearestCountry}, with the groups. */
export function nearestJurisdiction(value: string): string | undefined {
  return (
    GROUPS.find((group) => group === value.toUpperCase()) ?? nearestCountry(value) ?? nearest(value, GROUPS)
  );
}
