import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { importOptions } from '../../src/imports/k6/k6Importer.js';
import { parseScenario } from '../../src/scenario/load.js';
import { problemsOf } from './importText.js';

/** As if the script had been evaluated: without the sandbox, which has its own tests. */
async function run(text: string, functions = ['default']) {
  const options: unknown = new Function(`return ${text}`)();
  const evaluated = { options, exportNames: ['options', ...functions], text: '', functionNames: functions };
  return importOptions(evaluated, { file: 'script.js', text: `export const options = ${text};` }, undefined);
}
const trafficOf = async (options: string) => parse((await run(options)).text).traffic;

describe('the load at the top of the options', () => {
  const cases: [options: string, source: Record<string, unknown>][] = [
    ["{ vus: 5, duration: '5s' }", { executor: 'constant-vus', vus: 5, duration: '5s' }],
    ["{ duration: '5s' }", { executor: 'constant-vus', duration: '5s' }],
    ['{ duration: 90000 }', { executor: 'constant-vus', duration: '90s' }],
    ['{ vus: 2, iterations: 10 }', { executor: 'shared-iterations', vus: 2, iterations: 10 }],
    ["{ iterations: 10, duration: '1m' }", { executor: 'shared-iterations', iterations: 10, maxDuration: '1m' }],
    [
      "{ vus: 3, stages: [{ duration: '1m', target: 9 }] }",
      { executor: 'ramping-vus', startVUs: 3, stages: [{ duration: '1m', target: 9 }] },
    ],
    [
      "{ stages: [{ duration: '1m', target: '9' }] }",
      { executor: 'ramping-vus', stages: [{ duration: '1m', target: 9 }] },
    ],
    ["{ vus: '4', duration: '1m', iterations: null }", { executor: 'constant-vus', vus: 4, duration: '1m' }],
  ];

  it.each(cases)('is the scenario that k6 makes of it: %s', async (options, source) => {
    const { default: given } = await trafficOf(options);
    const { think: _think, ...fields } = given;
    const isBare = (text: unknown) => (text === '1m30s' ? '90s' : text);
    expect({ ...fields, ...('duration' in fields ? { duration: isBare(fields.duration) } : {}) }).toEqual(source);
  });

  it('lasts as long as k6 starts iterations', async () => {
    const options = `{ scenarios: { a: { executor: 'constant-vus', duration: '1m', startTime: '30s' }, b: { executor: 'per-vu-iterations', maxDuration: '2m' } } }`;
    expect(parse((await run(options)).text).duration).toBe('2m');
  });
});

describe('what cannot be followed is said', () => {
  it('options that change the traffic, and keys nobody knows', async () => {
    const { notes, text } = await run("{ vus: 1, duration: '1m', rps: 10, userAgent: 'x', treshholds: {} }");
    expect(notes.join('\n')).toMatch(/rps is not taken: .*requests a second/);
    expect(notes.join('\n')).toMatch(/treshholds is not taken.*did you mean thresholds/);
    expect(notes.join('\n')).not.toMatch(/userAgent/);
    expect(text).toMatch(/^# - option rps is not taken/m);
  });

  it('thresholds without a metric here, tags without a source', async () => {
    const thresholds =
      "{ http_req_failed: ['rate<0.01'], checks: ['rate>0.9'], 'http_req_duration{status:200}': ['p(95)<1'], http_req_duration: [{ threshold: 'p(99)<900', abortOnFail: true }, 'p(95)'] }";
    const { notes, text } = await run(`{ vus: 1, duration: '1m', thresholds: ${thresholds} }`);
    expect(parse(text).thresholds).toEqual({ http_req_failed: ['rate<0.01'], http_req_duration: ['p(99)<900'] });
    for (const said of [
      'threshold checks (rate>0.9) is not taken',
      'tag status:200',
      'abortOnFail',
      '"p(95)" is not a threshold',
    ])
      expect(notes.join('\n')).toContain(said);
  });

  it('thresholds of a tag go to the one source, or the class, that carries it', async () => {
    const scenario = (exec: string, kind: string) =>
      `{ executor: 'constant-vus', duration: '1m', exec: '${exec}', tags: { kind: '${kind}' } }`;
    const options = `{ scenarios: { a: ${scenario('x', 'read')}, b: ${scenario('x', 'read')}, c: ${scenario('y', 'write')} }, thresholds: { 'http_reqs{kind:read}': ['count>1'], 'http_reqs{kind:write}': ['count>1'], 'http_reqs{scenario:a}': ['count>1'] } }`;
    const { text } = await run(options, ['x', 'y']);
    expect(Object.keys(parse(text).thresholds)).toEqual([
      'http_reqs{class:x}',
      'http_reqs{source:c}',
      'http_reqs{source:a}',
    ]);
  });

  it('every placeholder is a guess among the assumptions', async () => {
    const scenario = parseScenario(parse((await run("{ vus: 1, duration: '1m' }")).text));
    expect(scenario.assumptions.map(({ path, basis }) => `${basis} ${path}`)).toEqual([
      'guess requests.default.cpu',
      'guess requests.default.io',
      'guess traffic.default.think',
      'guess services.web.instance.startup',
    ]);
  });

  it('a hostile text of a script cannot leave its comment', async () => {
    const { text } = await run(`{ vus: 1, duration: '1m', thresholds: { 'x\\nname: evil': ['count>1\\nseed: 7'] } }`);
    expect(parse(text)).toMatchObject({ name: 'script' });
    expect(parse(text).seed).toBeUndefined();
  });
});

describe('mistakes of a script', () => {
  const one = (fields: string) => `{ scenarios: { one: { ${fields} } } }`;
  const cases: [options: string, code: string, says: RegExp][] = [
    [one("executor: 'constnt-vus', duration: '1m'"), 'unknown-executor', /constant-vus/],
    [one("executor: 'externally-controlled'"), 'unknown-executor', /ramping-vus/],
    [one('vus: 1'), 'unknown-executor', /no executor/],
    [one("executor: 'constant-vus', durations: '1m', duration: '1m'"), 'unknown-key', /duration/],
    [one("executor: 'constant-vus'"), 'bad-value', /missing/],
    [one("executor: 'constant-vus', duration: 'soon'"), 'bad-value', /"soon"/],
    [one("executor: 'constant-vus', duration: '1m', vus: 1.5"), 'bad-value', /1.5/],
    [one("executor: 'constant-vus', duration: '1m', exec: 'brwse'"), 'unknown-exec', /not exported/],
    [one("executor: 'shared-iterations', vus: 10, iterations: 5"), 'bad-value', /fewer iterations/],
    [one("executor: 'constant-vus', duration: '100ms'"), 'bad-value', /1s/],
    [one("executor: 'ramping-vus', stages: []"), 'bad-value', /./],
    ["{ duration: '1m', stages: [{ duration: '1m', target: 1 }] }", 'conflicting-options', /duration.*stages/],
    ['{ thresholds: {} }', 'no-load', /no load/],
    [
      "{ scenarios: { b: { executor: 'constant-vus', duration: '1m', options: { browser: { type: 'chromium' } } } } }",
      'no-load',
      /browser/,
    ],
    ['[]', 'no-options', /list/],
    ['undefined', 'no-options', /no `options`/],
  ];

  it.each(cases)('are problems with a fix: %s', async (options, code, says) => {
    const problems = await problemsOf(run(options));
    expect(problems.map((problem) => problem.code)).toContain(code);
    expect(problems.find((problem) => problem.code === code)?.text).toMatch(says);
  });

  it('values that are no data', async () => {
    const [problem] = await problemsOf(run("{ vus: { '@notData': 'NaN' }, duration: '1m' }"));
    expect(problem).toMatchObject({ code: 'not-data', text: expect.stringMatching(/NaN.*--env/) });
  });

  it('come all at once, each with its line', async () => {
    const options =
      "{\n scenarios: {\n  a: {\n   executor: 'constant-vus', duration: 'x',\n  },\n  b: {\n   executor: 'nope',\n  },\n },\n}";
    expect((await problemsOf(run(options))).map(({ line }) => line)).toEqual([4, 7]);
  });
});

describe('more than anybody writes is refused', () => {
  const many = (count: number, item: string) => `[${Array.from({ length: count }, () => item).join()}]`;
  const cases: [name: string, options: string, says: RegExp][] = [
    [
      'scenarios',
      `{ scenarios: Object.fromEntries(${many(1001, '0')}.map((_, i) => [i, {}])) }`,
      /1001 keys; the limit is 1000/,
    ],
    ['stages', `{ stages: ${many(10_001, '1')} }`, /10001 items; the limit is 10000/],
    ['characters of a key', `{ ['x'.repeat(10001)]: 1 }`, /10001 characters in a key; the limit is 10000/],
    ['characters', `{ userAgent: 'x'.repeat(10001) }`, /10001 characters; the limit is 10000/],
    ['values', `{ a: ${many(60, many(1000, '0'))} }`, /more values; the limit is 50000/],
    ['levels', `{ a: JSON.parse('['.repeat(1e5) + ']'.repeat(1e5)) }`, /more levels; the limit is 50/],
  ];

  it.each(cases)('%s', async (_name, options, says) => {
    const [problem] = await problemsOf(run(options));
    expect(problem.code).toBe('too-large');
    expect(problem.text).toMatch(says);
  });

  it('a thousand mistakes are told as fifty', async () => {
    const wrong =
      "{ scenarios: Object.fromEntries([...Array(1000).keys()].map((i) => ['s' + i, { executor: 'no' }])) }";
    expect(await problemsOf(run(wrong))).toHaveLength(50);
  });

  it('a thousand scenarios are an import', async () => {
    const fields = "{ executor: 'constant-vus', vus: 1, duration: '1s' }";
    const right = `{ scenarios: Object.fromEntries([...Array(1000).keys()].map((i) => ['s' + i, ${fields}])) }`;
    expect(Object.keys(await trafficOf(right))).toHaveLength(1000);
  });
});
