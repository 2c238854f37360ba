// Starts one measurement; a process each, so that none warms another up.
import { execFile, spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const here = join(root, 'scripts/bench');

function output(command, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

/** One run of ours: {requests, seconds, wallSeconds, megabytes}; seconds are of CPU. */
export function measure(model) {
  return JSON.parse(output(process.execPath, [join(here, 'measure.mjs')], { input: JSON.stringify(model) }));
}

/** Twenty short calls of the API with a policy: [processor seconds a call, of the first]. */
export function measureCalls(policy) {
  return JSON.parse(output(process.execPath, [join(here, 'calls.mjs'), policy]));
}

/** Runs of ours that begin at the same moment. */
export function measureSideBySide(models) {
  return Promise.all(
    models.map(
      (model) =>
        new Promise((resolve, reject) => {
          const child = execFile(process.execPath, [join(here, 'measure.mjs')], (error, stdout) =>
            error === null ? resolve(JSON.parse(stdout)) : reject(error),
          );
          child.stdin.end(JSON.stringify(model));
        }),
    ),
  );
}

/** The whole program by the wall clock; missed thresholds are no failure here. */
export function timeCommand(args) {
  const begin = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'dist/cli/main.js'), ...args], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 30,
  });
  if (status !== 0 && status !== 99) throw new Error(`dryscale ${args.join(' ')} ended with ${status}: ${stderr}`);
  return { seconds: (performance.now() - begin) / 1000, stdout };
}
