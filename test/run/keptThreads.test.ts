import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { resolveCandidates } from '../../src/policy/candidates.js';
import type { Candidate } from '../../src/policy/policySpec.js';
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

/** Each wants more instances the more runs it finds to have been before it. */
const leavers: Readonly<Record<string, string>> = {
  variable: 'const w = globalThis; w.met = (w.met ?? 1) + 1; return w.met;',
  symbol: 'const w = globalThis; w[Symbol.for("met")] = (w[Symbol.for("met")] ?? 1) + 1; return w[Symbol.for("met")];',
  prototype: 'const p = Array.prototype; p.met = (p.met ?? 1) + 1; return p.met;',
  iterator: 'const p = Object.getPrototypeOf([].values()); p.met = (p.met ?? 1) + 1; return p.met;',
  constant: 'const n = Number; n.EXTRA = (n.EXTRA ?? 1) + 1; return n.EXTRA;',
  method:
    'const was = String.prototype.trim; const n = " ".trim().length + 2; String.prototype.trim = () => "x".repeat(n); return n;',
  clock: 'const n = Date.length; globalThis.Date = () => 0; return Math.min(n, 9);',
  frozen: 'const n = Object.isFrozen(Array.prototype) ? 5 : 2; Object.freeze(Array.prototype); return n;',
  promise: 'const w = globalThis; Promise.resolve().then(() => { w.met = 5; }); return w.met ?? 2;',
};

const run = async (workerFile: string, { bindings, name, source }: Candidate): Promise<CellOutcome> => {
  const pool = new CellPool({ workerCount: 1, workerFile });
  const label = { scenario: 'small', policy: name, source, seed: 1, replication: 0 };
  const task = { scenario, scenarioFolder: root, bindings, replication: 0, detail: true };
  try {
    const rest = { environment: undefined, eventsPath: undefined };
    return await pool.run({ ...task, ...rest }, label, new AbortController().signal).outcome;
  } finally {
    pool.close();
  }
};

const worker = join(root, 'dist/cli/worker.js');
/** The same file under another name: threads of its own. */
const freshWorker = (index: number) => `${root}/dist/${'./'.repeat(index + 1)}cli/worker.js`;

async function candidatesOf(bodies: Readonly<Record<string, string>>): Promise<Candidate[]> {
  const files = Object.entries(bodies).map(([name, body]) => [
    `${name}.ts`,
    `export default { decide() { ${body} } };`,
  ]);
  const { path, remove } = temporaryFolder(Object.fromEntries(files));
  const candidates = await resolveCandidates({ texts: files.map(([name]) => name), baseFolder: path });
  remove();
  return candidates;
}

describe('a thread that is kept', () => {
  let candidates: readonly Candidate[] = [];
  let fresh: readonly string[] = [];
  beforeAll(async () => {
    candidates = await candidatesOf(leavers);
    const found: string[] = [];
    // One after another: the machine may have one processor.
    for (const [index, candidate] of candidates.entries())
      found.push(JSON.stringify(await run(freshWorker(index), candidate)));
    fresh = found;
  });

  it('gives the bytes of a new one, whatever ran in it before', { tags: ['ci'] }, async () => {
    expect(fresh.every((outcome) => outcome.startsWith('{"type":"done"'))).toBe(true);
    const order = fc.array(fc.nat({ max: Object.keys(leavers).length - 1 }), { minLength: 2, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(order, async (indexes) => {
        for (const index of indexes) expect(JSON.stringify(await run(worker, candidates[index]))).toBe(fresh[index]);
      }),
      { numRuns: 8, seed: 1 },
    );
  });
});
