import { ApiAccess, ApiExposure, ControlPlaneAvailability } from '../../cluster';
import { whenResolved } from '../../cluster/private/tokens';
import type { GkeCommonProps } from '../cluster-props';
import { GkeConfidential } from '../confidential';
import { GkeDataplane } from '../dataplane';
import type { GkeHardenedOptions, GkeHardening } from '../hardening';
import { type GkeAutopilotMode, GkeMode, type GkeStandardMode } from '../mode';
import { GkeNodeImage } from '../node-image';
import type { GkeNodePoolOptions } from '../node-pool-options';
import { GkeEvent, GkeNotifications } from '../notifications';
import { GkeReleaseChannel } from '../release-channel';
import type { GkeSecurityProps } from '../security-props';
import { apiAccessOfGke } from './api-endpoint';

/** The props of a cluster that the hardened form fills or refuses. */
export type HardenableProps = GkeSecurityProps &
  Pick<GkeCommonProps, 'location' | 'versionPolicy' | 'apiAccess' | 'notifications'> & {
    readonly mode?: GkeStandardMode | GkeAutopilotMode;
  };

/** The pool that Google's own constraint lets go without gVisor, by this name. */
const UNSANDBOXED_POOL = 'default-pool';

/** Props with what the hardened form adds where nothing was said, and one sentence for each that contradicts it. */
export interface Hardened<P> {
  readonly props: P;
  readonly problems: readonly string[];
}

/** The baseline changes nothing. */
export function hardenedProps<P extends HardenableProps>(props: P): Hardened<P> {
  const options = props.hardening?.hardenedOptions;
  if (options === undefined) return { props, problems: [] };
  const isStandard = props.mode === undefined || props.mode.kind === 'standard';
  const filled = {
    apiAccess: props.apiAccess ?? ApiAccess.private(),
    binaryAuthorization: props.binaryAuthorization ?? true,
    securityGroup: props.securityGroup ?? options.securityGroup,
    notifications: props.notifications ?? GkeNotifications.own(),
    confidentialNodes:
      props.confidentialNodes ??
      (isStandard && wantsConfidentialNodes(options) ? GkeConfidential.SEV : undefined),
  };
  return {
    props: { ...props, ...filled },
    problems: [
      ...describeControlPlane(props),
      ...describeMode(props.mode ?? GkeMode.standard(), options),
      ...describeSaid(props, options),
    ],
  };
}

function describeControlPlane({ location, versionPolicy, apiAccess }: HardenableProps): readonly string[] {
  const problems: string[] = [];
  if (location.availability === ControlPlaneAvailability.SINGLE) {
    problems.push(`'location' is a zone, and 'hardening' wants a region; say GkeLocation.region()`);
  }
  const channel = versionPolicy === undefined ? GkeReleaseChannel.REGULAR : versionPolicy.releaseChannel;
  if (channel !== GkeReleaseChannel.REGULAR && channel !== GkeReleaseChannel.STABLE) {
    problems.push(
      `'versionPolicy' ${channel === undefined ? 'pins a version' : `is the channel ${channel}`}, and 'hardening' wants the channel REGULAR or STABLE`,
    );
  }
  if (apiAccess !== undefined) {
    const exposure = apiAccessOfGke(apiAccess).ipEndpoints?.access.exposure;
    if (exposure !== ApiExposure.PRIVATE) {
      problems.push(
        `'apiAccess' is ${exposure ?? 'by a name only'}, and 'hardening' wants ranges of a private address; say ApiAccess.private(), or leave it out`,
      );
    }
  }
  return problems;
}

function describeMode(
  mode: GkeStandardMode | GkeAutopilotMode,
  options: GkeHardenedOptions,
): readonly string[] {
  if (mode.kind === 'autopilot') {
    if (!wantsConfidentialNodes(options)) return [];
    return [
      `'hardening' wants confidential nodes, which Autopilot has by compute classes alone; say 'confidentialNodes' false in GkeHardening.hardened()`,
    ];
  }
  const { dataplane, intranodeVisibility, autoProvisioning } = mode.options;
  const problems: string[] = [];
  if (dataplane === GkeDataplane.CALICO) {
    problems.push(`'dataplane' is CALICO, and 'hardening' wants Dataplane V2; leave it out`);
  }
  if (intranodeVisibility === false) {
    problems.push(`'intranodeVisibility' is false, and 'hardening' wants it; leave it out`);
  }
  if (autoProvisioning !== undefined && wantsSandbox(options)) {
    problems.push(
      `'autoProvisioning' makes pools without gVisor, and 'hardening' wants it; leave it out, or say 'sandbox' false in GkeHardening.hardened()`,
    );
  }
  return problems;
}

function describeSaid(
  { binaryAuthorization, securityGroup, notifications }: HardenableProps,
  options: GkeHardenedOptions,
): readonly string[] {
  const problems: string[] = [];
  if (binaryAuthorization === false) {
    problems.push(`'binaryAuthorization' is false, and 'hardening' wants it; leave it out`);
  }
  whenResolved(securityGroup, (group) => {
    if (group === options.securityGroup) return;
    problems.push(
      `'securityGroup' (${group}) is not that of 'hardening' (${options.securityGroup}); leave it out`,
    );
  });
  if (notifications !== undefined && !tellsOfWeaknesses(notifications)) {
    problems.push(
      `'notifications' leave out security bulletins, and 'hardening' wants them; add GkeEvent.SECURITY_BULLETIN, or leave 'notifications' out`,
    );
  }
  return problems;
}

function tellsOfWeaknesses({ existingTopicId, ownTopic, events }: GkeNotifications): boolean {
  if (existingTopicId === undefined && ownTopic === undefined) return false;
  return events === undefined || events.includes(GkeEvent.SECURITY_BULLETIN);
}

/** Options of a pool with what the hardened form adds, and one sentence for each that contradicts it. */
export function hardenedPool(
  hardening: GkeHardening | undefined,
  poolName: string,
  options: GkeNodePoolOptions,
): Hardened<GkeNodePoolOptions> {
  const hardened = hardening?.hardenedOptions;
  if (hardened === undefined) return { props: options, problems: [] };
  const problems: string[] = [];
  const { image } = options;
  if (image !== undefined && image !== GkeNodeImage.CONTAINER_OPTIMIZED) {
    problems.push(
      `'image' of node pool '${poolName}' is ${image}, and 'hardening' wants CONTAINER_OPTIMIZED; leave it out`,
    );
  }
  if (!wantsSandbox(hardened) || poolName === UNSANDBOXED_POOL) return { props: options, problems };
  if (options.sandbox === false) {
    problems.push(
      `'sandbox' of node pool '${poolName}' is false, and 'hardening' lets only the pool named '${UNSANDBOXED_POOL}' go without; leave it out`,
    );
  }
  return { props: { ...options, sandbox: options.sandbox ?? true }, problems };
}

/** Which pool is missing in the end; for synthesis, because pools may be added until then. */
export function describeHardenedPools(
  hardening: GkeHardening | undefined,
  pools: readonly { readonly poolName: string }[],
): readonly string[] {
  const hardened = hardening?.hardenedOptions;
  if (hardened === undefined || !wantsSandbox(hardened)) return [];
  if (pools.some(({ poolName }) => poolName === UNSANDBOXED_POOL)) return [];
  return [
    `'hardening' runs the pods of every pool in gVisor but of one named '${UNSANDBOXED_POOL}', which GKE's own pods need; add it, or say 'sandbox' false in GkeHardening.hardened()`,
  ];
}

function wantsConfidentialNodes({ confidentialNodes }: GkeHardenedOptions): boolean {
  return confidentialNodes ?? true;
}

function wantsSandbox({ sandbox }: GkeHardenedOptions): boolean {
  return sandbox ?? true;
}
