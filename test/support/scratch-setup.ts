import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Gives a run of the tests one temporary folder, which all their own end up in: the engine alone leaves hundreds behind. */
export default function setUpScratch(): void {
  process.env.TMPDIR = mkdtempSync(join(tmpdir(), 'kubewhere-tests-'));
}
