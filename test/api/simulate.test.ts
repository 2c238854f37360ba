import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Problem } from '../../src/index.js';
import { json } from '../../src/report/json.js';
import type { ResultDocument } from '../../src/results/results.js';
import { callCli } from '../support/callCli.js';
import { smallScenario, temporaryFolder } from '../support/runCli.js';
import { dryscale } from './built.js';
import { sampleScenario } from './sampleScenario.js';

const { simulate, compare, definePolicy, hasResults, ProblemError, PolicyFault } = dryscale;

// Worker threads start anew for each call.

const luaText =
  'return { params = { target = 3 }, decide = function(o, c) return { desired = c.params.target, reason = "fixed" } end }';
const files = {
  'small.yaml': smallScenario,
  'fixed.lua': luaText,
  'bad.lua': 'return { decide = function(o) if o.time > 60 then return -3 end end }',
  'shop.ts': `import { defineScenario } from 'dryscale';\nexport default defineScenario(${JSON.stringify(sampleScenario)});\n`,
};

let cwd = '';
let remove = (): void => {};
beforeAll(() => {
  ({ path: cwd, remove } = temporaryFolder(files));
});
afterAll(() => remove());

const at = (name: string): string => join(cwd, name);

/** The problems a call ends with; an empty list when it does not. */
async function problemsOf(call: Promise<unknown>): Promise<readonly Problem[]> {
  const thrown = await call.then(
    () => undefined,
    (error: unknown) => error,
  );
  expect(thrown).toBeInstanceOf(ProblemError);
  return thrown instanceof ProblemError ? thrown.problems : [];
}

const rendered = (scenarios: ResultDocument['scenarios']): string => {
  const document: ResultDocument = { format: 'dryscale-result/1', version: '', scenarios };
  return json.render(document, { color: false, unicode: true, verbose: false });
};

describe('simulate and compare', () => {
  it('give the bytes of the command line for the same files', { tags: ['ci'] }, async () => {
    const args = ['small.yaml', '--policy', 'static:3', '--policy', 'fixed.lua?target=4', '--runs', '3', '--json'];
    const { stdout } = await callCli(['compare', ...args, '--seed', '7', '--out', 'reports'], { cwd });
    // safe: printed by our own command line.
    const { scenarios } = JSON.parse(stdout) as ResultDocument;
    const options = { runs: 3, seed: 7, workers: 2 };
    const result = await compare(at('small.yaml'), ['static:3', `${at('fixed.lua')}?target=4`], options);
    expect(rendered([result])).toBe(rendered(scenarios));
    const alone = await simulate(at('small.yaml'), 'static:3', options);
    expect(alone).toEqual(scenarios[0].policies[0]);
  });

  it('give the same for a file and for the object in it', async () => {
    const ofFile = await simulate(at('shop.ts'), 'static:3', { runs: 2 });
    const ofObject = await simulate(sampleScenario, 'static:3', { runs: 2 });
    expect(ofObject).toEqual(ofFile);
  });

  it('give the same figures for a policy as an object and as a file, beside each other', { tags: ['ci'] }, async () => {
    const fixed = definePolicy({
      name: 'inline-fixed',
      params: { target: 3 },
      decide: (_, { params }) => ({ desired: params.target, reason: 'fixed' }),
    });
    const { policies, comparisons } = await compare(sampleScenario, [at('fixed.lua'), fixed], { runs: 3 });
    const [ofFile, ofObject] = policies.filter(hasResults);
    expect(policies.map(({ name }) => name)).toEqual(['fixed', 'inline-fixed']);
    expect(ofObject.source).toBe('inline');
    expect(ofObject.replications).toEqual(ofFile.replications);
    expect(ofObject.decisions).toEqual(ofFile.decisions);
    expect(ofObject.measures.actions_clamped).toBeDefined();
    expect(comparisons.every(({ a, b }) => a === 'fixed' && b === 'inline-fixed')).toBe(true);
    expect(comparisons.find(({ measure }) => measure === 'cost_usd')).toMatchObject({ difference: 0 });
  });

  it('draw a file run by one worker and by four alike', async () => {
    const one = await simulate(sampleScenario, at('fixed.lua'), { runs: 4, workers: 1 });
    expect(await simulate(sampleScenario, at('fixed.lua'), { runs: 4, workers: 4 })).toEqual(one);
  });

  it('take the policies of the scenario when none is given, simulate the first of them', async () => {
    const scenario = { ...sampleScenario, policies: ['static:2', 'static:3'] };
    const { policies } = await compare(scenario, undefined, { runs: 1 });
    expect(policies.map(({ name }) => name)).toEqual(['static:2', 'static:3']);
    expect((await simulate(scenario, undefined, { runs: 1 })).name).toBe('static:2');
    expect((await simulate(sampleScenario, undefined, { runs: 1 })).name).toBe('none');
  });

  it('compares several scenarios in their order, each against the reference', async () => {
    const other = { ...sampleScenario, name: 'other' };
    const results = await compare([sampleScenario, other], ['static:2', 'static:3'], {
      runs: 2,
      reference: 'static:3',
    });
    expect(results.map(({ name }) => name)).toEqual(['small', 'other']);
    expect(results[1].comparisons[0]).toMatchObject({ a: 'static:3', b: 'static:2' });
  });

  it('hands the environment to an inline policy and keeps its state for one run only', async () => {
    const seen: unknown[] = [];
    const policy = definePolicy({
      name: 'counting',
      every: '1m',
      decide({ context }, { state }) {
        state.count = Number(state.count ?? 0) + 1;
        seen.push([context.environment, state.count]);
      },
    });
    await simulate({ ...sampleScenario, duration: '2m30s' }, policy, { runs: 2, environment: 'staging' });
    expect(seen).toEqual([
      ['staging', 1],
      ['staging', 2],
      ['staging', 1],
      ['staging', 2],
    ]);
  });

  it('reads traces of a scenario object beside its folder', async () => {
    writeFileSync(at('counts.txt'), `${'10 '.repeat(60)}\n`);
    const traffic = { users: { executor: 'trace' as const, file: 'counts.txt' } };
    const result = await simulate({ ...sampleScenario, duration: '1m', traffic }, 'none', { runs: 2, folder: cwd });
    expect(result.measures.requests_offered.mean).toBeGreaterThan(400);
  });
});

describe('what should be known and need not be mended', () => {
  it('is handed over with the path of its key, and printed by Node where nobody takes it', async () => {
    const late = {
      ...sampleScenario.traffic,
      late: { executor: 'constant-arrival-rate', rate: 1, startTime: '1h' } as const,
    };
    const idle = { name: 'idle', decide: () => {} };
    const scenario = { ...sampleScenario, traffic: late };
    const warnings: Problem[] = [];
    await simulate(scenario, idle, { runs: 1, onWarning: (warning) => warnings.push(warning) });
    expect(warnings.map(({ code, where }) => [code, where.path])).toEqual([
      ['starts-too-late', 'traffic.late.startTime'],
    ]);
    const emitWarning = vi.spyOn(process, 'emitWarning').mockImplementation(() => {});
    await simulate(scenario, idle, { runs: 1 });
    expect(emitWarning.mock.calls.map(([text]) => text)).toEqual([
      expect.stringContaining('traffic.late.startTime is 1h'),
    ]);
    emitWarning.mockRestore();
  });
});

describe('a policy that fails', () => {
  const failing = definePolicy({
    name: 'failing',
    decide({ time }) {
      if (time > 60) throw new RangeError('no such instance');
    },
  });

  it('makes simulate throw a PolicyFault with the time and what was thrown', async () => {
    const thrown = await simulate(sampleScenario, failing, { runs: 2 }).catch((error: unknown) => error);
    expect(thrown).toBeInstanceOf(PolicyFault);
    expect(thrown).toMatchObject({
      kind: 'runtime',
      timeSeconds: 75,
      message: 'failing: RangeError: no such instance (virtual time 75 s)',
    });
    expect(thrown).toHaveProperty('cause', new RangeError('no such instance'));
    await expect(simulate(sampleScenario, at('bad.lua'), { runs: 2 })).rejects.toMatchObject({ kind: 'value' });
  });

  it('leaves the others of a comparison their results', async () => {
    const { policies } = await compare(sampleScenario, ['none', failing, at('bad.lua')], { runs: 2 });
    expect(policies.map((policy) => (hasResults(policy) ? 'ran' : policy.failure.kind))).toEqual([
      'ran',
      'runtime',
      'value',
    ]);
  });

  it.each([
    ['a decision that is none', { name: 'text', decide: (): string => 'three' }, /text/],
    ['a promise', { name: 'later', decide: async (): Promise<number> => 3 }, /later/],
    ['a period that is none', { name: 'period', every: 'soon', decide: (): number => 3 }, /soon/],
  ])('is one with %s', async (_, policy, words) => {
    // safe: what a user of plain JavaScript may give.
    const call = simulate(sampleScenario, policy as unknown as Parameters<typeof simulate>[1], { runs: 1 });
    await expect(call).rejects.toThrow(words);
    await expect(call).rejects.toBeInstanceOf(PolicyFault);
  });
});

describe('what is wrong is said at once, with its place', () => {
  it('names every problem of a scenario object', async () => {
    const scenario = { ...sampleScenario, duration: '5', wramup: '1m' };
    const problems = await problemsOf(simulate(scenario, 'none'));
    expect(problems.map(({ code, where }) => [code, where.path])).toEqual(
      expect.arrayContaining([
        ['bad-duration', 'duration'],
        ['unknown-key', 'wramup'],
      ]),
    );
    expect(problems.find(({ code }) => code === 'unknown-key')?.fix).toContain('warmup');
  });

  it.each([
    ['a missing file', () => simulate('nope.yaml', 'none'), 'not-found', 'nope.yaml'],
    ['a missing policy', () => simulate(sampleScenario, 'nope.lua'), 'policy-not-found', 'nope.lua'],
    ['a sweep', () => simulate(sampleScenario, `${at('fixed.lua')}?target=1,2`), 'too-many-policies', 'compare'],
    ['two of a name', () => compare(sampleScenario, ['none', 'none']), 'double-policy', 'none'],
    [
      'a reference that is none',
      () => compare(sampleScenario, ['none'], { reference: 'nona' }),
      'unknown-name',
      'none',
    ],
    ['no policy', () => compare(sampleScenario, []), 'no-policy', 'empty'],
    ['a number of runs out of range', () => simulate(sampleScenario, 'none', { runs: 0 }), 'bad-option', 'runs'],
    [
      'a threshold that is none',
      () => simulate({ ...sampleScenario, thresholds: { http_req_fail: 'rate<1' } }, 'none'),
      'unknown-metric',
      'http_req_failed',
    ],
  ])('refuses %s', async (_, call, code, word) => {
    const [problem, ...others] = await problemsOf(call());
    expect(others).toEqual([]);
    expect(problem.code).toBe(code);
    expect(JSON.stringify(problem)).toContain(word);
  });

  it.each([
    ['an option with a typo', 'none', { rnus: 3 }, 'unknown-option', 'runs'],
    ['a policy without decide', { name: 'x' }, {}, 'bad-policy', 'decide'],
    ['no policy but null', null, {}, 'bad-policy', 'null'],
  ])('refuses %s from JavaScript', async (_, policy, options, code, word) => {
    // safe: what a user of plain JavaScript may give.
    const call = simulate as unknown as (...args: unknown[]) => Promise<unknown>;
    const [problem] = await problemsOf(call(sampleScenario, policy, options));
    expect(problem.code).toBe(code);
    expect(JSON.stringify(problem)).toContain(word);
  });
});
