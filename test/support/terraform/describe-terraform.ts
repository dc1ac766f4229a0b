import { findTerraform } from './find-terraform';

// one test is up to a dozen Terraform processes, which share their cores with the other test files
const TIMEOUT_MS = 180_000;

const TIER = 'terraform-simulated';

/** What the output says where no binary is found; the same text is the name of the skipped test. */
export const SKIPPED_TIER = `SKIPPED TIER ${TIER}: no terraform or tofu binary on PATH`;

/**
 * A `describe` for tests that run Terraform. Where no binary is found, the body is not run: one skipped test
 * and one line on the standard error name the tier that is missing, so that nobody takes silence for success.
 * Raises the time limit of the tests in the file.
 */
export function describeTerraform(title: string, body: () => void): void {
  if (findTerraform() !== undefined) {
    jest.setTimeout(TIMEOUT_MS);
    describe(title, body);
    return;
  }
  process.stderr.write(`${SKIPPED_TIER} (${title})\n`);
  describe(title, () => {
    test.skip(SKIPPED_TIER, () => {});
  });
}
