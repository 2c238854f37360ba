import { spawn } from 'node:child_process';
import { existsSync, type FSWatcher, mkdirSync, readdirSync, readFileSync, rmSync, statSync, watch } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { root } from './runCli.js';

interface Killing {
  /** Holds the files of the command, and the reports. */
  readonly cwd: string;
  /** Of `compare`, without --out, --report and --resume. */
  readonly args: readonly string[];
  readonly killCount: number;
  readonly seed: number;
}

/** What 100 deaths came to. */
export interface KillTally {
  readonly killCount: number;
  /** Kills while the reports were being written. */
  readonly whileWritingCount: number;
  /** Comparisons that were brought to their end and compared with the uninterrupted one. */
  readonly comparisonCount: number;
  /** Runs taken over from a journal, and runs of all commands that were asked to resume. */
  readonly takenCount: number;
  readonly askedCount: number;
}

const reports = ['report.json', 'report.html', 'junit.xml', 'report.md'];
const reportOptions = ['--report', 'json,html,junit,markdown', '--out', 'out'];

/**
 * Kills the command with its whole process group at random moments, goes on with --resume, and holds what comes out to the bytes
 * of an uninterrupted comparison.
 *
 * A kill comes at any moment of the time that an uninterrupted comparison takes, or, every fourth, while a report is written.
 */
export async function surviveKills({ cwd, args, killCount, seed }: Killing): Promise<KillTally> {
  const random = generatorOf(seed);
  const out = join(cwd, 'out');
  const began = performance.now();
  const whole = await attempt({ cwd, args, isResumed: false });
  const wholeMs = performance.now() - began;
  expect(whole.code).toBe(0);
  const expected = contentOf(out);
  rmSync(out, { recursive: true });

  const tally = { killCount: 0, whileWritingCount: 0, comparisonCount: 0, takenCount: 0, askedCount: 0 };
  let isResumed = false;
  // After the last kill nobody disturbs it any more.
  for (let index = 0; tally.killCount < killCount || isResumed; index++) {
    const isLate = index % 4 === 3;
    const moment = isLate ? { report: 1 + Math.floor(random() * reports.length) } : { afterMs: random() * wholeMs };
    const isDisturbed = tally.killCount < killCount;
    const ended = await attempt({ cwd, args, isResumed, ...(isDisturbed ? { moment } : {}) });
    const { code, stdout, stderr, wasKilled } = ended;
    const [, taken = 0, asked = 0] = (/resumed: (\d+) of (\d+) runs/.exec(stderr) ?? []).map(Number);
    tally.takenCount += taken;
    tally.askedCount += asked;
    expectNothingHalf(out, expected);
    isResumed = wasKilled;
    if (wasKilled) {
      tally.killCount++;
      if (isLate) tally.whileWritingCount++;
      continue;
    }
    expect({ code, stderr: stderr.replace(/^.*(resumed:|--resume).*\n/gm, '') }).toEqual({
      code: 0,
      stderr: whole.stderr,
    });
    expect(withoutTimes(stdout)).toBe(withoutTimes(whole.stdout));
    expect(contentOf(out)).toEqual(expected);
    tally.comparisonCount++;
    // Every other comparison finds reports that are to be replaced.
    if (tally.comparisonCount % 2 === 0) rmSync(out, { recursive: true });
  }
  return tally;
}

/** Every file in a folder, which must be the reports; a temporary file of a killed process may lie there for a while. */
function contentOf(folder: string): Record<string, string> {
  const names = readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort();
  expect(names).toEqual([...reports].sort());
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** After a kill: every report is absent or whole. */
function expectNothingHalf(folder: string, expected: Readonly<Record<string, string>>): void {
  for (const name of reports) {
    const path = join(folder, name);
    if (existsSync(path)) expect(readFileSync(path, 'utf8') === expected[name], `${name} is whole`).toBe(true);
  }
}

/** How long it took is the only thing that may differ. */
function withoutTimes(stdout: string): string {
  return stdout.replace(/ {3}[\d.]+ s$/m, '');
}

interface Attempt extends Pick<Killing, 'cwd' | 'args'> {
  readonly isResumed: boolean;
  /** When to kill it: after a time, or when it begins to write its n-th report. */
  readonly moment?: { readonly afterMs: number } | { readonly report: number };
}

interface Ended {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly wasKilled: boolean;
}

function attempt({ cwd, args, isResumed, moment }: Attempt): Promise<Ended> {
  const out = join(cwd, 'out');
  mkdirSync(out, { recursive: true });
  const words = ['compare', ...args, ...reportOptions, ...(isResumed ? ['--resume'] : [])];
  const env = { PATH: process.env.PATH };
  const child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), ...words], { cwd, env, detached: true });
  let wasKilled = false;
  const kill = (): void => {
    if (child.exitCode !== null || child.pid === undefined) return;
    try {
      process.kill(-child.pid, 'SIGKILL');
    } catch {
      // It has ended by itself.
    }
  };
  let timer: NodeJS.Timeout | undefined;
  let watcher: FSWatcher | undefined;
  if (moment !== undefined && 'afterMs' in moment) timer = setTimeout(kill, moment.afterMs);
  if (moment !== undefined && 'report' in moment) watcher = whenWriting(out, moment.report, kill);
  let stdout = '';
  let stderr = '';
  child.stdout.on('data', (chunk: Buffer) => {
    stdout += chunk.toString();
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString();
  });
  return new Promise((done, fail) => {
    child.on('error', fail);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      watcher?.close();
      wasKilled = signal === 'SIGKILL';
      done({ code, stdout, stderr, wasKilled });
    });
  });
}

/** Calls back when something is in the n-th temporary file; those that only try whether the folder can be written stay empty. */
function whenWriting(folder: string, count: number, then: () => void): FSWatcher {
  const seen = new Set<string>();
  return watch(folder, (_, name) => {
    if (name === null || !name.endsWith('.tmp')) return;
    if ((statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0) > 0) seen.add(name);
    if (seen.size >= count) then();
  });
}

/** mulberry32: a seed tells all moments. */
function generatorOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Runs of some tenths of a second, in every kind of policy, with a trace. */
export const killedFiles = {
  'shop.yaml': `
name: shop
duration: 12m
traffic:
  users: { executor: constant-arrival-rate, rate: 30 }
  peak: { executor: trace, file: peak.csv, time: time, rate: rate }
requests: { page: { route: web, cpu: { exponential: { mean: 40ms } } } }
services:
  web:
    instance: { vcpus: 1, startup: 30s, price: 0.1, queue: 100 }
    scaling: { min: 2, max: 12, initial: 4 }
slo: { latency: 1s, objective: 0.5, gate: false }
faults: [{ kind: crash, at: 6m, service: web, fraction: 0.3 }]
`,
  'peak.csv': 'time,rate\n0,5\n200,40\n400,60\n600,20\n720,5\n',
  'up.lua': `return { decide = function(o) return math.min(12, math.max(2, o.instances.ready + math.random(-1, 1))) end }`,
  'wave.ts': `
import { half } from './half.ts';
export default { decide: ({ time }) => Math.round(7 + half(10 * Math.sin(time / 300))) };
`,
  'half.ts': 'export const half = (x: number) => x / 2;\n',
};
