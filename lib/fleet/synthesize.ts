import { App } from 'cdktf';
import { Fleet, type FleetProps, type FleetStack } from './fleet';

/** What {@link synthesizeDecision} needs. */
export interface SynthesizeOptions extends FleetProps {
  /** Folder to write into; made if absent. The caller writes aside and renames if the folder may hold something. */
  readonly outdir: string;
}

/** What was written. */
export interface SynthesizedDecision {
  readonly stacks: readonly FleetStack[];
}

/**
 * Runs a CDKTF app of one fleet and writes `manifest.json` and `stacks/<name>/cdk.tf.json` below `outdir`. Needs neither
 * Terraform nor credentials nor a network.
 *
 * @throws ValidationError, MissingPeerError
 */
export function synthesizeDecision(options: SynthesizeOptions): SynthesizedDecision {
  // stack traces of every construct cost more than the rest of the synthesis and are never shown
  const app = new App({ outdir: options.outdir, stackTraces: false });
  const fleet = new Fleet(app, 'Fleet', options);
  app.synth();
  return { stacks: fleet.stacks };
}
