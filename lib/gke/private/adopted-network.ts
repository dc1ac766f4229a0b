import { type ITerraformDependable, Token } from 'cdktf';
import { Construct } from 'constructs';
import { ValidationError } from '../../values';
import type { GkeMadeRanges } from '../made-ranges';
import type {
  GkeNetworkAttributes,
  GkeNodeSubnetwork,
  GkePodRange,
  IGkeNetwork,
} from '../network-attributes';
import { describeControlPlaneAddress } from './api-endpoint';
import { describeMadeRanges } from './traffic-checks';

/** A network that exists; defines nothing. */
export class AdoptedGkeNetwork extends Construct implements IGkeNetwork {
  public readonly networkId: string;
  public readonly nodeSubnetworkId: string;
  public readonly podRangeName: string | undefined;
  public readonly serviceRangeName: string | undefined;
  public readonly rangesOfGke: GkeMadeRanges | undefined;
  public readonly controlPlaneSubnetworkId: string | undefined;
  public readonly nodeCidr: string | undefined;
  public readonly podCidr: string | undefined;
  public readonly serviceCidr: string | undefined;
  public readonly controlPlaneCidr: string | undefined;
  public readonly peeredControlPlaneCidr: string | undefined;
  public readonly networkProject: string | undefined;
  public readonly isDualStack: boolean;
  public readonly morePodRanges: readonly GkePodRange[];
  public readonly moreNodeSubnetworks: readonly GkeNodeSubnetwork[];
  public readonly readyForNodes: readonly ITerraformDependable[];

  public constructor(scope: Construct, id: string, attributes: GkeNetworkAttributes) {
    super(scope, id);
    const problems = [...describeControlPlaneAddress(attributes), ...describeMadeRanges(attributes)];
    if (problems.length > 0) throw new ValidationError(problems.join('; '), this);
    this.networkId = attributes.networkId;
    this.nodeSubnetworkId = attributes.nodeSubnetworkId;
    this.podRangeName = attributes.podRangeName;
    this.serviceRangeName = attributes.serviceRangeName;
    this.controlPlaneSubnetworkId = attributes.controlPlaneSubnetworkId;
    this.nodeCidr = attributes.nodeCidr;
    this.rangesOfGke = attributes.rangesOfGke;
    this.podCidr = attributes.podCidr ?? wholeRange(attributes.rangesOfGke?.podCidr);
    this.serviceCidr = attributes.serviceCidr ?? wholeRange(attributes.rangesOfGke?.serviceCidr);
    this.controlPlaneCidr = attributes.controlPlaneCidr;
    this.peeredControlPlaneCidr = attributes.peeredControlPlaneCidr;
    this.networkProject = attributes.networkProject;
    this.isDualStack = attributes.isDualStack ?? false;
    this.morePodRanges = [...(attributes.morePodRanges ?? [])];
    this.moreNodeSubnetworks = [...(attributes.moreNodeSubnetworks ?? [])];
    this.readyForNodes = [...(attributes.readyForNodes ?? [])];
  }
}

/** A mask alone names no range. */
function wholeRange(text: string | undefined): string | undefined {
  return text !== undefined && !Token.isUnresolved(text) && text.startsWith('/') ? undefined : text;
}
