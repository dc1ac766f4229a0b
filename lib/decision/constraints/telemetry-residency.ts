import { residencyOf } from './residency-of';

export const telemetryResidency = residencyOf(
  { what: 'telemetry', wish: 'telemetry', words: 'logs and metrics' },
  {
    id: 'telemetry-residency',
    title: 'Logs and metrics in a country or jurisdiction that is allowed',
    rationale:
      'Logs carry names, and sometimes more, to wherever the platform keeps them; what they carry is for the user to say, so a written reason lifts it.',
    level: 'overridable',
  },
);
