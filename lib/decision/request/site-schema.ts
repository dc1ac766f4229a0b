import * as z from 'zod';
import {
  attempt,
  country,
  judgedText,
  LABEL,
  line,
  number,
  text,
  wholeNumber,
} from '../../document/schema-parts';
import { quote } from '../../document/wording';
import { Cidr } from '../../values';
import { cpu, memoryGib } from './capacity-schema';
import type { Machine, Site, SiteCost, SiteEndpoint, SiteSsh } from './types';

/** An ed25519 public key always has 51 bytes that begin alike, so a cut or mistyped one is noticed here. */
const ED25519 = /^ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI[A-Za-z0-9+/]{43}( [^\p{Cc}]{1,128})?$/u;
const HOST_NAME = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/;
const LARGEST_PRICE = 1_000_000_000;
/** Not a figure of anybody: a written-off purchase is not divided by it. */
const LIFE_OF_SUNK_MONTHS = 60;

export const address = judgedText(
  (value) =>
    attempt(() => Cidr.parse(`${value}/32`)).ok
      ? undefined
      : `must be an IPv4 address such as '192.0.2.11'; found ${quote(value)}`,
  { description: 'IPv4 address.', examples: ['192.0.2.11'] },
);

export const hostKey = text(
  `a whole ed25519 host key 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI…' (80 characters, from 'ssh-keyscan -t ed25519 <address>')`,
  ED25519,
  {
    // no example: a key that is copied from a message is the wrong key
    description: `SSH host key of the machine from 'ssh-keyscan -t ed25519 <address>', so that nobody else's machine is bootstrapped.`,
  },
);

export const role = z
  .enum(['control-plane', 'worker'])
  .meta({ description: 'What the machine does. A control-plane machine runs no workload.' });

const machineSchema = z
  .strictObject({
    role,
    address,
    hostKey,
    cpu: cpu.meta({ description: 'Hardware threads of the machine.', examples: [32] }),
    memoryGib: memoryGib.meta({ description: 'Memory of the machine, in GiB.', examples: [128] }),
    architecture: z
      .enum(['amd64', 'arm64'])
      .meta({ description: 'Architecture of the machine.' })
      .default('amd64'),
    rack: line({
      description: 'Rack that the machine stands in. Racks are the failure domains of a site.',
      examples: ['r1'],
    }),
  })
  .meta({ description: 'One machine.' }) satisfies z.ZodType<Machine>;

const endpointSchema = z
  .discriminatedUnion('type', [
    z
      .strictObject({
        type: z.literal('virtual-address'),
        address: address.meta({
          description: 'Free IPv4 address in the network of the control-plane machines.',
          examples: ['192.0.2.10'],
        }),
        routerId: wholeNumber(1, 255).meta({
          description: 'VRRP router id, used by nobody else in that network.',
          examples: [51],
        }),
      })
      .meta({ description: 'An address that moves between the control-plane machines.' }),
    z
      .strictObject({
        type: z.literal('external'),
        host: text(`a host name in lower case, or an IPv4 address`, HOST_NAME, {
          description: 'Name or address of a load balancer that exists.',
          examples: ['k8s.example.com'],
        }),
        port: wholeNumber(1, 65_535).meta({ description: 'Port of that load balancer.' }).default(6443),
      })
      .meta({ description: 'A load balancer that exists in front of the control-plane machines.' }),
  ])
  .meta({
    description: 'How the Kubernetes API is reached.',
    examples: [{ type: 'virtual-address', address: '192.0.2.10', routerId: 51 }],
  }) satisfies z.ZodType<SiteEndpoint>;

const sshSchema = z
  .strictObject({
    user: text('the name of a Linux user', /^[a-z_][a-z0-9_-]{0,31}$/, {
      description: 'User that Terraform logs in as; needs sudo without a password.',
      examples: ['ubuntu'],
    }),
    privateKeyPath: judgedText(
      // the value is not repeated: it may be the key
      (value) =>
        value === '' || value.length > 1024 || /\p{Cc}|PRIVATE KEY/u.test(value)
          ? 'must be the path of a key file on the machine that runs Terraform, not the key itself'
          : undefined,
      {
        description: 'Path of the private key on the machine that runs Terraform. Absent: the SSH agent.',
        examples: ['~/.ssh/id_ed25519'],
      },
    ).optional(),
  })
  .meta({
    description: 'How the machines are reached.',
    examples: [{ user: 'ubuntu' }],
  }) satisfies z.ZodType<SiteSsh>;

const monthly = (what: string) => number(0, LARGEST_PRICE).meta({ description: what }).default(0);

const costSchema = z
  .strictObject({
    purchaseUsd: number(0, LARGEST_PRICE)
      .meta({
        description: 'Purchase price of all machines, in USD. Required unless `sunk`.',
        examples: [60000],
      })
      .optional(),
    sunk: z
      .boolean()
      .meta({
        description: 'Whether the purchase is written off; then it is left out, and the record says so.',
      })
      .default(false),
    lifeMonths: wholeNumber(1, 600)
      .meta({ description: 'Months that the machines are used. Required unless `sunk`.', examples: [60] })
      .optional(),
    residualUsd: number(0, LARGEST_PRICE)
      .meta({
        description: 'What the machines are worth at the end of their life, in USD.',
        examples: [6000],
      })
      .default(0),
    interestPercent: number(0, 100)
      .meta({ description: 'Interest on the purchase, a year, in percent.', examples: [5] })
      .default(0),
    watts: number(0, 10_000_000).meta({
      description: 'Average draw of all machines together, in watts.',
      examples: [2400],
    }),
    usdPerKwh: number(0, 10).meta({
      description: 'Price of electricity, in USD.',
      examples: [0.21],
    }),
    pue: number(1, 10)
      .meta({
        description: 'Power usage effectiveness of the place. Absent: the figure of the catalogue.',
        examples: [1.4],
      })
      .optional(),
    rackUsdPerMonth: monthly('Rent of racks or of space, in USD a month.'),
    supportUsdPerMonth: monthly('Hardware support, in USD a month.'),
    uplinkUsdPerMonth: monthly('Connection to the Internet, in USD a month.'),
    sparesUsdPerMonth: monthly('Spare parts that are kept, in USD a month.'),
  })
  .meta({ description: "What the site costs. Every figure is the user's own." })
  .transform((cost) => ({
    ...cost,
    purchaseUsd: cost.purchaseUsd ?? 0,
    lifeMonths: cost.lifeMonths ?? LIFE_OF_SUNK_MONTHS,
  })) satisfies z.ZodType<SiteCost>;

export const siteSchema = z
  .strictObject({
    country: country({
      description: 'Country that the site is in, as ISO 3166-1 alpha-2 code.',
      examples: ['DE'],
    }),
    city: line({ description: 'City, for the reader.', examples: ['Frankfurt'] }).optional(),
    operator: z
      .strictObject({
        legalEntity: line({ description: 'Who runs the machines.', examples: ['Example Hosting GmbH'] }),
        jurisdiction: country({ description: 'Country whose law that entity is under.', examples: ['DE'] }),
        ultimateParent: country({
          description: 'Country of the company that owns it in the end.',
          examples: ['DE'],
        }),
      })
      .meta({
        description:
          "Who runs the machines. Absent: the user's own organisation, under the law of `country`.",
      })
      .optional(),
    machines: z
      .record(z.string(), machineSchema)
      .meta({ description: 'Machines, by name.', propertyNames: { pattern: LABEL.source } }),
    endpoint: endpointSchema,
    ssh: sshSchema,
    carbonGramsPerKwh: number(0, 2000)
      .meta({
        description:
          'Carbon of the electricity, in g CO₂ per kWh. Absent: unknown, which counts as the worst.',
        examples: [35],
      })
      .optional(),
    cost: costSchema,
  })
  .meta({ description: 'A place with hardware that is already owned.' }) satisfies z.ZodType<Site>;
