import { TerraformVariable } from 'cdktf';
import { GkeNodeIdentity } from '../../lib/gke/node-identity-options';
import { NodeIdentity } from '../../lib/gke/private/node-identity';
import { resourceAddresses, synthesize } from '../support/synthesized';
import { gkeStack } from './gke-stack';

function defineIdentity(identity?: GkeNodeIdentity) {
  const stack = gkeStack();
  const defined = new NodeIdentity(stack, 'Nodes', { project: 'acme-prod', clusterName: 'prod', identity });
  return { defined, synthesized: synthesize(stack) };
}

describe('the account that nodes run as', () => {
  it('is the same whether its own is said or not', () => {
    expect(defineIdentity(GkeNodeIdentity.own()).synthesized).toEqual(defineIdentity().synthesized);
  });

  it('pulls images of other projects that are named, and stands in the same addresses otherwise', () => {
    const identity = GkeNodeIdentity.own({ imageProjects: ['acme-tools', 'example.com:images'] });
    const { defined, synthesized } = defineIdentity(identity);
    const grant = {
      role: 'roles/artifactregistry.reader',
      member: 'serviceAccount:${google_service_account.Nodes_66C30434.email}',
    };
    expect(synthesized.resource?.google_project_iam_member).toEqual({
      Nodes_Role_6EF081F1: {
        ...grant,
        project: 'acme-prod',
        role: 'roles/container.defaultNodeServiceAccount',
      },
      Nodes_ImagePull_8365968A: { ...grant, project: 'acme-prod' },
      Nodes_MetadataWriter_BE03727A: {
        ...grant,
        project: 'acme-prod',
        role: 'roles/stackdriver.resourceMetadata.writer',
      },
      'Nodes_ImageProjects_acme-tools_F2566C77': { ...grant, project: 'acme-tools' },
      Nodes_ImageProjects_examplecomimages_B7903D3E: { ...grant, project: 'example.com:images' },
    });
    expect(defined.grants).toHaveLength(5);
  });

  it('keeps every address whatever the order that projects were named in', () => {
    const addresses = (imageProjects: readonly string[]): readonly string[] =>
      resourceAddresses(defineIdentity(GkeNodeIdentity.own({ imageProjects })).synthesized);
    expect(addresses(['acme-tools', 'acme-images'])).toEqual(addresses(['acme-images', 'acme-tools']));
    expect(addresses(['acme-tools', 'acme-images'])).toEqual(
      expect.arrayContaining([...addresses(['acme-tools'])]),
    );
  });

  it('can exist already, and then nothing is defined or granted', () => {
    const email = 'nodes@acme-prod.iam.gserviceaccount.com';
    const { defined, synthesized } = defineIdentity(GkeNodeIdentity.existing(email));
    expect(defined.email).toBe(email);
    expect(defined.grants).toEqual([]);
    expect(resourceAddresses(synthesized)).toEqual([]);
  });

  it('can be one that Terraform fills in', () => {
    const email = new TerraformVariable(gkeStack(), 'email', { type: 'string' }).stringValue;
    expect(GkeNodeIdentity.existing(email).existingEmail).toBe(email);
  });

  it.each([
    [
      'the default one of Compute Engine',
      '123456789012-compute@developer.gserviceaccount.com',
      "'nodeIdentity' existing account '123456789012-compute@developer.gserviceaccount.com' is the default one of Compute Engine, which all machines of the project share; say GkeNodeIdentity.own()",
    ],
    [
      'no address',
      'nodes',
      "'nodeIdentity' existing account 'nodes' must be the e-mail address of a service account such as 'shop@acme-prod.iam.gserviceaccount.com'",
    ],
    [
      'a member of IAM',
      'serviceAccount:nodes@acme-prod.iam.gserviceaccount.com',
      "'nodeIdentity' existing account 'serviceAccount:nodes@acme-prod.iam.gserviceaccount.com' must be the e-mail address of a service account such as 'shop@acme-prod.iam.gserviceaccount.com'",
    ],
  ])('fails for %s', (_, email, message) => {
    expect(() => GkeNodeIdentity.existing(email)).toThrow(new Error(message));
  });

  it('fails for projects that are none, or are named twice, with all problems at once', () => {
    expect(() => GkeNodeIdentity.own({ imageProjects: ['Acme', 'acme-tools', 'acme-tools'] })).toThrow(
      new Error(
        "'imageProjects' holds 'Acme', which must be the id of a project such as 'acme-prod'; 'imageProjects' holds 'acme-tools' twice; name each project once",
      ),
    );
  });

  it('fails for projects that only Terraform knows', () => {
    const stack = gkeStack();
    const project = new TerraformVariable(stack, 'project', { type: 'string' }).stringValue;
    const projects = new TerraformVariable(stack, 'projects', { type: 'list(string)' }).listValue;
    const message =
      "'imageProjects' holds a project that only Terraform knows, but addresses are made of them; write each id, such as 'acme-images'";
    expect(() => GkeNodeIdentity.own({ imageProjects: [project] })).toThrow(new Error(message));
    expect(() => GkeNodeIdentity.own({ imageProjects: projects })).toThrow(new Error(message));
  });
});
