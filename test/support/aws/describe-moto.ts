import { type AwsTools, findAwsTools } from './find-aws-tools';

// a story is three runs of Terraform and of a real provider, which waits as long as it would for AWS
const TIMEOUT_MS = 600_000;

const TIER = 'aws-moto';

/** What the output says where a tool is missing; the same text is the name of the skipped test. */
export function skippedMotoTier(missing: string): string {
  return `SKIPPED TIER ${TIER}: ${missing}`;
}

/**
 * A `describe` for tests that run the real hashicorp/aws against moto. Where a tool is missing, the body is not run: one skipped test
 * and one line on the standard error name the tier and what it lacks. Raises the time limit of the tests in the file.
 */
export function describeMoto(title: string, body: (tools: AwsTools) => void): void {
  const tools = findAwsTools();
  if (typeof tools !== 'string') {
    jest.setTimeout(TIMEOUT_MS);
    describe(title, () => body(tools));
    return;
  }
  const skipped = skippedMotoTier(tools);
  process.stderr.write(`${skipped} (${title})\n`);
  describe(title, () => {
    test.skip(skipped, () => {});
  });
}

/** Further stories take minutes: `KUBEWHERE_MOTO_STORIES=all` runs them. */
const STORIES_VARIABLE = 'KUBEWHERE_MOTO_STORIES';

/** A `describe` for a story that is told only when it is asked for; else one line on the standard error names it. */
export function describeStory(title: string, body: () => void): void {
  if (process.env[STORIES_VARIABLE] === 'all') {
    describe(title, body);
    return;
  }
  process.stderr.write(`not run without ${STORIES_VARIABLE}=all: ${title}\n`);
}
