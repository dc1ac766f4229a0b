import { TerraformResource } from 'cdktf';
import type { Construct } from 'constructs';
import { requireAwsProvider } from '../newer-attributes';

/** What {@link RawAwsResource} is told. */
export interface RawAwsResourceProps {
  /** Such as `aws_arczonalshift_zonal_autoshift_configuration`. */
  readonly type: string;
  /** The first provider version that has the type. */
  readonly since: string;
  /** Arguments in the provider's own words; `undefined` ones are left out, also inside blocks. */
  readonly attributes: Readonly<Record<string, unknown>>;
}

/** The provider version that the bindings were generated from, which each of their resources names. */
const OF_BINDINGS = { providerName: 'aws', providerVersion: '6.25.0', providerVersionConstraint: '~> 6.0' };

/**
 * A resource of hashicorp/aws whose type the bindings do not have. Raises the provider version of its stack; the
 * arguments are checked by Terraform alone.
 */
export class RawAwsResource extends TerraformResource {
  private readonly attributes: Readonly<Record<string, unknown>>;

  public constructor(scope: Construct, id: string, props: RawAwsResourceProps) {
    super(scope, id, {
      terraformResourceType: props.type,
      terraformGeneratorMetadata: OF_BINDINGS,
    });
    this.attributes = props.attributes;
    requireAwsProvider(this, props.since);
  }

  protected override synthesizeAttributes(): { [name: string]: unknown } {
    return Object.fromEntries(Object.entries(this.attributes).filter(([, value]) => value !== undefined));
  }
}
