import { fitStack } from '../support/aws';
import { correctEc2 } from '../support/aws/private/ec2-corrections';

const SCHEMAS = {
  resource_schemas: {
    aws_x: {
      block: { attributes: { name: {} }, block_types: { disk: { block: { attributes: { size: {} } } } } },
    },
  },
  data_source_schemas: { aws_region: { block: { attributes: { name: {} } } } },
};

describe('a stack for an older provider', () => {
  it('does without what the provider lacks, and says so', () => {
    const stack = {
      terraform: {
        required_providers: { aws: { source: 'aws', version: '6.25.0' } },
        backend: { local: {} },
      },
      provider: { aws: [{ region: 'us-east-1' }] },
      data: { aws_region: { Here: {} }, aws_new: { One: {} } },
      resource: {
        aws_x: {
          One: {
            name: '${data.aws_region.Here.region}',
            zone: 'a',
            disk: [{ size: 1, kind: 'b' }],
            lifecycle: { prevent_destroy: true },
            depends_on: ['aws_x.Two'],
          },
        },
        aws_y: { One: {} },
      },
    };
    const { json, dropped } = fitStack(JSON.stringify(stack), SCHEMAS, {
      version: '5.100.0',
      endpoint: 'http://127.0.0.1:1',
    });
    const fitted = JSON.parse(json);
    expect(dropped).toEqual(['aws_x.disk.kind', 'aws_x.zone', 'aws_y', 'data.aws_new']);
    expect(fitted.resource).toEqual({
      aws_x: {
        One: {
          name: '${data.aws_region.Here.name}',
          disk: [{ size: 1 }],
          lifecycle: { prevent_destroy: true },
          depends_on: ['aws_x.Two'],
        },
      },
    });
    expect(fitted.data).toEqual({ aws_region: { Here: {} } });
    expect(fitted.terraform).toEqual({
      required_providers: { aws: { source: 'registry.terraform.io/hashicorp/aws', version: '5.100.0' } },
      backend: { local: {} },
    });
    expect(fitted.provider.aws[0]).toMatchObject({ region: 'eu-west-1', skip_credentials_validation: true });
    expect(new Set(Object.values(fitted.provider.aws[0].endpoints[0]))).toEqual(
      new Set(['http://127.0.0.1:1']),
    );
  });
});

describe('moto’s answers of EC2', () => {
  const own = '<item><resourceType>launch-template</resourceType><tagSet><item/></tagSet></item>';
  const given = '<item><resourceType>instance</resourceType><tagSet><item/></tagSet></item>';

  it('lose the tags of the launch template itself, and nothing else', () => {
    expect(correctEc2('Action=DescribeLaunchTemplateVersions', `<a>${given}${own}</a>`)).toBe(
      `<a>${given}</a>`,
    );
    expect(correctEc2('Action=DescribeVpcs', own)).toBe(own);
  });
});
