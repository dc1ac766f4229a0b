import { rmSync } from 'node:fs';

/** Takes the temporary folder of the run away. */
export default function tearDownScratch(): void {
  const scratch = process.env.TMPDIR;
  if (scratch?.includes('kubewhere-tests-')) rmSync(scratch, { recursive: true, force: true });
}
