import { describeTerraform } from '../support/terraform';

// run by tier.test.ts in a Jest of its own
describeTerraform('a probe', () => {
  test('runs its body', () => {
    expect(true).toBe(true);
  });
});
