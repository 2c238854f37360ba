import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/base/problem.js';
import { chosenRun, chosenRuns } from '../../src/results/chosenRuns.js';
import { oneOf, partOf, partsOf, plainName } from '../../src/results/partName.js';
import { readDocument } from '../../src/results/readDocument.js';
import type { ResultDocument, ScenarioResult } from '../../src/results/results.js';
import { sampledStep } from '../../src/results/sampledStep.js';
import { samplePolicy, sampleScenario } from '../support/samplePolicy.js';

const policy = (name: string) => samplePolicy(name, [{ cost_usd: 1 }]);
const failed = (name: string) =>
  ({ name, failure: { kind: 'policy', message: 'it threw' } }) as ScenarioResult['policies'][number]; // safe: told by what it lacks
const documentOf = (...scenarios: readonly ScenarioResult['policies'][]): ResultDocument => ({
  format: 'dryscale-result/1',
  version: '0.1.0',
  scenarios: scenarios.map((policies, index) => ({
    ...sampleScenario([policy('x')]),
    name: `s${index}`,
    policies,
    comparisons: [],
  })),
});
const namesOf = (document: ResultDocument, ...wanted: string[]) =>
  chosenRuns(document, wanted).map(({ scenario, policy: { name } }) => `${name} in ${scenario.name}`);

function problemOf(ask: () => unknown) {
  try {
    ask();
  } catch (thrown) {
    if (thrown instanceof ProblemError) return { ...thrown.problems[0], exitCode: thrown.exitCode };
  }
  throw new Error('it was not refused');
}

describe('the runs that --policy names', () => {
  const two = documentOf([policy('a'), policy('b')], [policy('b'), failed('c')]);

  it('are those of the name in every scenario, in the order of the document', () => {
    expect(namesOf(two, 'b')).toEqual(['b in s0', 'b in s1']);
    expect(namesOf(two, 'b', 'a')).toEqual(['a in s0', 'b in s0', 'b in s1']);
    expect(namesOf(documentOf([policy('a')], [policy('a'), failed('b')]))).toEqual(['a in s0', 'a in s1']);
  });

  it('are not those that failed or that nobody knows', () => {
    expect(problemOf(() => chosenRuns(two, ['a', 'c']))).toMatchObject({
      code: 'unknown-name',
      exitCode: 2,
      what: '--policy: "c" is unknown',
    });
  });

  it('must be named where there are several', () => {
    expect(problemOf(() => chosenRuns(two, []))).toMatchObject({
      code: 'which-policy',
      exitCode: 2,
      where: { path: '--policy' },
      what: 'the result has 2 policies',
      why: 'Each decided for itself.',
      fix: 'name one: --policy a. Known: a, b.',
    });
    expect(problemOf(() => chosenRuns(documentOf([failed('a')]), []))).toMatchObject({
      what: 'the result has 0 policies',
      why: 'None ran to its end.',
      fix: 'run it again.',
    });
  });

  it('are one where a file holds one', () => {
    expect(chosenRun(two, ['a']).policy.name).toBe('a');
    expect(problemOf(() => chosenRun(two, ['b']))).toMatchObject({
      code: 'several-runs',
      exitCode: 2,
      where: {},
      what: 'the result has 2 of them: b in s0, b in s1',
    });
  });
});

describe('a report that is read again', () => {
  const whole = documentOf([policy('a')]);
  const read = (text: string) => readDocument(text, 'report.json');

  it('is what was written', () => {
    expect(read(JSON.stringify(whole))).toEqual(whole);
  });

  it.each([
    ['{"format":', 'damaged-report', 'is not JSON'],
    ['null', 'wrong-format', 'is not a report of dryscale'],
    ['7', 'wrong-format', 'is not a report of dryscale'],
    ['[]', 'wrong-format', 'is not a report of dryscale'],
    ['{"format":"dryscale-result/9"}', 'wrong-format', 'has the format "dryscale-result/9"'],
    [`{"format":"${'x'.repeat(200)}"}`, 'wrong-format', `has the format "${'x'.repeat(79)}`],
    ['{"format":"dryscale-result/1"}', 'damaged-report', 'is damaged: version '],
    [
      '{"format":"dryscale-result/1","version":"1","scenarios":[{}]}',
      'damaged-report',
      'is damaged: scenarios.0.name ',
    ],
  ])('is refused with the place and the file: %s', (text, code, what) => {
    const found = read(text);
    expect(found).toMatchObject({ code, where: { file: 'report.json' } });
    expect('what' in found && found.what.startsWith(what)).toBe(true);
    if (text.length > 200) expect('what' in found && found.what).toBe(what);
  });
});

describe('the name of a measure', () => {
  it('says of what part it is', () => {
    expect(partOf('services.web.cost_usd')).toEqual({ kind: 'services', name: 'web' });
    expect(partOf('consumers.team-a.ttft_p95_ms')).toEqual({ kind: 'consumers', name: 'team-a' });
    expect(partOf('classes.chat.cost_usd')).toEqual({ kind: 'classes', name: 'chat' });
    for (const name of [
      'cost_usd',
      'services.web',
      'services..cost_usd',
      'regions.eu.cost_usd',
      'x.services.web.cost_usd',
    ])
      expect(partOf(name), name).toBeUndefined();
    expect([plainName('services.web.cost_usd'), plainName('cost_usd'), plainName('regions.eu.cost_usd')]).toEqual([
      'cost_usd',
      'cost_usd',
      'regions.eu.cost_usd',
    ]);
    expect(oneOf.classes).toBe('class');
  });

  it('names each part once, in the order in which they come', () => {
    const measures = { 'services.b.x': 1, 'services.a.x': 1, 'services.b.y': 1, 'providers.c.x': 1, x: 1 };
    expect(partsOf('services', measures)).toEqual(['b', 'a']);
    expect(partsOf('providers', measures)).toEqual(['c']);
    expect(partsOf('classes', measures)).toEqual([]);
  });
});

describe('the step of a recorded series', () => {
  const series = (stepSeconds: number | null, ...seconds: number[]) => ({
    role: 'arrivals' as const,
    points: seconds.map((at): [number, number] => [at, 1]),
    stepSeconds,
  });
  const stepOf = (stepSeconds: number | null, ...seconds: number[]) =>
    sampledStep(series(stepSeconds, ...seconds) as unknown as Parameters<typeof sampledStep>[0]); // safe: nothing else of it is read

  it.each([
    ['every 15 s', 15, [0, 15, 30, 45], 15],
    ['a second late each time', 5, [0, 6, 12, 18], 5],
    ['more than a second late', 5, [0, 6.1, 12.2, 18.3], undefined],
    ['a tenth late of a long step', 60, [0, 66, 132, 126 + 60], 60],
    ['more than a tenth late', 60, [0, 67, 134, 201], undefined],
    // Four of five distances, and three of four.
    ['with one gap in five', 15, [0, 15, 30, 45, 60, 160], 15],
    ['with one gap in four', 15, [0, 15, 30, 45, 160], undefined],
    ['without a step', null, [0, 15, 30], undefined],
    ['with one point', 15, [0], 15],
  ])('of points %s', (_what, stepSeconds, seconds, expected) => {
    expect(stepOf(stepSeconds, ...seconds)).toBe(expected);
  });
});
