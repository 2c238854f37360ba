// Starts one measurement; a process each, so that none warms another up.
import { execFile, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '../..');
const here = join(root, 'scripts/bench');

function output(command, args, options = {}) {
  const { status, stdout, stderr } = spawnSync(command, args, { encoding: 'utf8', ...options });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr}`);
  return stdout;
}

/** One run of ours: {requests, seconds, megabytes}. */
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

/** SimPy on this machine, installed from Debian when it may be; undefined where there is none. */
export function findSimpy() {
  const attempt = () => spawnSync('python3', [join(here, 'rivals/queue_simpy.py'), '8', '100'], { encoding: 'utf8' });
  let found = attempt();
  if (found.status !== 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['install', '-y', '-qq', 'python3-simpy']);
    found = attempt();
  }
  if (found.status !== 0) return undefined;
  const [, version, python] = found.stdout.split(' ');
  return {
    name: `SimPy ${version} (CPython ${python})`,
    measure(servers) {
      const requests = 60_000;
      const [seconds] = output('python3', [join(here, 'rivals/queue_simpy.py'), `${servers}`, `${requests}`]).split(
        ' ',
      );
      return { requests, seconds: Number(seconds) };
    },
  };
}

/** simjs of npm, installed into a folder of its own; undefined where that fails. */
export function findSimjs() {
  const folder = mkdtempSync(join(tmpdir(), 'dryscale-bench-'));
  mkdirSync(folder, { recursive: true });
  const { status } = spawnSync('npm', ['install', '--prefix', folder, '--ignore-scripts', 'simjs@2.0.3'], {
    cwd: folder,
  });
  if (status !== 0) return undefined;
  return {
    name: 'simjs 2.0.3',
    measure(servers) {
      const requests = 300_000;
      const args = [join(here, 'rivals/queueSimjs.mjs'), folder, `${servers}`, `${requests}`];
      return { requests, seconds: Number(output(process.execPath, args).split(' ')[0]) };
    },
  };
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
