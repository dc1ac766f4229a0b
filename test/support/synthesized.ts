import { App, LocalBackend, TerraformStack, Testing } from 'cdktf';

/** The synthesized JSON of a stack, as far as tests look into it. */
export interface SynthesizedStack {
  readonly resource?: Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;
  readonly data?: Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>;
  readonly output?: Readonly<Record<string, { readonly value: unknown; readonly sensitive?: boolean }>>;
  readonly provider?: Readonly<Record<string, readonly Record<string, unknown>[]>>;
  readonly terraform?: Readonly<Record<string, unknown>>;
  readonly variable?: Readonly<Record<string, unknown>>;
}

/** A stack with an explicit backend, in an app that writes nowhere. */
export function testStack(id = 'test'): TerraformStack {
  const stack = new TerraformStack(new App({ stackTraces: false, outdir: Testing.app().outdir }), id);
  new LocalBackend(stack, { path: 'terraform.tfstate' });
  return stack;
}

/** Synthesizes with all validations on; a refused stack throws. */
export function synthesize(stack: TerraformStack): SynthesizedStack {
  return JSON.parse(Testing.synth(stack, true)) as SynthesizedStack;
}

/** `type.logical_id` of every resource, sorted: the addresses that Terraform knows them by. */
export function resourceAddresses(synthesized: SynthesizedStack): readonly string[] {
  return Object.entries(synthesized.resource ?? {})
    .flatMap(([type, instances]) => Object.keys(instances).map((name) => `${type}.${name}`))
    .sort();
}
