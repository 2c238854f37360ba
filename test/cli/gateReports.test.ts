import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { gateExitCode } from '../../src/cli/gate.js';
import { githubAnnotations } from '../../src/report/github.js';
import { junit } from '../../src/report/junit.js';
import { markdown } from '../../src/report/markdown.js';
import { renderTerminal } from '../../src/report/terminal.js';
import type { FailedPolicy, PolicyResult, ResultDocument, ScenarioResult } from '../../src/results/results.js';
import { gateScenario, regression } from '../support/gateDocument.js';
import { samplePolicy } from '../support/samplePolicy.js';
import '../support/seeded.js';

const plain = { color: false, unicode: true, verbose: false };
const names = ['a', 'b', 'c', 'd'];
const runCount = 10;

interface Case {
  readonly isFailed: boolean;
  /** Good share; undefined without any request. */
  readonly share: number | undefined;
  readonly isGate: boolean;
  readonly keepsThreshold: boolean;
  readonly hasRegressed: boolean;
}

function policyOf(name: string, { isFailed, share, isGate, keepsThreshold }: Case): PolicyResult | FailedPolicy {
  if (isFailed) return { name, failure: { kind: 'value', message: 'decide returned -1', time_s: 15 } };
  const measures = Array.from({ length: runCount }, () => ({ cost_usd: 1, slo_attainment: share ?? null }));
  const held = share === undefined ? 0 : Math.min(runCount - 1, Math.floor(share * runCount));
  return {
    ...samplePolicy(name, measures),
    slo: {
      met: share !== undefined && share >= 0.99,
      good_share: share ?? null,
      runs_met: held,
      runs: runCount,
      gate: isGate,
      ...(share === undefined ? { reason: 'no requests' } : {}),
    },
    thresholds: [{ metric: 'cost_usd', expression: 'value<2', value: keepsThreshold ? 1 : 3, ok: keepsThreshold }],
  };
}

function scenarioOf(cases: readonly Case[]): ScenarioResult {
  const regressions = cases.flatMap(({ isFailed, hasRegressed }, index) =>
    isFailed
      ? []
      : [{ ...regression, policy: names[index], ...(hasRegressed ? {} : { outcome: 'kept' as const, ok: true }) }],
  );
  const baseline = { version: '0.1.0', notes: [], regressions, moved: [], decisions: [], unknown: [] };
  const isCompared = cases.some(({ hasRegressed }) => hasRegressed);
  return gateScenario(
    cases.map((one, index) => policyOf(names[index], one)),
    isCompared ? { baseline } : {},
  );
}

const someCase: fc.Arbitrary<Case> = fc.record({
  isFailed: fc.constant(false),
  share: fc.constantFrom(undefined, 0.5, 0.98999, 0.99, 1),
  isGate: fc.boolean(),
  keepsThreshold: fc.boolean(),
  hasRegressed: fc.constantFrom(false, false, true),
});

const someCases = fc.array(someCase, { minLength: 1, maxLength: names.length });

/** Scenarios of the same candidates, as a comparison has them, and a rule that names one of them. */
const judged = fc
  .record({
    cases: fc.array(someCases, { minLength: 1, maxLength: 2 }),
    gate: fc.constantFrom('all', 'any', 'a', 'b'),
    reference: fc.constantFrom(undefined, 'a', 'b'),
  })
  .filter(({ cases, gate, reference }) =>
    cases.every(({ length }) => [gate, reference].every((name) => name !== 'b' || length > 1)),
  );

/** What each report says: true where it shows a failure. */
function failuresShown(
  document: ResultDocument,
  rule: { readonly gate: string; readonly reference: string | undefined },
) {
  const xml = junit.render(document, { ...plain, gate: rule });
  return {
    junit: xml.includes('<failure ') || xml.includes('<error '),
    markdown: markdown.render(document, { ...plain, gate: rule }).includes('### ✗'),
    github: githubAnnotations(document, { gate: rule, files: [] }).some((line) => line.startsWith('::error')),
  };
}

const documentOf = (scenarios: readonly ScenarioResult[]): ResultDocument => ({
  format: 'dryscale-result/1',
  version: '0.1.0',
  scenarios: [...scenarios],
});

/** The terminal's summary without its line breaks. */
const onOneLine: typeof renderTerminal = (document, context) => renderTerminal(document, context).replace(/\s+/g, ' ');

describe('the exit code and the reports', () => {
  it('agree: 99 if and only if each of them shows a failure', () => {
    fc.assert(
      fc.property(judged, ({ cases, gate, reference }) => {
        const document = documentOf(cases.map(scenarioOf));
        const code = gateExitCode(document, { gate, reference, isInterrupted: false });
        const isFailure = code === 99;
        expect(failuresShown(document, { gate, reference })).toEqual({
          junit: isFailure,
          markdown: isFailure,
          github: isFailure,
        });
        const terminal = onOneLine(document, {
          ...plain,
          gate: { gate, reference },
          ...(reference === undefined ? {} : { reference }),
        });
        const hasRegressed = document.scenarios.some(({ baseline }) => baseline !== undefined);
        // Regressions have lines of their own below the terminal's summary.
        if (!hasRegressed) expect(terminal.includes('exit code 99')).toBe(isFailure);
      }),
      { numRuns: 300 },
    );
  });

  it('agree where a policy failed, which goes first', () => {
    fc.assert(
      fc.property(judged, fc.nat({ max: 3 }), ({ cases, gate, reference }, place) => {
        const [first, ...others] = cases;
        const broken = first.map((one, index) => ({ ...one, isFailed: index === place % first.length }));
        const document = documentOf([broken, ...others].map(scenarioOf));
        expect(gateExitCode(document, { gate, reference, isInterrupted: false })).toBe(107);
        expect(failuresShown(document, { gate, reference })).toEqual({ junit: true, markdown: true, github: true });
      }),
      { numRuns: 100 },
    );
  });

  const missing: Case = { isFailed: false, share: 0.98, isGate: true, keepsThreshold: true, hasRegressed: false };
  const meeting: Case = { ...missing, share: 0.995 };
  const empty: Case = { ...missing, share: undefined };
  const reported: Case = { ...missing, isGate: false };

  it.each([
    ['the only policy misses the SLO', [missing], 'all', undefined, 99],
    ['the only policy has no request', [empty], 'all', undefined, 99],
    ['the SLO is only reported', [reported], 'all', undefined, 0],
    ['the reference misses it', [missing, meeting], 'all', undefined, 0],
    ['a candidate misses it', [meeting, missing], 'all', undefined, 99],
    ['the named reference is not the first', [missing, meeting], 'all', 'b', 99],
    ['any: one meets it', [missing, meeting], 'any', undefined, 0],
    [
      'any: one keeps the SLO, another the thresholds',
      [missing, { ...meeting, keepsThreshold: false }],
      'any',
      undefined,
      99,
    ],
    ['one by name misses it', [meeting, missing], 'b', undefined, 99],
    ['another one misses it', [missing, meeting], 'b', undefined, 0],
  ] as const)('%s', (_, cases, gate, reference, code) => {
    const document = documentOf([scenarioOf([...cases])]);
    expect(gateExitCode(document, { gate, reference, isInterrupted: false })).toBe(code);
  });

  it('name what was asked, what came, and in how many runs', () => {
    const document = documentOf([scenarioOf([meeting, missing])]);
    const rule = { gate: 'all', reference: undefined };
    const outcome = '99 % under 300 ms: 98.0 % good, met in 9 of 10 runs';
    const xml = junit.render(document, { ...plain, gate: rule });
    expect(xml).toContain(`name="b: slo 99 % under 300 ms" time="0">\n      <failure message="${outcome}" type="slo">`);
    expect(githubAnnotations(document, { gate: rule, files: ['x.yaml'] })).toEqual([
      `::error file=x.yaml,title=flash-sale%3A b misses the SLO::${outcome.replaceAll('%', '%25')}`,
    ]);
    expect(markdown.render(document, { ...plain, gate: rule })).toContain(`- \`b\` misses the SLO, ${outcome}`);
    expect(onOneLine(document, { ...plain, gate: rule })).toContain(
      'gate b misses the SLO (met in 9 of 10 runs): exit code 99.',
    );
    expect(onOneLine(document, plain)).toContain('The SLO is met by a in 9 of 10 runs.');
  });

  it('say "no requests" where there was none', () => {
    const document = documentOf([scenarioOf([empty])]);
    expect(junit.render(document, plain)).toContain('<failure message="99 % under 300 ms: no requests" type="slo">');
    expect(onOneLine(document, plain)).toContain(
      'No request arrives, so a is not judged by the SLO (99 % under 300 ms). Check the rates under `traffic`.',
    );
  });
});
