import { commandLine, literal, TerraformData } from '../../lib/self-managed/private/terraform-data';
import { synthesize, testStack } from '../support/synthesized';

const CONNECTION = {
  type: 'ssh',
  host: '10.0.0.1',
  user: 'ops',
  host_key: 'ssh-ed25519 AAAA',
  agent: true,
  timeout: '30s',
} as const;

describe('TerraformData', () => {
  it('writes every attribute in the words of Terraform, destroy provisioners included', () => {
    const stack = testStack();
    new TerraformData(stack, 'Step', {
      connection: CONNECTION,
      input: { some_Key: 1 },
      forEach: { 'a-B': { x: 1 } },
      lifecycle: { preventDestroy: true },
      provisioners: [
        { type: 'file', source: 'a', destination: 'b' },
        { type: 'remote-exec', inline: ['true'], when: 'destroy', on_failure: 'continue' },
      ],
    });
    const { '//': _, ...attributes } = synthesize(stack).resource?.terraform_data?.Step ?? {};
    expect(attributes).toEqual({
      connection: CONNECTION,
      input: { some_Key: 1 },
      for_each: { 'a-B': { x: 1 } },
      lifecycle: { prevent_destroy: true },
      provisioner: [
        { file: { source: 'a', destination: 'b' } },
        { 'remote-exec': { inline: ['true'], when: 'destroy', on_failure: 'continue' } },
      ],
    });
  });

  it('needs no provider', () => {
    const stack = testStack();
    new TerraformData(stack, 'Step');
    expect(synthesize(stack).terraform).toEqual({ backend: { local: { path: 'terraform.tfstate' } } });
  });

  it('lists what it comes after sorted and once, whatever the order of calls', () => {
    const stack = testStack();
    const [b, a] = [new TerraformData(stack, 'B'), new TerraformData(stack, 'A')];
    const step = new TerraformData(stack, 'Step', { after: [b] });
    step.after(a, b);
    expect(synthesize(stack).resource?.terraform_data?.Step?.depends_on).toEqual([
      'terraform_data.A',
      'terraform_data.B',
    ]);
  });
});

describe('text for Terraform', () => {
  it('keeps what looks like a template as it is written', () => {
    expect(literal('${HOME} %{if} $x 100%')).toBe('$${HOME} %%{if} $x 100%');
  });

  it('leaves tokens of the engine alone', () => {
    expect(literal('a ${TfToken[TOKEN.0]} b')).toBe('a ${TfToken[TOKEN.0]} b');
  });

  it('quotes the words of a command that a shell would take apart', () => {
    expect(commandLine('echo', 'a b', "it's", '10.0.0.1:8443', '')).toBe(
      `echo 'a b' 'it'\\''s' 10.0.0.1:8443 ''`,
    );
  });
});
