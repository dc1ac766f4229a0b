import { TerraformVariable } from 'cdktf';
import { GkeLocation } from '../../lib/gke';
import { synthesize } from '../support/synthesized';
import { defineGke, gkeStack, synthesizeGke } from './gke-stack';

const ADMINISTRATOR = 'google_project_iam_member';
const PLATFORM = 'Prod_Access_Platform_E5D00BB2';

describe('the access to a GKE cluster', () => {
  it('is nobody’s by default but the nodes’', () => {
    expect(Object.keys(synthesizeGke().resource?.[ADMINISTRATOR] ?? {})).toEqual([
      'Prod_NodeIdentity_ImagePull_4291A1A8',
      'Prod_NodeIdentity_MetadataWriter_011EF1D7',
      'Prod_NodeIdentity_Role_3EDFCF54',
    ]);
  });

  it('gives an administrator this cluster and no other of the project', () => {
    const synthesized = synthesizeGke({ administrators: { Platform: 'group:platform@example.com' } });
    expect(synthesized.resource?.[ADMINISTRATOR]?.[PLATFORM]).toEqual({
      project: 'acme-prod',
      role: 'roles/container.admin',
      member: 'group:platform@example.com',
      condition: {
        title: 'GKE cluster prod',
        expression:
          'resource.name == "projects/acme-prod/locations/europe-west3/clusters/prod" || resource.name.startsWith("projects/acme-prod/locations/europe-west3/clusters/prod/")',
      },
    });
  });

  it('names a zonal cluster as IAM does', () => {
    const synthesized = synthesizeGke({
      location: GkeLocation.zone('europe-west3-a'),
      administrators: { Platform: 'group:platform@example.com' },
    });
    expect(synthesized.resource?.[ADMINISTRATOR]?.[PLATFORM]?.condition).toMatchObject({
      expression: expect.stringContaining('"projects/acme-prod/zones/europe-west3-a/clusters/prod"'),
    });
  });

  it('takes an administrator later, and one that Terraform fills in', () => {
    const stack = gkeStack();
    const email = new TerraformVariable(stack, 'email', { type: 'string' }).stringValue;
    defineGke(stack).access.addAdministrator('Platform', `serviceAccount:${email}`);
    expect(synthesize(stack).resource?.[ADMINISTRATOR]?.[PLATFORM]).toMatchObject({
      member: 'serviceAccount:${var.email}',
    });
  });

  it.each([
    'user:ada@example.com',
    'domain:example.com',
    'principal://iam.googleapis.com/locations/global/workforcePools/acme/subject/ada',
    'principalSet://iam.googleapis.com/locations/global/workforcePools/acme/group/platform',
  ])('knows %s for a member', (member) => {
    const synthesized = synthesizeGke({ administrators: { Platform: member } });
    expect(synthesized.resource?.[ADMINISTRATOR]?.[PLATFORM]).toMatchObject({ member });
  });

  it.each<[string, Record<string, string>, string]>([
    [
      'the key is malformed',
      { 'platform@example.com': 'group:platform@example.com' },
      "[test/Prod/Access] 'administrators' key 'platform@example.com' must be 1 to 40 letters, digits and hyphens, starting with a letter",
    ],
    [
      'the member is everybody',
      { Platform: 'allUsers' },
      "[test/Prod/Access] 'administrators' member 'allUsers' of 'Platform' must be an IAM member such as 'group:platform@example.com'; all users of the Internet are none",
    ],
    [
      'the member stands twice',
      { Platform: 'user:ada@example.com', Ada: 'user:ada@example.com' },
      "[test/Prod/Access] 'administrators' 'Platform' and 'Ada' are the same member 'user:ada@example.com'; keep one",
    ],
  ])('fails when %s', (_, administrators, message) => {
    expect(() => defineGke(gkeStack(), { administrators })).toThrow(new Error(message));
  });

  it('fails when a key is taken', () => {
    const { access } = defineGke(gkeStack(), { administrators: { Platform: 'user:ada@example.com' } });
    expect(() => access.addAdministrator('Platform', 'user:grace@example.com')).toThrow(
      new Error("[test/Prod/Access] 'administrators' key 'Platform' is taken; choose another"),
    );
  });
});
