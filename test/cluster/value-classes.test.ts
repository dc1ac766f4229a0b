import { TerraformVariable } from 'cdktf';
import {
  ApiAccess,
  ApiExposure,
  EncryptionKey,
  NodePoolSize,
  TaintEffect,
  validateLabelsAndTaints,
} from '../../lib/cluster';
import { ValidationError } from '../../lib/values';
import { testStack } from '../support/synthesized';

describe('ApiAccess', () => {
  it('keeps the ranges of restricted access', () => {
    const access = ApiAccess.restricted('203.0.113.0/24', '198.51.100.7/32');
    expect(access.exposure).toBe(ApiExposure.RESTRICTED);
    expect(access.allowedCidrs).toEqual(['203.0.113.0/24', '198.51.100.7/32']);
  });

  it('has no ranges when private or public', () => {
    expect(ApiAccess.private().allowedCidrs).toEqual([]);
    expect(ApiAccess.public().allowedCidrs).toEqual([]);
  });

  it('fails when restricted access names no range', () => {
    expect(() => ApiAccess.restricted()).toThrow(
      new ValidationError(
        "'apiAccess' restricted needs at least one range such as '203.0.113.0/24'; for none use ApiAccess.private()",
      ),
    );
  });

  it('fails when restricted access names the whole Internet', () => {
    expect(() => ApiAccess.restricted('0.0.0.0/0')).toThrow(
      new ValidationError(
        "'apiAccess' restricted to '0.0.0.0/0' is the whole Internet; if that is meant, say ApiAccess.public()",
      ),
    );
  });
});

describe('ApiAccess.restricted', () => {
  const stack = testStack();

  it('takes a range that only Terraform knows', () => {
    const range = new TerraformVariable(stack, 'office', { type: 'string' }).stringValue;
    expect(ApiAccess.restricted(range).allowedCidrs).toEqual([range]);
  });

  it('fails when it is told one list that only Terraform knows', () => {
    const ranges = new TerraformVariable(stack, 'offices', { type: 'list(string)' }).listValue;
    expect(() => ApiAccess.restricted(...ranges)).toThrow(
      new ValidationError(
        "'apiAccess' restricted must be told each range by itself; found a list that only Terraform knows",
      ),
    );
  });

  it('fails when a range is of IPv6', () => {
    expect(() => ApiAccess.restricted('2001:db8::/32')).toThrow(
      new ValidationError(
        "'apiAccess' restricted to '2001:db8::/32' must be a range of IPv4, the only addresses that the API has",
      ),
    );
  });
});

describe('EncryptionKey', () => {
  it('fails when an existing key has no id', () => {
    expect(() => EncryptionKey.existing(' ')).toThrow(
      new ValidationError(
        "'secretsEncryption' existing key must name the key (an ARN, or projects/…/cryptoKeys/…); found ' '",
      ),
    );
  });
});

describe('NodePoolSize', () => {
  it('has equal bounds when fixed', () => {
    expect(NodePoolSize.fixed(6)).toMatchObject({ min: 6, max: 6, initial: 6, isAutoscaled: false });
  });

  it('starts an autoscaled pool at its minimum, but with a node', () => {
    expect(NodePoolSize.autoscaled({ min: 3, max: 9 })).toMatchObject({
      min: 3,
      max: 9,
      initial: 3,
      isAutoscaled: true,
    });
    expect(NodePoolSize.autoscaled({ min: 0, max: 9 }).initial).toBe(1);
  });

  it.each([
    [() => NodePoolSize.fixed(0), "'nodes' (0) must be a whole number of at least 1"],
    [() => NodePoolSize.fixed(1.5), "'nodes' (1.5) must be a whole number of at least 1"],
    [() => NodePoolSize.fixed(Number.NaN), "'nodes' (NaN) must be a whole number of at least 1"],
    [() => NodePoolSize.autoscaled({ min: -1, max: 3 }), "'min' (-1) must be a whole number of at least 0"],
    [() => NodePoolSize.autoscaled({ min: 3, max: 2 }), "'max' (2) must be at least 'min' (3)"],
    [
      () => NodePoolSize.autoscaled({ min: 1, max: 3, initial: 4 }),
      "'initial' (4) must lie between 'min' (1) and 'max' (3)",
    ],
  ])('fails when the bounds contradict each other (%#)', (build, message) => {
    expect(build).toThrow(new ValidationError(message));
  });
});

describe('validateLabelsAndTaints', () => {
  it('accepts what Kubernetes accepts', () => {
    expect(
      validateLabelsAndTaints({ 'example.com/team': 'payments', tier: '' }, [
        { key: 'gpu', value: 'true', effect: TaintEffect.NO_SCHEDULE },
        { key: 'gpu', value: 'true', effect: TaintEffect.NO_EXECUTE },
      ]),
    ).toEqual([]);
  });

  it('names every label and taint that Kubernetes would refuse', () => {
    expect(
      validateLabelsAndTaints({ '-bad': 'ok', good: 'not ok' }, [
        { key: 'gpu', effect: TaintEffect.NO_SCHEDULE },
        { key: 'gpu', value: 'x', effect: TaintEffect.NO_SCHEDULE },
      ]),
    ).toEqual([
      "'labels' key '-bad' must be at most 63 letters, digits, '-', '_' or '.', with an optional DNS prefix and '/'",
      "'labels' value 'not ok' of 'good' must be at most 63 letters, digits, '-', '_' or '.'",
      "'taints' holds 'gpu:NoSchedule' twice; a key and effect may stand once",
    ]);
  });
});
