import { TerraformVariable } from 'cdktf';
import { EksAddOnVersion } from '../../lib/eks';
import { eksStack } from './eks-stack';

describe('the version of an add-on', () => {
  it('is EKS’s, the newest, or a given one', () => {
    const versions = [
      EksAddOnVersion.default(),
      EksAddOnVersion.mostRecent(),
      EksAddOnVersion.pinned('v1.11.4-eksbuild.2'),
    ];
    expect(versions.map(({ choice, version }) => ({ choice, version }))).toEqual([
      { choice: 'eks', version: undefined },
      { choice: 'most-recent', version: undefined },
      { choice: 'pinned', version: 'v1.11.4-eksbuild.2' },
    ]);
  });

  it('may be filled in by Terraform', () => {
    const text = new TerraformVariable(eksStack(), 'version', { type: 'string' }).stringValue;
    expect(EksAddOnVersion.pinned(text).version).toBe(text);
  });

  it.each(['1.11', 'v1.11.4', 'v1.11.4-eksbuild', 'latest', ''])(
    'fails when it is no full version: %p',
    (version) => {
      expect(() => EksAddOnVersion.pinned(version)).toThrow(
        `'version' of an add-on (${version}) must be a full version such as 'v1.11.4-eksbuild.2'`,
      );
    },
  );
});
