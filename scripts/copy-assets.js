// Copies the host scripts beside the compiled code: the compiler carries TypeScript and JSON only.
const { cpSync } = require('node:fs');
const { join } = require('node:path');

const root = join(__dirname, '..');
const folder = 'self-managed/scripts';
cpSync(join(root, 'lib', folder), join(root, 'dist', folder), { recursive: true });
