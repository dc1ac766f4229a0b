import type { JointDecision } from '../../decision/types';
import { formatUsd } from '../../values';

/** What holds for all clusters together, one sentence each; none where nothing ties them to each other. */
export function jointNotes(joint: JointDecision | undefined): readonly string[] {
  if (joint === undefined) return [];
  return [
    ...joint.notes,
    ...(joint.priceMicroUsd === 0
      ? []
      : [
          `together they cost ${formatUsd(joint.priceMicroUsd)} a month more, in money and hours, than the best of each alone`,
        ]),
  ];
}
