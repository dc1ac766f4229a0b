import { residencyOf } from './residency-of';

export const backupResidency = residencyOf(
  { what: 'backups', wish: 'backups', words: 'backups' },
  {
    id: 'backup-residency',
    title: 'Backups in a country or jurisdiction that is allowed',
    rationale:
      'A backup is the data once more, and is easily forgotten where the data is not; no reason lifts a law.',
    level: 'hard',
  },
);
