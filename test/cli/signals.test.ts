import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { resultSchema } from '../../src/results/results.js';
import { root, smallScenario, temporaryFolder } from '../support/runCli.js';
import { sampled } from '../support/sampled.js';

const main = join(root, 'dist/cli/main.js');
const isLinux = process.platform === 'linux';

let cwd = '';
let remove = (): void => {};
beforeAll(() => {
  const hang = 'export default { decide() { for (;;) {} } };\n';
  const load = 'for (;;) {}\nexport const options = {};\n';
  ({ path: cwd, remove } = temporaryFolder({ 'small.yaml': smallScenario, 'hang.ts': hang, 'loop.js': load }));
});
afterAll(() => remove());

interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<Ended>;
}

let folderCount = 0;

/** Starts Node in a group of its own, with a folder of its own for temporary files. */
function start(args: readonly string[]): Started & { readonly temporary: string } {
  const temporary = join(cwd, `tmp${folderCount++}`);
  mkdirSync(temporary);
  const env = { PATH: process.env.PATH, TMPDIR: temporary };
  const child = spawn(process.execPath, args, { cwd, env, detached: true });
  const texts = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].on('data', (chunk: Buffer) => {
      texts[name] += chunk.toString();
    });
  }
  const ended = new Promise<Ended>((done) => {
    child.on('close', (code, signal) => done({ code, signal, ...texts }));
  });
  return { child, ended, temporary };
}

/** SIGHUP and SIGINT in the mask of signals that are heard. */
const heard = 0b11n;

/** Once the program listens. */
async function listening({ pid, exitCode }: ChildProcess): Promise<void> {
  while (exitCode === null) {
    const mask = /^SigCgt:\s*(\w+)$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? '0';
    if ((BigInt(`0x${mask}`) & heard) === heard) return;
    await new Promise((done) => setTimeout(done, 10));
  }
}

/** The processes of a group. */
function groupOf(leader: number | undefined): string[] {
  return readdirSync('/proc').filter((name) => {
    if (!/^\d+$/.test(name)) return false;
    try {
      const fields = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) /s, '')
        .split(' ');
      return Number(fields[2]) === leader && fields[0] !== 'Z';
    } catch {
      // It has ended.
      return false;
    }
  });
}

/** What is left of a group after half a second: helpers end by themselves. */
async function leftOf(leader: number | undefined): Promise<string[]> {
  for (let looks = 0; looks < 50 && groupOf(leader).length > 0; looks++) {
    await new Promise((done) => setTimeout(done, 100));
  }
  return groupOf(leader);
}

const long = ['--set', 'duration=1h', '--runs', '3000'];

describe.skipIf(!isLinux)('a signal', () => {
  for (const { tags, part } of sampled(
    [
      ['SIGINT', ['compare', 'small.yaml', ...long, '--out', 'a']],
      ['SIGHUP', ['compare', 'small.yaml', '--policy', 'none', '--policy', 'hang.ts', ...long, '--json']],
      ['SIGTERM', ['headroom', 'small.yaml', ...long]],
      ['SIGTERM', ['verify', 'hang.ts']],
      ['SIGHUP', ['doctor', 'hang.ts']],
      ['SIGINT', ['import', 'k6', 'loop.js']],
    ] as const,
    3,
  )) {
    it.each(part)(
      '%s ends %j with 105, and leaves no process and no temporary file',
      { tags },
      async (signal, args) => {
        const { child, ended, temporary } = start([main, ...args]);
        await listening(child);
        // Somewhere in its work.
        await new Promise((done) => setTimeout(done, 300));
        child.kill(signal);
        const { code, stderr } = await ended;
        expect({ code, stderr }).toEqual({ code: 105, stderr: expect.stringMatching(/interrupted/) });
        expect(stderr).not.toMatch(/^\s+at |internal bug/m);
        expect(await leftOf(child.pid)).toEqual([]);
        expect(readdirSync(temporary)).toEqual([]);
        for (const folder of ['.', 'a'].map((name) => join(cwd, name)).filter((path) => existsSync(path))) {
          expect(readdirSync(folder).filter((name) => /\.tmp$|\.lock$/.test(name))).toEqual([]);
        }
      },
    );
  }

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)(
    '%s the second time ends the program at once, by that signal',
    async (signal) => {
      const url = (path: string) => JSON.stringify(join(root, 'dist/modules', path));
      const code = `
      const { Interruption } = await import(${url('cli/interruption.js')});
      const { untilEnd } = await import(${url('base/untilEnd.js')});
      const interruption = new Interruption(console.error);
      interruption.listen();
      untilEnd(() => console.log('taken away'));
      setInterval(() => {}, 1000);
      console.log('ready');
      interruption.signal.addEventListener('abort', () => console.log('asked'));
      await interruption.keeping(() => new Promise(() => {}));`;
      const { child, ended } = start(['--input-type=module', '-e', code]);
      await heardFrom(child, 'ready');
      child.kill(signal);
      await heardFrom(child, 'asked');
      child.kill(signal);
      const { stdout, ...rest } = await ended;
      expect(rest).toEqual({ code: null, signal, stderr: '' });
      expect(stdout).toContain('taken away');
    },
  );

  it('that kills verify leaves no process of a policy that never ends', async () => {
    const { child, ended } = start([main, 'verify', 'hang.ts', '--runtimes', 'node']);
    while (groupOf(child.pid).length < 2 && child.exitCode === null) await new Promise((done) => setTimeout(done, 20));
    child.kill('SIGKILL');
    await ended;
    expect(await leftOf(child.pid)).toEqual([]);
  });
});

function heardFrom({ stdout }: ChildProcess, word: string): Promise<void> {
  return new Promise((done) => {
    stdout?.on('data', (chunk: Buffer) => {
      if (chunk.toString().includes(word)) done();
    });
  });
}

describe('a reader of stdout that goes away', () => {
  it('ends the command without a word, with its own exit code and all it was to write', { tags: ['ci'] }, async () => {
    const { child, ended } = start([main, 'compare', 'small.yaml', '--runs', '2', '--json', '--out', 'early']);
    child.stdout?.destroy();
    const { code, stderr } = await ended;
    expect(code).toBe(0);
    expect(stderr).not.toMatch(/EPIPE|internal bug|^\s+at /m);
    resultSchema.parse(JSON.parse(readFileSync(join(cwd, 'early/report.json'), 'utf8')));
    expect(readFileSync(join(cwd, 'early/report.html'), 'utf8')).toMatch(/<\/html>\s*$/);
  });

  it('of stderr changes nothing', { tags: ['ci'] }, async () => {
    const { child, ended } = start([main, 'run', 'small.yaml', '--runs', '2', '--out', 'mute']);
    child.stderr?.destroy();
    const { code, stdout } = await ended;
    expect(code).toBe(0);
    expect(stdout).toContain('mute/report.json');
  });
});
