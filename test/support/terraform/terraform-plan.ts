/** A change of one resource that Terraform would make. */
export interface PlannedChange {
  readonly address: string;
  /** Terraform's own words: `['create']`, `['update']`, `['delete']`, `['delete', 'create']` for a replacement. */
  readonly actions: readonly string[];
  /** Attributes that force the replacement, such as `vpc_config[0].subnet_ids`; empty otherwise. */
  readonly replacePaths: readonly string[];
}

/** What `terraform plan` found. */
export interface TerraformPlan {
  /** Resources that would change, sorted by address; reads of data sources are left out. */
  readonly changes: readonly PlannedChange[];
  /** Names of outputs that would change, sorted. */
  readonly outputChanges: readonly string[];
  /** 0 when the plan is empty, 2 when it is not. */
  readonly exitCode: number;
}

interface PlanJson {
  readonly resource_changes?: readonly {
    readonly address: string;
    readonly mode: string;
    readonly change: {
      readonly actions: readonly string[];
      readonly replace_paths?: readonly (readonly (string | number)[])[];
    };
  }[];
  readonly output_changes?: Readonly<Record<string, { readonly actions: readonly string[] }>>;
}

/** Reads the JSON that `terraform show -json <plan file>` prints. */
export function parsePlan(json: string, exitCode: number): TerraformPlan {
  const plan = JSON.parse(json) as PlanJson;
  const changes = (plan.resource_changes ?? [])
    .filter(({ mode, change }) => mode === 'managed' && change.actions.join() !== 'no-op')
    .map(({ address, change }) => ({
      address,
      actions: change.actions,
      replacePaths: (change.replace_paths ?? []).map(renderPath).sort(),
    }))
    .sort((a, b) => (a.address < b.address ? -1 : 1));
  const outputChanges = Object.entries(plan.output_changes ?? {})
    .filter(([, { actions }]) => actions.join() !== 'no-op')
    .map(([name]) => name)
    .sort();
  return { changes, outputChanges, exitCode };
}

/** One line per change, for the message of a failed expectation. */
export function describeChanges({ changes, outputChanges }: TerraformPlan): string {
  return [
    ...changes.map(({ address, actions, replacePaths }) =>
      [`${actions.join('+')} ${address}`, ...replacePaths.map((path) => `forced by ${path}`)].join(', '),
    ),
    ...outputChanges.map((name) => `output ${name}`),
  ].join('\n');
}

function renderPath(path: readonly (string | number)[]): string {
  return path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
    .join('');
}
