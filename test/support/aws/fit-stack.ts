import { AWS_SOURCE } from './find-aws-tools';
import { REGION } from './private/moto-call';

/** A block as `terraform providers schema -json` writes it. */
export interface ServedBlock {
  readonly attributes?: Readonly<Record<string, unknown>>;
  readonly block_types?: Readonly<Record<string, { readonly block: ServedBlock }>>;
}

/** Schemas of one provider by type. */
export interface ServedSchemas {
  readonly resource_schemas: Readonly<Record<string, { readonly block: ServedBlock }>>;
  readonly data_source_schemas: Readonly<Record<string, { readonly block: ServedBlock }>>;
}

export interface FittedStack {
  readonly json: string;
  /** What the provider does not know and the stack does without, as `type.path`, sorted. */
  readonly dropped: readonly string[];
}

type Body = Readonly<Record<string, unknown>>;
type Instances = Readonly<Record<string, Readonly<Record<string, Body>>>>;

/** Arguments that Terraform takes itself. */
const TERRAFORMS = ['depends_on', 'lifecycle', 'provider', 'count', 'for_each', 'provisioner', 'connection'];

/** Services that a cluster and its network are made of. */
const SERVICES = [
  ...['autoscaling', 'ec2', 'eks', 'events', 'iam', 'kms', 'logs', 'rds', 'sqs', 'ssm', 'sts'],
];

/**
 * A stack as an older hashicorp/aws can take it: without the attributes and types that it does not have, with its version, and with
 * every service at one address. What was dropped has not been tested, so a test asserts it.
 */
export function fitStack(
  stack: string,
  schemas: ServedSchemas,
  { version, endpoint }: { readonly version: string; readonly endpoint: string },
): FittedStack {
  // hashicorp/aws 6 renamed the attribute, and a reference is no argument
  const text = stack.replace(/(data\.aws_region\.\w+)\.region\b/g, '$1.name');
  const parsed = JSON.parse(text) as Body & { readonly terraform: Body };
  const dropped = new Set<string>();
  const shorten = (instances: unknown, served: ServedSchemas['resource_schemas'], prefix: string) =>
    Object.fromEntries(
      Object.entries((instances ?? {}) as Instances).flatMap(([type, bodies]) => {
        const schema = served[type];
        if (schema === undefined) {
          dropped.add(`${prefix}${type}`);
          return [];
        }
        const fitted = Object.entries(bodies).map(([name, body]) => [
          name,
          fitBlock(schema.block, body, `${prefix}${type}`, dropped),
        ]);
        return [[type, Object.fromEntries(fitted)]];
      }),
    );
  const services = Object.fromEntries(SERVICES.map((service) => [service, endpoint]));
  const json = {
    ...parsed,
    resource: shorten(parsed.resource, schemas.resource_schemas, ''),
    data: shorten(parsed.data, schemas.data_source_schemas, 'data.'),
    provider: {
      aws: [
        {
          region: REGION,
          access_key: 'test',
          secret_key: 'test',
          skip_credentials_validation: true,
          skip_metadata_api_check: true,
          // else a call that nobody answers is repeated for ten minutes
          max_retries: 3,
          endpoints: [services],
        },
      ],
    },
    terraform: { ...parsed.terraform, required_providers: { aws: { source: AWS_SOURCE, version } } },
  };
  // by lines, for Terraform shows the one that it complains of
  return { json: JSON.stringify(json, null, 2), dropped: [...dropped].sort() };
}

function fitBlock(block: ServedBlock, value: unknown, path: string, dropped: Set<string>): unknown {
  if (Array.isArray(value)) return value.map((item) => fitBlock(block, item, path, dropped));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => {
      if (key === '//' || TERRAFORMS.includes(key) || block.attributes?.[key] !== undefined) {
        return [[key, inner]];
      }
      const nested = block.block_types?.[key];
      if (nested !== undefined) return [[key, fitBlock(nested.block, inner, `${path}.${key}`, dropped)]];
      dropped.add(`${path}.${key}`);
      return [];
    }),
  );
}
