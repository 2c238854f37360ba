// `npm start`: shows what the program does, on the first shipped scenario. It asks which policy to take, so it fails
// (`--gate any`) only where none keeps its limits.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const main = join(root, 'dist/cli/main.js');

function run(...args) {
  const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: 'inherit' });
  return status ?? 1;
}

const built = existsSync(main) ? 0 : run(join(root, 'scripts/build.mjs'));
process.exitCode = built === 0 ? run(main, 'compare', 'scenarios/flash-sale.yaml', '--gate', 'any') : built;
