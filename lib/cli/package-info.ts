import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Version of the installed package. Read from its own package.json, so that there is one place to change it. */
export function packageVersion(): string {
  const { version } = packageJson();
  return typeof version === 'string' ? version : 'unknown';
}

/** Where bugs are reported, as the package says. */
export function bugTracker(): string {
  const { bugs } = packageJson();
  const url = typeof bugs === 'object' && bugs !== null && 'url' in bugs ? bugs.url : bugs;
  return typeof url === 'string' ? url : 'the issue tracker of kubewhere';
}

function packageJson(): Readonly<Record<string, unknown>> {
  // the same two levels up from lib/cli and from dist/cli
  return JSON.parse(readFileSync(join(__dirname, '../../package.json'), 'utf8'));
}
