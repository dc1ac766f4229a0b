import { TerraformVariable } from 'cdktf';
import { EncryptionKey } from '../../../lib/cluster';
import { GkeDataplane, GkeMode } from '../../../lib/gke';
import { GkeConfidential } from '../../../lib/gke/confidential';
import { describeSecurity, type SecurityOptions } from '../../../lib/gke/private/security-checks';
import { gkeStack } from '../gke-stack';

const STANDARD = GkeMode.standard();
const AUTOPILOT = GkeMode.autopilot();

describe('what a cluster is told of security', () => {
  it.each<[string, SecurityOptions]>([
    ['nothing', {}],
    ['a group', { securityGroup: 'gke-security-groups@example.com' }],
    ['encryption between nodes', { interNodeEncryption: true }],
    ['confidential nodes', { confidentialNodes: GkeConfidential.SEV }],
    ['users of other providers', { identityService: true }],
    ['secrets that are read anew', { secretManager: { enabled: true, rotationMinutes: 2 } }],
    ['secrets that are never read anew', { secretManager: { enabled: true, rotationMinutes: 0 } }],
    ['copies of secrets', { secretManager: { enabled: false, sync: true, syncRotationMinutes: 10 } }],
  ])('may be %s', (_, props) => {
    expect(describeSecurity(props, STANDARD)).toEqual([]);
  });

  it('may be off in Autopilot what cannot be on', () => {
    expect(describeSecurity({ identityService: false, interNodeEncryption: false }, AUTOPILOT)).toEqual([]);
  });

  it('may be a group that Terraform fills in', () => {
    const securityGroup = new TerraformVariable(gkeStack(), 'group', { type: 'string' }).stringValue;
    expect(describeSecurity({ securityGroup }, STANDARD)).toEqual([]);
  });

  it.each<[SecurityOptions, readonly string[]]>([
    [
      { securityGroup: 'platform@example.com' },
      [
        "'securityGroup' (platform@example.com) must be 'gke-security-groups@' and your domain, the only name that GKE takes",
      ],
    ],
    [
      {
        keyRotationDays: 30,
        secretsEncryption: EncryptionKey.existing('projects/p/locations/l/keyRings/r/cryptoKeys/k'),
      },
      [
        "'keyRotationDays' is for a key of the cluster's own, but 'secretsEncryption' names one that exists; leave it out",
      ],
    ],
    [
      { secretManager: { enabled: true, rotationMinutes: 1, sync: true, syncRotationMinutes: 2.5 } },
      [
        "'secretManager' rotationMinutes (1) must be a whole number of at least 2, or 0 for never",
        "'secretManager' syncRotationMinutes (2.5) must be a whole number of at least 2, or 0 for never",
      ],
    ],
    [
      { secretManager: { enabled: false, rotationMinutes: 5 } },
      [
        "'secretManager' rotationMinutes is for secrets that pods mount, which 'enabled' false lets none; leave it out",
      ],
    ],
    [
      { secretManager: { enabled: true, syncRotationMinutes: 5 } },
      ["'secretManager' syncRotationMinutes is for copies of secrets; say 'sync' true, or leave it out"],
    ],
  ])('is refused: %#', (props, problems) => {
    expect(describeSecurity(props, STANDARD)).toEqual(problems);
  });

  it('is refused where minutes are written into a text and only Terraform knows them', () => {
    const rotationMinutes = new TerraformVariable(gkeStack(), 'minutes', { type: 'number' }).numberValue;
    expect(describeSecurity({ secretManager: { enabled: true, rotationMinutes } }, STANDARD)).toEqual([
      "'secretManager' rotationMinutes must be known at synthesis; write a number",
    ]);
  });

  it('is refused in Autopilot where Standard alone has it', () => {
    expect(
      describeSecurity(
        { identityService: true, interNodeEncryption: true, confidentialNodes: GkeConfidential.TDX },
        AUTOPILOT,
      ),
    ).toEqual([
      "'identityService' is for GkeMode.standard(); Workforce Identity Federation lets users of other providers into Autopilot",
      "'interNodeEncryption' is for GkeMode.standard(); Autopilot has none",
      "'confidentialNodes' is for GkeMode.standard(); in Autopilot a compute class says which pods need them",
    ]);
  });

  it('is refused beside Calico where Dataplane V2 does it', () => {
    const calico = GkeMode.standard({ dataplane: GkeDataplane.CALICO });
    expect(describeSecurity({ interNodeEncryption: true }, calico)).toEqual([
      "'interNodeEncryption' needs Dataplane V2; leave it out, or 'dataplane' GkeDataplane.CALICO",
    ]);
    expect(describeSecurity({ interNodeEncryption: false }, calico)).toEqual([]);
  });
});
