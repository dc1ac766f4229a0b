import * as z from 'zod';
import { ipv4Range, text } from '../../document/schema-parts';
import type { NetworkRequest } from './types';

const googleName = (what: string, example: string) =>
  text(
    `a name of up to 63 lower-case letters, digits and hyphens that begins with a letter`,
    /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/,
    { description: what, examples: [example] },
  );

/** A bare name would be looked for in whatever project the provider is set to. */
const googleResource = (kind: string, what: string, example: string) =>
  text(
    `a self link or a path such as '${example}'`,
    new RegExp(
      `^(https://[a-z.]+/compute/[a-z0-9]+/)?projects/[a-z0-9.:-]+/${kind}/[a-z]([a-z0-9-]{0,61}[a-z0-9])?$`,
    ),
    { description: what, examples: [example] },
  );

const adoptEks = z
  .strictObject({
    vpcId: text(`the id of a VPC such as 'vpc-0a1b2c3d4e5f67890'`, /^vpc-[0-9a-f]{8}([0-9a-f]{9})?$/, {
      description: 'Id of the VPC.',
      examples: ['vpc-0a1b2c3d4e5f67890'],
    }),
    vpcCidr: ipv4Range({ description: 'Range of the VPC.', examples: ['10.0.0.0/16'] }),
    privateSubnetIds: z
      .array(
        text(`the id of a subnet such as 'subnet-0a1b2c3d4e5f67890'`, /^subnet-[0-9a-f]{8}([0-9a-f]{9})?$/, {
          description: 'Id of a subnet.',
          examples: ['subnet-0a1b2c3d4e5f67890'],
        }),
      )
      .min(2)
      .meta({
        description: 'Private subnets of the nodes, in at least two zones.',
        examples: [['subnet-0a1b2c3d4e5f67890', 'subnet-0f9e8d7c6b5a43210']],
      }),
  })
  .meta({ description: 'VPC that exists and that EKS is to use.' });

const adoptGke = z
  .strictObject({
    network: googleResource(
      'global/networks',
      'Network, by self link or path; it may belong to another project.',
      'projects/example-net/global/networks/shared',
    ),
    subnetwork: googleResource(
      'regions/[a-z0-9-]+/subnetworks',
      'Subnetwork of the nodes, by self link or path.',
      'projects/example-net/regions/europe-west3/subnetworks/clusters',
    ),
    nodeCidr: ipv4Range({ description: "Range of the nodes' subnet.", examples: ['10.0.0.0/20'] }),
    podRangeName: googleName('Name of the secondary range of the pods.', 'pods'),
    podCidr: ipv4Range({ description: 'Secondary range of the pods.', examples: ['10.4.0.0/14'] }),
    serviceRangeName: googleName('Name of the secondary range of the Services.', 'services'),
    serviceCidr: ipv4Range({ description: 'Secondary range of the Services.', examples: ['10.8.0.0/20'] }),
  })
  .meta({ description: 'Network that exists and that GKE is to use.' });

export const networkSchema = z
  .strictObject({
    egress: z
      .enum(['redundant', 'single', 'none'])
      .meta({
        description:
          'Way of nodes to the Internet. `redundant`: in every zone by itself; `single`: one for all zones; `none`: not at all, images come from a registry of the region. Absent: `none` with `airGap`, `redundant` when a zone may be lost, `single` otherwise.',
        examples: ['single'],
      })
      .optional(),
    nodeCidr: ipv4Range({
      description: "Range of the VPC (EKS) or of the nodes' subnet (GKE). Absent: the platform's default.",
      examples: ['10.0.0.0/16'],
    }).optional(),
    podCidr: ipv4Range({
      description: "Range of the pods. Absent: the platform's default.",
      examples: ['10.4.0.0/14'],
    }).optional(),
    serviceCidr: ipv4Range({
      description: "Range of the Services. Absent: the platform's default.",
      examples: ['10.8.0.0/20'],
    }).optional(),
    adopt: z
      .strictObject({ eks: adoptEks.optional(), gke: adoptGke.optional() })
      .meta({ description: 'Networks that exist and are to be used, by platform.' })
      .optional(),
  })
  .meta({
    description: "Ranges and networks. What is absent is chosen by the platform's defaults.",
    examples: [{ nodeCidr: '10.0.0.0/16' }],
  })
  .prefault({}) satisfies z.ZodType<NetworkRequest>;
