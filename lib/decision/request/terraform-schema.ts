import * as z from 'zod';
import { judgedText, text } from '../../document/schema-parts';
import type { Backend } from './types';

const prefix = text(
  "a folder such as 'kubewhere/': letters, digits, dots, hyphens and underscores between slashes, none in front",
  /^([\w.-]{1,128}\/){0,8}[\w.-]{0,128}$/,
  { description: 'Folder in the bucket; one state per stack is kept in it.', examples: ['kubewhere/'] },
)
  // Terraform joins prefix and name as they are: without the slash two folders could share a name
  .transform((folder) => (folder === '' || folder.endsWith('/') ? folder : `${folder}/`));

const bucket = text(
  'the name of a bucket: 3 to 63 lower-case letters, digits, dots, hyphens and underscores',
  /^[a-z0-9][a-z0-9._-]{1,61}[a-z0-9]$/,
  {
    description: 'Bucket that holds the states; it must exist.',
    examples: ['example-terraform-state'],
  },
);

export const backendSchema = z
  .discriminatedUnion('type', [
    z.strictObject({ type: z.literal('local') }).meta({
      description: 'In a file of the working directory. For trying things out: nobody else can see it.',
    }),
    z
      .strictObject({
        type: z.literal('s3'),
        bucket,
        region: text(`an AWS region such as 'eu-central-1'`, /^[a-z]{2,4}(-[a-z]+){1,3}-\d{1,2}$/, {
          description: 'Region of the bucket.',
          examples: ['eu-central-1'],
        }),
        prefix,
        kmsKeyId: text('the id, alias or ARN of a KMS key', /^[\w:/+=,.@-]{1,2048}$/, {
          description: "Key that encrypts the states. Absent: the bucket's default.",
          examples: ['alias/terraform-state'],
        }).optional(),
      })
      .meta({ description: 'In an S3 bucket.' }),
    z
      .strictObject({ type: z.literal('gcs'), bucket, prefix })
      .meta({ description: 'In a Cloud Storage bucket.' }),
    z
      .strictObject({
        type: z.literal('http'),
        address: judgedText(judgeAddress, {
          description:
            'Address below which one state per stack is kept. Credentials belong in TF_HTTP_USERNAME and TF_HTTP_PASSWORD.',
          examples: ['https://state.example.com/kubewhere'],
        }),
      })
      .meta({ description: 'On a server that speaks the HTTP protocol of Terraform.' }),
    z
      .strictObject({
        type: z.literal('cloud'),
        organization: text(
          'the name of an organization: letters, digits, hyphens and underscores',
          /^[\w-]{1,64}$/,
          {
            description: 'Organization that the workspaces belong to.',
            examples: ['example'],
          },
        ),
        hostname: text('a host name in lower case', /^[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?$/, {
          description: 'Host of Terraform Enterprise. Absent: HCP Terraform.',
          examples: ['terraform.example.com'],
        }).optional(),
        workspacePrefix: text('up to 40 letters, digits, hyphens and underscores', /^[\w-]{0,40}$/, {
          description: 'Put in front of the name of each stack.',
          examples: ['platform-'],
        }),
      })
      .meta({ description: 'In workspaces of HCP Terraform or Terraform Enterprise.' }),
  ])
  .meta({
    description: 'Where Terraform keeps its state, one per stack.',
    examples: [
      { type: 's3', bucket: 'example-terraform-state', region: 'eu-central-1', prefix: 'kubewhere' },
    ],
  }) satisfies z.ZodType<Backend>;

/** Never repeats the value: it may hold a password, and what it holds would end in the synthesized files. */
function judgeAddress(value: string): string | undefined {
  if (value.length > 2048 || !URL.canParse(value))
    return `must be an address such as 'https://state.example.com/kubewhere'`;
  const url = new URL(value);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return `must begin with 'https://' or 'http://'`;
  if (url.username !== '' || url.password !== '') {
    return 'must not hold a user name or password, which would be written to the synthesized files; set TF_HTTP_USERNAME and TF_HTTP_PASSWORD instead';
  }
  return url.search === '' && url.hash === '' ? undefined : `must not have a part after '?' or '#'`;
}
