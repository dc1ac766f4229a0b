import { findTerraform } from './find-terraform';

const TIER = 'terraform-simulated';

/** What the output says where no binary is found; the same text is the name of the skipped test. */
export const SKIPPED_TIER = `SKIPPED TIER ${TIER}: no terraform or tofu binary on PATH`;

/**
 * A `describe` for tests that run Terraform. Where no binary is found, the body is not run: one skipped test
 * and one line on the standard error name the tier that is missing, so that nobody takes silence for success.
 */
export function describeTerraform(title: string, body: () => void): void {
  if (findTerraform() !== undefined) {
    describe(title, body);
    return;
  }
  process.stderr.write(`${SKIPPED_TIER} (${title})\n`);
  describe(title, () => {
    test.skip(SKIPPED_TIER, () => {});
  });
}
