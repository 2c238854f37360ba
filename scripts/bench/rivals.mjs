// Whom the benchmark compares with: kernels in C, SimPy and simjs, where this machine has what they need.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { cpuSeconds } from './cpuSeconds.mjs';
import { say } from './figures.mjs';
import { root } from './run.mjs';

const here = join(root, 'scripts/bench/rivals');

/** A kernel of `rivals/` as a program in the folder; undefined where there is no C compiler. */
export function buildKernel(name, folder) {
  const program = join(folder, name);
  const args = ['-O3', '-march=native', '-o', program, join(here, `${name}.c`), '-lm'];
  const { status, stderr, error } = spawnSync('cc', args, { encoding: 'utf8' });
  if (status === 0) return program;
  if (error === undefined) throw new Error(`cc cannot build ${name}.c: ${stderr}`);
  say(`no cc here: the rows stand without ${name}.c`);
  return undefined;
}

/** {requests, latencyMilliseconds, seconds} of a kernel, the whole process. */
export async function runKernel(program, args) {
  const { seconds, stdout } = await cpuSeconds(program, args.map(String));
  const [requests, latencyMilliseconds] = stdout.split(' ').map(Number);
  return { requests, latencyMilliseconds, seconds };
}

/** SimPy on this machine, installed from Debian when it may be; undefined where there is none. */
export function findSimpy() {
  const attempt = () => spawnSync('python3', [join(here, 'queue_simpy.py'), '8', '100'], { encoding: 'utf8' });
  let found = attempt();
  if (found.status !== 0 && existsSync('/usr/bin/apt-get')) {
    spawnSync('apt-get', ['install', '-y', '-qq', 'python3-simpy']);
    found = attempt();
  }
  if (found.status !== 0) {
    say('no SimPy here: the rows stand without it');
    return undefined;
  }
  const [, version, python] = found.stdout.split(' ');
  return {
    name: `SimPy ${version} (CPython ${python})`,
    /** Requests and CPU seconds without the start of the interpreter. */
    async measure(script, args) {
      const { stdout } = await cpuSeconds('python3', [join(here, script), ...args.map(String)]);
      const [seconds, , , requests] = stdout.split(' ').map(Number);
      return { requests, seconds };
    },
  };
}

/** simjs of npm, installed into the folder; undefined where that fails. */
export function findSimjs(folder) {
  const args = ['install', '--prefix', folder, '--ignore-scripts', 'simjs@2.0.3'];
  if (spawnSync('npm', args, { cwd: folder }).status !== 0) {
    say('simjs cannot be installed: the tables stand without it');
    return undefined;
  }
  return {
    name: 'simjs 2.0.3',
    async measure(servers) {
      const requests = 300_000;
      const { stdout } = await cpuSeconds(
        process.execPath,
        [join(here, 'queueSimjs.mjs'), folder, servers, requests].map(String),
      );
      return { requests, seconds: Number(stdout) };
    },
  };
}
