import { TerraformVariable } from 'cdktf';
import { TaintEffect, validateLabelsAndTaints } from '../../lib/cluster';
import { testStack } from '../support/synthesized';

describe('labels and taints', () => {
  it('may hold what Terraform knows later', () => {
    const team = new TerraformVariable(testStack(), 'team', { type: 'string' }).stringValue;
    const taint = { key: 'team', value: team, effect: TaintEffect.NO_SCHEDULE };
    expect(validateLabelsAndTaints({ team }, [taint])).toEqual([]);
  });

  it('are refused one by one where Kubernetes would', () => {
    const taint = { key: '-team', value: 'a b', effect: TaintEffect.NO_EXECUTE };
    expect(validateLabelsAndTaints({ team: 'a b' }, [taint, taint])).toEqual([
      "'labels' value 'a b' of 'team' must be at most 63 letters, digits, '-', '_' or '.'",
      "'taints' key '-team' must be at most 63 letters, digits, '-', '_' or '.', with an optional DNS prefix and '/'",
      "'taints' value 'a b' of '-team' must be at most 63 letters, digits, '-', '_' or '.'",
      "'taints' key '-team' must be at most 63 letters, digits, '-', '_' or '.', with an optional DNS prefix and '/'",
      "'taints' value 'a b' of '-team' must be at most 63 letters, digits, '-', '_' or '.'",
      "'taints' holds '-team:NoExecute' twice; a key and effect may stand once",
    ]);
  });
});
