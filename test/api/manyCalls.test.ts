import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, temporaryFolder } from '../support/runCli.js';

/** A process that ends a thread for each call aborted once in about 700. */
const callCount = process.env.DRYSCALE_LONG === undefined ? 200 : 1000;

const scenario = `{
  name: 'small', duration: '1m',
  traffic: { users: { executor: 'constant-arrival-rate', rate: 5 } },
  requests: { page: { route: 'web', io: '100ms' } },
  services: { web: { instance: { concurrency: 4 }, scaling: { min: 1, max: 5, initial: 2 } } },
}`;

let folder = { path: '', remove: (): void => {} };
beforeAll(() => {
  folder = temporaryFolder({
    'steady.ts': 'export default { every: "15s", decide: () => 3 };',
    'loop.ts': 'export default { every: "15s", decide: () => { for (;;); } };',
    // Wants one more whenever it meets what an earlier run left behind.
    'leaver.ts': `
      const world = globalThis as { met?: number };
      export default { every: "15s", decide: () => {
        const wish = world.met === undefined ? 2 : 3;
        Promise.resolve().then(() => { world.met = 1; Object.freeze(Array.prototype); });
        return wish;
      } };`,
  });
});
afterAll(() => folder.remove());

/** Runs a program that has `simulate` in a process of its own. */
function program(text: string): { readonly status: number | null; readonly stdout: string; readonly stderr: string } {
  const code = `
    import { simulate } from ${JSON.stringify(join(root, 'dist/index.js'))};
    const scenario = ${scenario};
    ${text}`;
  return spawnSync(process.execPath, ['--input-type=module', '--eval', code], { cwd: folder.path, encoding: 'utf8' });
}

describe('simulate in a loop', () => {
  it(`ends well after ${callCount} calls, each with the same numbers, in little processor time`, {
    tags: ['ci'],
  }, () => {
    const { status, stdout, stderr } = program(`
      const texts = new Set();
      for (let call = 0; call < ${callCount}; call++) {
        texts.add(JSON.stringify(await simulate(scenario, 'steady.ts', { runs: 2 })));
      }
      const { user, system } = process.cpuUsage();
      console.log(texts.size, (user + system) / 1e6 / ${callCount});`);
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    const [differentCount, cpuSeconds] = stdout.split(' ').map(Number);
    expect(differentCount).toBe(1);
    // 0.05 s measured; a thread a call took 0.6 to 1.
    expect(cpuSeconds).toBeLessThan(0.3);
  });

  it('twenty short calls, the first one too, take a tenth of what one thread takes to start', { tags: ['ci'] }, () => {
    const { status, stdout } = program(`
      const before = process.cpuUsage();
      for (let call = 0; call < 20; call++) await simulate(scenario, 'static:3', { runs: 5 });
      const { user, system } = process.cpuUsage(before);
      console.log((user + system) / 1e6 / 20);`);
    expect(status).toBe(0);
    // 0.02 s measured; with two threads 0.1, and more with more cores.
    expect(Number(stdout)).toBeLessThan(0.1);
  });

  it('several at once share the threads and give the same', { tags: ['ci'] }, () => {
    const { status, stdout } = program(`
      const calls = Array.from({ length: 30 }, () => simulate(scenario, 'steady.ts', { runs: 3, workers: 4 }));
      console.log(new Set((await Promise.all(calls)).map((result) => JSON.stringify(result))).size);`);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '1\n' });
  });

  it('a policy that hangs ends its own thread only; later calls get another', { tags: ['ci'] }, () => {
    const { status, stdout } = program(`
      const [bad, good] = await Promise.allSettled([
        simulate(scenario, 'loop.ts', { runs: 1, workers: 2 }),
        simulate(scenario, 'steady.ts', { runs: 1, workers: 2 }),
      ]);
      const later = await simulate(scenario, 'steady.ts', { runs: 1, workers: 1 });
      console.log(bad.reason?.kind, good.status, later.replications.length);`);
    expect({ status, stdout }).toEqual({ status: 0, stdout: 'time-limit fulfilled 1\n' });
  });

  it('what a policy leaves behind, a variable or a frozen prototype, never meets a later run', { tags: ['ci'] }, () => {
    const { status, stdout } = program(`
      const costs = new Set();
      for (let call = 0; call < 10; call++) {
        const { measures } = await simulate(scenario, 'leaver.ts', { runs: 2, workers: 1 });
        costs.add(measures.instances_mean.mean);
      }
      console.log(costs.size);`);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '1\n' });
  });
});
