import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { resolveCandidates } from '../../src/policy/candidates.js';
import { CellPool } from '../../src/run/cellPool.js';
import type { CellOutcome } from '../../src/run/cellTask.js';
import { parseScenario } from '../../src/scenario/load.js';
import { root, temporaryFolder } from '../support/runCli.js';

const scenario = parseScenario({
  name: 'small',
  duration: '1m',
  traffic: { users: { executor: 'constant-arrival-rate', rate: 5 } },
  requests: { page: { route: 'web', io: '100ms' } },
  services: { web: { instance: { concurrency: 4 }, scaling: { min: 1, max: 9, initial: 2 } } },
});

const bodies = {
  fine: 'return 3',
  floats: 'const a = []; for (;;) a.push(1.5)',
  buffers: 'const a = []; for (;;) a.push(new Uint8Array(1e8).fill(1))',
  later: 'const a = (c.state.list ??= []); for (let i = 0; i < 2e7; i++) a.push(1.5); return 3',
  rejected: 'Promise.reject(new Proxy({}, { get() { throw 1 } })); return 3',
  waits: 'for (;;);',
} as const;

const folder = temporaryFolder({
  'fine.lua': 'return { decide = function() return 3 end }',
  ...Object.fromEntries(
    Object.entries(bodies).map(([name, body]) => [`${name}.ts`, `export default { decide(o, c) { ${body} } };`]),
  ),
});
afterAll(() => folder.remove());
const workerFile = join(root, 'dist/cli/worker.js');

function run(name: keyof typeof bodies, whileRunning?: () => Promise<void>): Promise<CellOutcome> {
  return runFile(`${name}.ts`, { whileRunning });
}

interface RunOptions {
  readonly isTogether?: boolean;
  readonly whileRunning?: (() => Promise<void>) | undefined;
}

async function runFile(source: string, { isTogether = false, whileRunning }: RunOptions): Promise<CellOutcome> {
  const pool = new CellPool({ workerCount: 1, workerFile, isTogether });
  const [{ name, bindings }] = await resolveCandidates({ texts: [source], baseFolder: folder.path });
  const label = { scenario: 'small', policy: name, source, seed: 1, replication: 0 };
  const task = { scenario, scenarioFolder: root, bindings, replication: 0, detail: false };
  try {
    const rest = { environment: undefined, eventsPath: undefined };
    const { outcome } = pool.run({ ...task, ...rest }, label, new AbortController().signal);
    await whileRunning?.();
    return await outcome;
  } finally {
    pool.close();
  }
}

/** The processes of runs that this process has started. */
function processes(): number[] {
  return readdirSync('/proc').flatMap((name) => {
    try {
      const isOurs = readFileSync(`/proc/${name}/stat`, 'utf8')
        .replace(/^.*\) . /s, '')
        .startsWith(`${process.pid} `);
      return isOurs && readFileSync(`/proc/${name}/cmdline`, 'utf8').includes('cellProcess') ? [Number(name)] : [];
    } catch {
      // No process, or one that has just ended.
      return [];
    }
  });
}

describe('a policy of JavaScript, in a process of its own', () => {
  it.each(['floats', 'buffers', 'later'] as const)(
    'that fills the memory (%s) fails alone',
    {
      tags: ['ci'],
    },
    async (name) => {
      expect(await run(name)).toMatchObject({
        type: 'failed',
        failure: {
          kind: 'memory',
          message: expect.stringMatching(new RegExp(`^${name}\\.ts: out of memory at virtual`)),
        },
      });
      expect((await run('fine')).type).toBe('done');
    },
  );

  it('that leaves a rejected promise is told of it', async () => {
    const failure = { kind: 'crash', message: expect.stringContaining('a promise that was rejected') };
    expect(await run('rejected')).toMatchObject({ type: 'failed', failure });
  });

  it.skipIf(process.platform !== 'linux')('whose process is killed fails alone, named by its run', async () => {
    const outcome = await run('waits', async () => {
      while (processes().length === 0) await new Promise((done) => setTimeout(done, 50));
      await new Promise((done) => setTimeout(done, 300));
      for (const pid of processes()) process.kill(pid, 'SIGKILL');
    });
    const message = expect.stringMatching(
      /^waits\.ts: the process ended by SIGKILL .*policy waits, scenario small, seed 1/,
    );
    expect(outcome).toMatchObject({ type: 'failed', failure: { kind: 'crash', message } });
    expect((await run('fine')).type).toBe('done');
  });

  it('gives its process back when it has ended well, and no other way', async () => {
    await run('fine');
    await run('fine');
    expect(process.platform !== 'linux' || processes().length === 1).toBe(true);
  });
});

describe('a policy of Lua', () => {
  it.skipIf(process.platform !== 'linux')(
    'has a process where those beside it need one, and the same answer',
    async () => {
      for (const pid of processes()) process.kill(pid, 'SIGKILL');
      while (processes().length > 0) await new Promise((done) => setTimeout(done, 50));
      const alone = await runFile('fine.lua', {});
      expect(processes()).toEqual([]);
      const beside = await runFile('fine.lua', { isTogether: true });
      expect(processes()).toHaveLength(1);
      expect(alone.type).toBe('done');
      expect(beside).toEqual(alone);
    },
  );
});
