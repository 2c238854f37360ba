import { join } from 'node:path';
import fc from 'fast-check';
import { expect } from 'vitest';
import { resolveCandidates } from '../../../src/policy/candidates.js';
import type { Candidate } from '../../../src/policy/policySpec.js';
import { CellPool } from '../../../src/run/cellPool.js';
import type { CellOutcome } from '../../../src/run/cellTask.js';
import { parseScenario } from '../../../src/scenario/load.js';
import { root } from '../../support/runCli.js';
import { scriptTexts } from '../corpus.js';
import { expectPlain, mistakesIn } from '../expectPlain.js';
import { expectSoundRun } from '../expectSoundRun.js';
import { FuzzFolder } from '../fuzzFolder.js';
import { fuzzKind } from '../fuzzKind.js';
import { bytesOf, type Mutated, mutatedBytes, shownBytes } from '../mutateBytes.js';

const folder = new FuzzFolder();
const scenario = parseScenario({
  name: 'small',
  duration: '2m',
  traffic: { users: { executor: 'constant-arrival-rate', rate: 5 } },
  requests: { page: { route: 'web', io: { lognormal: { mean: '100ms', cv: 1 } } } },
  services: { web: { instance: { concurrency: 4, startup: '5s' }, scaling: { min: 1, max: 9, initial: 2 } } },
});

/** What a policy may do beside deciding; `pastable` anywhere among statements. */
const deeds: readonly string[] = [
  'Math.random = () => 0.5;',
  'Math.exp = Math.log = () => 0;',
  'JSON.stringify = () => "x";',
  'JSON.parse = undefined;',
  'Array.prototype.map = function () { return []; };',
  'Array.prototype[Symbol.iterator] = function* () {};',
  'Object.prototype.desired = 3;',
  'Object.defineProperty(Object.prototype, "x", { get() { throw 1; } });',
  'Number.prototype.toFixed = () => "7";',
  'Function.prototype.call = () => 9;',
  'Map.prototype.get = () => 1;',
  'Date.now = () => NaN;',
  'globalThis.met = (globalThis.met ?? 0) + 1;',
  'globalThis.setTimeout = () => 0;',
  'delete globalThis.performance;',
  'Promise.reject(new Error("left behind"));',
  'setTimeout(() => { throw 1; }, 0);',
  'setInterval(() => {}, 1);',
  'queueMicrotask(() => { throw null; });',
  'throw null;',
  'throw { toString() { throw 1; } };',
  'throw Object.create(null);',
  'throw Object.defineProperty(new Error("x"), "stack", { get() { throw 2; } });',
  'return { get desired() { throw new Error("got"); } };',
  'return new Proxy({}, { get() { throw 3; } });',
  'return { desired: 3n };',
  'return { desired: Symbol("x") };',
  'return { desired: 2, reason: { toString() { return "x".repeat(1e6); } } };',
  'return () => 3;',
  'return Promise.resolve(3);',
  'return new Promise(() => {});',
  'return [3];',
  'return NaN;',
  'return "3";',
  'return 1e308;',
  'return -0.2;',
  'process.exit(0);',
  'process.exitCode = 3;',
  'process.kill(process.pid, 0);',
  'require("fs");',
  'import("fs");',
  'eval("globalThis.y = 1");',
  'new Function("return process")().exit(4);',
  'Object.freeze(Object.prototype);',
  'Object.freeze(globalThis);',
  'Reflect.ownKeys = () => [];',
  'Error.prepareStackTrace = () => { throw 4; };',
  'Error.stackTraceLimit = 0;',
  'structuredClone = undefined;',
  'console.log("::error::x\\u001b[31m");',
  'console.log = null;',
  '(function f() { f(); })();',
  'const a = []; a.length = 2 ** 32 - 1; a.join("x".repeat(9));',
];

const wrappers: readonly ((deed: string) => string)[] = [
  (deed) =>
    `${deed.replace(/^return/, 'void')}\nexport default { every: "15s", decide: (o) => o.instances.ready + 1 };\n`,
  (deed) => `export default { every: "15s", decide(o, c) { ${deed}\nreturn o.instances.ready + 1; } };\n`,
  (deed) => `export function decide(o) { try { ${deed} } catch {} return 3; }\n`,
  (deed) => `export default { get decide() { ${deed} return () => 2; } };\n`,
  (deed) => `export default { params: { get x() { ${deed} return 1; } }, decide: () => 2 };\n`,
  (deed) => `export default class { static decide() { ${deed} return 2; } }\n`,
];

const written: Readonly<Record<string, string>> = Object.fromEntries(
  deeds.flatMap((deed, index) =>
    wrappers.map((wrap, nth) => [`deed ${index} in ${nth}.${nth % 2 === 0 ? 'ts' : 'mjs'}`, wrap(deed)]),
  ),
);

const policy: fc.Arbitrary<Mutated> = fc.oneof(
  mutatedBytes(scriptTexts),
  fc.constantFrom(...Object.entries(written)).map(([name, text]) => ({ name, bytes: text })),
  mutatedBytes(written, 2),
);

const workerFile = join(root, 'dist/cli/worker.js');

async function candidateOf(name: string, content: string | Uint8Array): Promise<Candidate> {
  folder.write(name, content);
  const [candidate] = await resolveCandidates({ texts: [name], baseFolder: folder.path });
  return candidate;
}

/** In a thread that is kept from one to the next. */
async function run({ bindings, name, source }: Candidate): Promise<CellOutcome> {
  const pool = new CellPool({ workerCount: 1, workerFile });
  const label = { scenario: 'small', policy: name, source, seed: 1, replication: 0 };
  const task = { scenario, scenarioFolder: root, bindings, replication: 0, detail: true };
  try {
    const rest = { environment: undefined, eventsPath: undefined };
    return await pool.run({ ...task, ...rest }, label, new AbortController().signal).outcome;
  } finally {
    pool.close();
  }
}

const honestCode = `let n = 0;
export default { every: '15s', decide(o) {
  n += [1, 2, 3].map((x) => x + Math.round(Math.exp(0))).length;
  return { desired: 1 + (n % 4), reason: JSON.stringify({ n, met: typeof globalThis.met, x: ({}).x ?? null }) };
} };`;
let honest: { readonly candidate: Candidate; readonly alone: CellOutcome } | undefined;
let counter = 0;

async function expectNothingLeft(): Promise<void> {
  if (honest === undefined) return;
  expect(await run(honest.candidate)).toEqual(honest.alone);
}

export const scriptPolicies = fuzzKind<Mutated>({
  name: 'TypeScript policies',
  weight: 4,
  fewCount: 1,
  arbitrary: policy,
  show: shownBytes,
  async check(mutated) {
    if (honest === undefined) {
      const candidate = await candidateOf('honest.ts', honestCode);
      honest = { candidate, alone: await run(candidate) };
      expect(honest.alone.type).toBe('done');
    }
    try {
      const name = `policy.${/mjs$/.test(mutated.name) ? 'mjs' : 'ts'}`;
      const outcome = await run(await candidateOf(name, bytesOf(mutated)));
      expect(['done', 'failed'], JSON.stringify(outcome).slice(0, 2000)).toContain(outcome.type);
      if (outcome.type === 'done') expectSoundRun(outcome.result, scenario);
      if (outcome.type === 'failed') expect(outcome.failure.message).not.toMatch(/^\s+at .*:\d+:\d+\)?$/m);
    } catch (thrown) {
      expectPlain(mistakesIn(thrown), mutated.bytes);
    }
    if (++counter % 3 === 0) await expectNothingLeft();
  },
  end: () => folder.remove(),
});
