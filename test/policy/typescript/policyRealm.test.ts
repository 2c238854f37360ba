import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { runOnce } from '../../../src/engine/runOnce.js';
import { loadPolicy } from '../../../src/platforms/loadPolicy.js';
import { PolicyFault } from '../../../src/policy/policy.js';
import type { PolicySpec } from '../../../src/policy/policySpec.js';
import { bundleTypeScriptPolicy } from '../../../src/policy/typescript/bundleTypeScriptPolicy.js';
import { parseScenario } from '../../../src/scenario/load.js';
import { type Attack, attackFile, attacks } from '../attacks.js';
import { FakeHost, runPolicy } from '../fakeHost.js';

const scenario = parseScenario({
  name: 'small',
  duration: '1m',
  traffic: { users: { executor: 'constant-arrival-rate', rate: 5 } },
  requests: { page: { route: 'web', cpu: { lognormal: { mean: '20ms', cv: 2 } } } },
  services: { web: { instance: { vcpus: 1, startup: '5s' }, scaling: { min: 1, max: 9, initial: 2 } } },
});

async function specOf(attack: Attack): Promise<PolicySpec> {
  const code = await bundleTypeScriptPolicy({ path: 'p.ts', code: attackFile(attack) });
  return { kind: 'typescript', fileName: 'p.ts', path: 'p.ts', code, params: {} };
}

/** A run of this thread as text: its result, or the policy's fault. Anything else that is thrown is a fault of ours. */
function run(spec: PolicySpec, replication = 0): string {
  const bindings = { '*': spec };
  try {
    return JSON.stringify(runOnce({ scenario, scenarioFolder: '.', bindings, replication, detail: true }));
  } catch (thrown) {
    if (thrown instanceof PolicyFault) return `fault: ${thrown.message}`;
    throw thrown;
  }
}

describe('a policy in its realm', () => {
  let alone = '';
  let specs: readonly PolicySpec[] = [];
  beforeAll(async () => {
    alone = run({ kind: 'none' });
    specs = await Promise.all(attacks.map(specOf));
  });

  it.each(attacks.map((attack, index) => ({ ...attack, index })))('$name', ({ index, says }) => {
    const first = run(specs[index]);
    if (says === undefined) expect(first).not.toMatch(/^fault/);
    else expect(first).toMatch(says);
    expect(first).not.toMatch(/OUT|\n\s+at |node:internal/);
    expect(run(specs[index])).toBe(first);
    expect(run({ kind: 'none' })).toBe(alone);
  });

  it('gives the same whatever ran before it in the thread', { tags: ['ci'] }, () => {
    const fresh = specs.map((spec) => run(spec, 1));
    const order = fc.array(fc.nat({ max: specs.length - 1 }), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(order, (indexes) => {
        for (const index of indexes) expect(run(specs[index], 1)).toBe(fresh[index]);
        expect(run({ kind: 'none' })).toBe(alone);
      }),
      { numRuns: 10, seed: 1 },
    );
  });
});

/** What a policy prints in one decision. */
async function printed(body: string): Promise<string[]> {
  const spec = await specOf({ name: 'prints', body: `${body}; return 3` });
  const host = Object.assign(new FakeHost(), { startSeconds: 1_772_409_600 });
  const policy = loadPolicy(spec);
  if (policy !== undefined) runPolicy(policy, host, 15);
  return host.lines;
}

describe('what a policy sees of the machine', () => {
  it.each([
    ['new Date(2026, 2, 2, 9).toString()', 'Mon Mar 02 2026 09:00:00 GMT+0000 (Coordinated Universal Time)'],
    ['new Date().getHours() + " " + new Date(0).getTimezoneOffset()', '0 0'],
    ['new Date("2026-03-02T09:00").toISOString()', '2026-03-02T09:00:00.000Z'],
    ['new Date("2026-03-02T09:00+02:00").toISOString()', '2026-03-02T07:00:00.000Z'],
    ['new Date("March 2, 2026 09:00").toISOString()', '2026-03-02T09:00:00.000Z'],
    ['new Date("2026-03-02").getTime() - Date.parse("2026-03-02")', '0'],
    ['String(new Date(NaN)) + new Date("nonsense").getTime()', 'Invalid DateNaN'],
    ['new Date(2026, 0, 31).toLocaleDateString()', '1/31/2026'],
    ['(1234.5).toLocaleString() + (5n).toLocaleString("de")', '1,234.55'],
    ['Intl.DateTimeFormat().resolvedOptions().timeZone', 'UTC'],
    ['new Intl.NumberFormat().resolvedOptions().locale', 'en-US'],
    ['new Intl.DateTimeFormat().format()', '3/2/2026'],
    ['"i".toLocaleUpperCase() + ["b", "a"].sort((a, b) => a.localeCompare(b))', 'Ia,b'],
    ['Object.keys(process.env).length + process.platform + process.cwd()', '0linux/'],
    ['/policy:p\\.ts/.test(new Error("x").stack) && !/node:|dist|src\\//.test(new Error("x").stack)', 'true'],
    [
      '[Array.isArray(o.perInstance), [] instanceof Array, o.history("x", "1m") instanceof Array].join()',
      'true,true,true',
    ],
    ['JSON.stringify({ ...o.instances }).length > 20 && Object.getPrototypeOf(o) === Object.prototype', 'true'],
    ['structuredClone(new Map([[1, { a: new Date(5) }]])).get(1).a.getTime()', '5'],
    ['require("crypto").createHash("sha256").update("a").digest("hex").slice(0, 8)', 'ca978112'],
    ['require("path").join("a", "..", "b") + require("node:path").resolve("x")', 'b/x'],
    ['require("util").format("%s:%d", "a", 5)', 'a:5'],
    ['(() => { try { require("assert").strictEqual(1, 2) } catch (e) { return e.name } })()', 'AssertionError'],
    ['{ a: [1, new Map([[1, 2]])] }', '{ a: [ 1, Map(1) { 1 => 2 } ] }'],
  ])('%s', async (expression, text) => {
    expect(await printed(`console.log(${expression})`)).toEqual([text]);
  });
});
