import { Fn, TerraformVariable, Token } from 'cdktf';
import {
  describeConfiguration,
  placesOf,
  renderConfiguration,
} from '../../../lib/eks/private/add-on-configuration';
import { eksStack, resolved } from '../eks-stack';

describe('the text of a configuration', () => {
  it('keeps what looks like a template of Terraform as the add-on’s own text', () => {
    expect(renderConfiguration({}, { config: 'prefix ${HOST_NAME}- %{if} $HOME 100%' })).toBe(
      '{"config":"prefix $${HOST_NAME}- %%{if} $HOME 100%"}',
    );
    expect(renderConfiguration({}, { '${A}': [{ b: '${C}' }] })).toBe('{"$${A}":[{"b":"$${C}"}]}');
  });

  it('has Terraform fill tokens in, text and numbers alike', () => {
    const stack = eksStack();
    const text = new TerraformVariable(stack, 'text', { type: 'string' }).stringValue;
    const count = new TerraformVariable(stack, 'count', { type: 'number' }).numberValue;
    expect(resolved(stack, renderConfiguration({}, { replicas: count, text: `a-${text}` }))).toBe(
      '{"replicas":${var.count},"text":"a-${var.text}"}',
    );
  });

  it('keeps the order of keys that Terraform fills in', () => {
    const stack = eksStack();
    const zones = new TerraformVariable(stack, 'zones', { type: 'list(string)' }).listValue;
    const subnets = Object.fromEntries(
      [...Array(12).keys()].map((zone) => [
        Token.asString(Fn.element(zones, zone)),
        { id: `subnet-${zone}` },
      ]),
    );
    const text = String(resolved(stack, renderConfiguration({ subnets }, {})));
    expect([...text.matchAll(/subnet-(\d+)/g)].map(([, zone]) => Number(zone))).toEqual([
      ...Array(12).keys(),
    ]);
  });

  it('is none when there is nothing to say', () => {
    expect(renderConfiguration({}, {})).toBeUndefined();
    expect(renderConfiguration({}, { a: undefined })).toBeUndefined();
  });

  it('has lists replaced and maps merged', () => {
    expect(renderConfiguration({ a: { b: 1, c: [1, 2] }, d: 1 }, { a: { c: [3] }, d: { e: null } })).toBe(
      '{"a":{"b":1,"c":[3]},"d":{"e":null}}',
    );
  });
});

describe('the places of a configuration', () => {
  it('are its values; an empty map sets nothing', () => {
    expect(placesOf({ a: { b: 1, c: { d: [1] } }, e: {}, f: 'x' })).toEqual(['a.b', 'a.c.d', 'f']);
  });
});

describe('a configuration that is refused', () => {
  it('fails for what JSON cannot hold, by its place', () => {
    const circle: Record<string, unknown> = {};
    circle.self = { circle };
    expect(
      describeConfiguration('coredns', {
        fine: [null, true, 1, 'x', undefined],
        call: () => 1,
        big: 1n,
        odd: [Number.NaN],
        when: new Date(0),
        circle,
      }),
    ).toEqual([
      "'configuration' of 'coredns' at 'call' (function) must be text, a number, true, false, null, a list or a map",
      "'configuration' of 'coredns' at 'big' (bigint) must be text, a number, true, false, null, a list or a map",
      "'configuration' of 'coredns' at 'odd.0' (NaN) must be a finite number",
      "'configuration' of 'coredns' at 'when' (object) must be text, a number, true, false, null, a list or a map",
      "'configuration' of 'coredns' at 'circle.self.circle' must not hold itself",
    ]);
  });

  it('fails for lists and maps that Terraform fills in', () => {
    const stack = eksStack();
    const variable = new TerraformVariable(stack, 'list', { type: 'list(string)' });
    const fix =
      'must not be a list or map that Terraform fills in; write its members, each a token, such as Fn.element(list, 0)';
    expect(describeConfiguration('coredns', { a: variable.listValue, b: { c: variable.value } })).toEqual([
      `'configuration' of 'coredns' at 'a' ${fix}`,
      `'configuration' of 'coredns' at 'b.c' ${fix}`,
    ]);
  });

  it('fails for what is no map', () => {
    for (const bad of [null, 'x', 1, [], new TerraformVariable(eksStack(), 'x', {}).value]) {
      expect(describeConfiguration('coredns', bad)).toEqual([
        "'configuration' of 'coredns' must be a map of the add-on's own keys",
      ]);
    }
  });
});
