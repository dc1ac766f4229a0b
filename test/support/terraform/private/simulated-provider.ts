import type { SimulationOptions } from '../simulation-options';
import { ComputedValueFiller } from './computed-values';
import { effectiveMaps } from './effective-maps';
import type { ResourceFacts } from './generated-text';
import { KNOWN_COMPUTED_VALUES, KNOWN_RECOMPUTED } from './known-computed-values';
import { type PlanRules, planChange, replacementPaths } from './plan';
import type { Handler } from './provider-server';
import { type ResourceStore, tokenOf, tokenOfKey } from './resource-store';
import type { BlockSchema, ProviderSchema } from './schema';
import { validateConfig } from './validate';
import { fingerprint, isWhollyKnown, textAt, type Value, type ValueObject } from './value';
import { type DynamicValue, objectFromStateJson, objectFromWire, schemaMessage, toWire } from './wire';

const ACCOUNT = '123456789012';
const NOTHING: Readonly<Record<string, never>> = {};

/** The behaviour of one provider: what it answers to each question of Terraform. */
export class SimulatedProvider {
  private readonly configurations = new Map<string, ValueObject>();

  public constructor(
    private readonly schema: ProviderSchema,
    private readonly store: ResourceStore,
    private readonly options: SimulationOptions,
  ) {}

  public get handlers(): Readonly<Record<string, Handler>> {
    return {
      GetSchema: () => schemaMessage(this.schema),
      PrepareProviderConfig: (request: { config: DynamicValue }) => ({ prepared_config: request.config }),
      ValidateResourceTypeConfig: (request: ConfigRequest) => ({
        diagnostics: validateConfig(
          this.resource(request.type_name),
          objectFromWire(request.config) ?? NOTHING,
        ),
      }),
      ValidateDataSourceConfig: (request: ConfigRequest) => ({
        diagnostics: validateConfig(
          this.dataSource(request.type_name),
          objectFromWire(request.config) ?? NOTHING,
        ),
      }),
      Configure: (request: { config: DynamicValue }, connection) => {
        this.configurations.set(connection, objectFromWire(request.config) ?? NOTHING);
        return {};
      },
      UpgradeResourceState: (request: { type_name: string; raw_state: { json: Uint8Array } }) => ({
        upgraded_state: toWire(
          objectFromStateJson(
            this.resource(request.type_name),
            JSON.parse(Buffer.from(request.raw_state.json).toString('utf8')),
          ),
        ),
      }),
      ReadResource: (request: { private: Uint8Array }) => ({
        new_state: toWire(this.store.get(keyOf(request.private)) ?? null),
        private: request.private,
      }),
      PlanResourceChange: (request: PlanRequest, connection) => this.plan(request, connection),
      ApplyResourceChange: (request: ApplyRequest, connection) => this.apply(request, connection),
      ImportResourceState: (request: { type_name: string; id: string }) =>
        this.importState(request.type_name, request.id),
      ReadDataSource: (request: ConfigRequest, connection) => ({
        state: toWire(
          this.readData(request.type_name, objectFromWire(request.config) ?? NOTHING, connection),
        ),
      }),
      Stop: () => ({}),
    };
  }

  private plan(request: PlanRequest, connection: string): object {
    const block = this.resource(request.type_name);
    const prior = objectFromWire(request.prior_state);
    const proposed = objectFromWire(request.proposed_new_state);
    if (proposed === null) {
      return {
        planned_state: toWire(null),
        planned_private: request.prior_private,
        legacy_type_system: true,
      };
    }
    const config = objectFromWire(request.config) ?? NOTHING;
    const rules = this.rules(request.type_name);
    const derived = { ...proposed, ...effectiveMaps(block, config, this.configuration(connection)) };
    const planned = planChange(block, prior, derived, config, rules);
    return {
      planned_state: toWire(planned),
      planned_private: request.prior_private,
      requires_replace:
        prior === null ? [] : replacementPaths(block, prior, planned, rules).map((steps) => ({ steps })),
      legacy_type_system: true,
    };
  }

  private apply(request: ApplyRequest, connection: string): object {
    const { type_name: type } = request;
    const prior = objectFromWire(request.prior_state);
    const planned = objectFromWire(request.planned_state);
    if (planned === null) return this.destroy(type, prior ?? NOTHING, request.planned_private);
    const key = prior === null ? this.store.newKey(type, planned) : keyOf(request.planned_private);
    const value = this.fill(type, this.resource(type), planned, prior, tokenOfKey(key), connection);
    this.store.put(key, type, value);
    return { new_state: toWire(value), private: Buffer.from(key), legacy_type_system: true };
  }

  private destroy(type: string, prior: ValueObject, privateKey: Uint8Array): object {
    if (this.options.honourDeletionProtection === true && prior.deletion_protection === true) {
      return {
        new_state: toWire(prior),
        private: privateKey,
        diagnostics: [
          {
            severity: 'ERROR',
            summary: `${type} '${textAt(prior, ['id']) ?? ''}' is protected from deletion`,
            detail: "Apply with 'deletion_protection' set to false before destroying it.",
          },
        ],
      };
    }
    this.store.remove(keyOf(privateKey));
    return { new_state: toWire(null), legacy_type_system: true };
  }

  private importState(type: string, id: string): object {
    const found = this.store.findById(type, id);
    if (found === undefined) {
      return {
        diagnostics: [{ severity: 'ERROR', summary: `the simulated cloud holds no ${type} with id '${id}'` }],
      };
    }
    return {
      imported_resources: [{ type_name: type, state: toWire(found.value), private: Buffer.from(found.key) }],
    };
  }

  private readData(type: string, config: ValueObject, connection: string): ValueObject {
    const block = this.dataSource(type);
    const name = `data.${type}`;
    const planned = planChange(block, null, config, config, this.rules(name));
    return this.fill(name, block, planned, null, tokenOf(`${name}${fingerprint(config)}`), connection);
  }

  private fill(
    type: string,
    block: BlockSchema,
    planned: ValueObject,
    prior: ValueObject | null,
    token: string,
    connection: string,
  ): ValueObject {
    const configuration = this.configuration(connection);
    const table = { ...KNOWN_COMPUTED_VALUES[type], ...this.options.computedValues?.[type] };
    const known = Object.entries(planned).filter(([, value]) => isWhollyKnown(value));
    const values = { ...prior, ...Object.fromEntries(known) };
    const facts = (id?: Value): ResourceFacts => ({
      type: type.replace(/^data\./, ''),
      token,
      values: id === undefined ? values : { ...values, id },
      region: regionOf(values, configuration),
      account: textAt(values, ['project']) ?? textAt(configuration, ['project']) ?? ACCOUNT,
    });
    const { providerFilled } = this.rules(type);
    const id =
      values.id ?? new ComputedValueFiller(facts(), table, providerFilled).generate('string', ['id']);
    return new ComputedValueFiller(facts(id), { ...table, id }, providerFilled).fill(block, planned);
  }

  private rules(type: string): PlanRules {
    return {
      forceNew: this.options.forceNew?.[type] ?? [],
      recomputedOnUpdate: this.options.recomputedOnUpdate?.[type] ?? KNOWN_RECOMPUTED[type] ?? [],
      providerFilled: this.options.providerFilledBlocks?.[type],
    };
  }

  private resource(type: string): BlockSchema {
    const block = this.schema.resources[type];
    if (block === undefined) throw new Error(`no resource type '${type}'`);
    return block;
  }

  private dataSource(type: string): BlockSchema {
    const block = this.schema.dataSources[type];
    if (block === undefined) throw new Error(`no data source '${type}'`);
    return block;
  }

  private configuration(connection: string): ValueObject {
    return this.configurations.get(connection) ?? NOTHING;
  }
}

interface ConfigRequest {
  readonly type_name: string;
  readonly config: DynamicValue;
}

interface PlanRequest {
  readonly type_name: string;
  readonly prior_state: DynamicValue;
  readonly proposed_new_state: DynamicValue;
  readonly config: DynamicValue;
  readonly prior_private: Uint8Array;
}

interface ApplyRequest {
  readonly type_name: string;
  readonly prior_state: DynamicValue;
  readonly planned_state: DynamicValue;
  readonly planned_private: Uint8Array;
}

function keyOf(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('utf8');
}

function regionOf(values: ValueObject, configuration: ValueObject): string {
  return (
    textAt(values, ['region']) ??
    textAt(values, ['location']) ??
    textAt(configuration, ['region']) ??
    ('project' in configuration ? 'europe-west1' : 'us-east-1')
  );
}
