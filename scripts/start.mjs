// `npm start`: shows what the program does, on the first shipped scenario. It asks which policy to take, so it fails
// (`--gate any`) only where none keeps its limits.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const main = join(root, 'dist/cli/main.js');

let child;
// A terminal sends Ctrl-C and its own end to the child as well; `kill` reaches only this process. Both wait for the child.
for (const name of ['SIGINT', 'SIGHUP']) process.on(name, () => {});
process.on('SIGTERM', () => child?.kill('SIGTERM'));

async function run(...args) {
  child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
  const [code, signal] = await once(child, 'close');
  return code ?? 128 + constants.signals[signal];
}

const built = existsSync(main) ? 0 : await run(join(root, 'scripts/build.mjs'));
process.exitCode = built === 0 ? await run(main, 'compare', 'scenarios/flash-sale.yaml', '--gate', 'any') : built;
