import type { Source } from '../types';

/** What is about no single cloud. */
export const GENERAL_SOURCES = [
  {
    id: 'secnumcloud-rule',
    title:
      'SecNumCloud 3.2 shuts out providers under the law of a country outside the EU. Secondary text, undated, not older than that version (2022-03); the earliest day is given.',
    reference: 'https://www.eucloudpatterns.eu/posts/secnumcloud-assessment/',
    asOf: '2022-03-01',
  },
  {
    id: 'nothing-read',
    title: 'No document was read about this: the state of the catalogue itself.',
    reference: 'none',
    asOf: '2026-11-24',
  },
  {
    id: 'uptime-2025',
    title:
      'Weighted average power usage effectiveness of the Uptime Institute survey of 2025, through a report of 2026-01-19. The earliest day is given.',
    reference: 'https://thefreesheet.com, 2026-01-19: Uptime Institute Global Data Center Survey 2025',
    asOf: '2025-01-01',
  },
] as const satisfies readonly Source[];
