import { GOOGLE_REPLACEMENTS } from '../../lib/day-two';
import { GkeReleaseChannel, GkeVersionPolicy } from '../../lib/gke';
import { GKE_NEWER_SCHEMA } from '../support/gke-newer-schema';
import { GOOGLE_COMPUTED } from '../support/google-computed';
import type { SynthesizedStack } from '../support/synthesized';
import {
  describeChanges,
  describeTerraform,
  SimulatedProviders,
  TerraformWorkspace,
} from '../support/terraform';
import { adopted, autopilot, FULL_AUTOPILOT, fullStandard, standard } from './mode-stacks';

/** Arguments that Terraform takes itself. */
const TERRAFORMS = ['depends_on', 'lifecycle', '//'];

/** Arguments that replace, by what is known of the provider; of types in which nothing may change, all that the stack sets. */
function replacingIn(stack: string): Readonly<Record<string, readonly string[]>> {
  const { resource = {} } = JSON.parse(stack) as SynthesizedStack;
  return Object.fromEntries(
    Object.entries(resource).map(([type, instances]) => {
      const replaces = GOOGLE_REPLACEMENTS[type]?.replaces ?? [];
      const set = Object.values(instances).flatMap((body) => Object.keys(body));
      return [type, replaces === 'all' ? set.filter((name) => !TERRAFORMS.includes(name)) : replaces];
    }),
  );
}

/** What can change in place, in every form. */
const CHANGED = {
  tags: { team: 'payments' },
  versionPolicy: GkeVersionPolicy.channel(GkeReleaseChannel.STABLE),
  keyRotationDays: 60,
};

interface Form {
  readonly first: string;
  readonly changed: string;
  /** Number of resources that exist then. */
  readonly live: number;
  /** What the change touches, each in place. */
  readonly updated: readonly string[];
}

const CLUSTER = 'google_container_cluster.Prod_7A5F3219';
const KEY = 'google_kms_crypto_key.Prod_Encryption_EF79E7A1';
const POOL = 'google_container_node_pool.Prod_NodePools_';

/** What has labels and stands beside a full cluster. */
const BESIDE = [
  'google_gke_backup_backup_plan.Prod_Backups_daily_B00046F0',
  'google_gke_backup_restore_plan.Prod_Backups_daily_Restore_669A38C3',
  KEY,
  'google_pubsub_topic.Prod_Notifications_Topic_983BA7F2',
];

const TOPIC = 'google_pubsub_topic.Prod_Notifications_Topic_983BA7F2';

const FORMS: Readonly<Record<string, Form>> = {
  'a minimal cluster': {
    first: standard(),
    changed: standard(CHANGED),
    live: 16,
    updated: [CLUSTER, `${POOL}general_8BBA8D4F`, KEY, TOPIC],
  },
  'a full Standard cluster': {
    first: fullStandard(),
    changed: fullStandard(CHANGED),
    live: 30,
    updated: [
      CLUSTER,
      `${POOL}general_8BBA8D4F`,
      `${POOL}gpus_F4100EF4`,
      `${POOL}sandboxed_828C60DD`,
      `${POOL}spot_0F0E2912`,
      `${POOL}windows_223E8AF2`,
      ...BESIDE,
    ],
  },
  'a full Autopilot cluster': {
    first: autopilot(FULL_AUTOPILOT),
    changed: autopilot({ ...FULL_AUTOPILOT, ...CHANGED }),
    live: 20,
    updated: [CLUSTER, ...BESIDE],
  },
  'a cluster in an adopted network': {
    first: adopted(),
    changed: adopted(CHANGED),
    live: 14,
    updated: [CLUSTER, `${POOL}general_8BBA8D4F`, KEY, TOPIC],
  },
};

describeTerraform('clusters of every form on simulated providers', () => {
  it.each(Object.entries(FORMS))(
    '%s is made, rests, changes in place and goes',
    async (_name, { first, changed, live, updated }) => {
      const providers = await SimulatedProviders.start(first, {
        newerSchema: GKE_NEWER_SCHEMA,
        computedValues: GOOGLE_COMPUTED,
        forceNew: replacingIn(first),
      });
      const workspace = TerraformWorkspace.open(first, { env: providers.env });
      try {
        await workspace.init();
        await workspace.apply();
        expect(providers.liveResources()).toHaveLength(live);
        expect(describeChanges(await workspace.plan())).toBe('');
        workspace.use(changed);
        const { changes } = await workspace.plan();
        expect(changes.filter(({ actions }) => String(actions) !== 'update')).toEqual([]);
        expect(changes.map(({ address }) => address)).toEqual(updated);
        await workspace.destroy();
        expect(providers.liveResources()).toEqual([]);
      } finally {
        workspace.close();
        providers.stop();
      }
    },
  );
});
