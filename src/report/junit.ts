import { visibleText } from '../base/visible.js';
import type { Regression } from '../results/baselineResult.js';
import { judgedForBaseline, judgedForLimits } from '../results/judged.js';
import {
  type FailedPolicy,
  hasResults,
  type PolicyResult,
  type ScenarioResult,
  type ThresholdResult,
} from '../results/results.js';
import { thresholdText } from './gateText.js';
import { regressionText, regressionWord } from './regressionText.js';
import type { TextReporter } from './report.js';
import { sloGoalText, sloOutcomeText } from './sloText.js';

/** A test as JUnit has it. */
interface TestCase {
  readonly name: string;
  readonly failure?: { readonly type: string; readonly message: string };
  readonly error?: { readonly type: string; readonly message: string };
  readonly skipped?: string;
}

/**
 * JUnit XML as GitHub actions, GitLab and Jenkins read it: a suite a scenario, a case a policy and limit.
 *
 * A failure is what fails the command, nothing else: what the gate does not judge is skipped, with its value. Times are 0: how
 * long a simulation took says nothing about the policy, and the same results must give the same bytes.
 */
export const junit: TextReporter = {
  name: 'junit',
  fileName: 'junit.xml',
  render: (document, { gate = { gate: 'all', reference: undefined } }) => {
    const suites = document.scenarios.map((scenario) => {
      const limits = judgedForLimits(scenario, gate);
      const baseline = judgedForBaseline(scenario, gate);
      return {
        scenario,
        cases: uniqueNames(scenario.policies.flatMap((policy) => casesOf(policy, scenario, { limits, baseline }))),
      };
    });
    const all = suites.flatMap(({ cases }) => cases);
    return [
      '<?xml version="1.0" encoding="UTF-8"?>',
      `<testsuites name="dryscale" ${countsOf(all)} time="0">`,
      ...suites.flatMap(({ scenario, cases }) => suiteLines(scenario, cases, document.version)),
      '</testsuites>',
      '',
    ].join('\n');
  },
};

interface Judged {
  readonly limits: ReadonlySet<string>;
  readonly baseline: ReadonlySet<string>;
}

function casesOf(policy: PolicyResult | FailedPolicy, scenario: ScenarioResult, judged: Judged): TestCase[] {
  const { name } = policy;
  const title = `${name}: runs`;
  if (!hasResults(policy)) {
    const { kind, message } = policy.failure;
    return [
      kind === 'interrupted' ? { name: title, skipped: message } : { name: title, error: { type: kind, message } },
    ];
  }
  const regressions = scenario.baseline?.regressions.filter((one) => one.policy === name) ?? [];
  return [
    { name: title },
    ...sloCases(policy, scenario, judged.limits.has(name)),
    ...policy.thresholds.map((threshold) => thresholdCase(name, threshold, judged.limits.has(name))),
    ...regressions.map((regression) => regressionCase(regression, judged.baseline.has(name))),
  ];
}

function sloCases({ name: policy, slo: result }: PolicyResult, { slo }: ScenarioResult, isJudged: boolean): TestCase[] {
  if (result === undefined || slo === null) return [];
  const name = `${policy}: slo ${sloGoalText(slo)}`;
  if (result.met) return [{ name }];
  const message = sloOutcomeText(result, slo);
  if (isJudged && result.gate) return [{ name, failure: { type: 'slo', message } }];
  return [{ name, skipped: `${result.gate ? 'not judged' : 'only reported'}: ${message}` }];
}

function thresholdCase(policy: string, threshold: ThresholdResult, isJudged: boolean): TestCase {
  const name = `${policy}: ${threshold.metric} ${threshold.expression}`;
  if (threshold.ok) return { name };
  const message = thresholdText(threshold);
  return isJudged ? { name, failure: { type: 'threshold', message } } : { name, skipped: `not judged: ${message}` };
}

function regressionCase(regression: Regression, isJudged: boolean): TestCase {
  const { policy, measure, limit, limit_kind } = regression;
  const limitText = limit_kind === 'relative' ? `${Number((limit * 100).toPrecision(6))} %` : String(limit);
  const name = `${policy}: ${measure} within ${limitText} of the baseline`;
  const word = regressionWord(regression);
  if (word === 'ok') return { name };
  const message = regressionText(regression);
  if (word === 'failed' && isJudged) return { name, failure: { type: 'regression', message } };
  return { name, skipped: `${word === 'failed' ? 'not judged' : 'warning'}: ${message}` };
}

/** Readers of JUnit tell cases apart by their names. */
function uniqueNames(cases: readonly TestCase[]): TestCase[] {
  const seen = new Map<string, number>();
  return cases.map((one) => {
    const count = (seen.get(one.name) ?? 0) + 1;
    seen.set(one.name, count);
    return count === 1 ? one : { ...one, name: `${one.name} (${count})` };
  });
}

function countsOf(cases: readonly TestCase[]): string {
  const count = (key: 'failure' | 'error' | 'skipped') => cases.filter((one) => one[key] !== undefined).length;
  return `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`;
}

function suiteLines(scenario: ScenarioResult, cases: readonly TestCase[], version: string): string[] {
  const runs = Math.max(0, ...scenario.policies.filter(hasResults).map(({ replications }) => replications.length));
  const properties: readonly (readonly [string, string | number])[] = [
    ['dryscale', version],
    ['scenario.hash', scenario.hash],
    ['seed', scenario.seed],
    ['runs', runs],
    ['duration_s', scenario.duration_s],
  ];
  return [
    `  <testsuite name="${escapeXml(scenario.name)}" ${countsOf(cases)} time="0">`,
    '    <properties>',
    ...properties.map(([name, value]) => `      <property name="${name}" value="${escapeXml(String(value))}"/>`),
    '    </properties>',
    ...cases.flatMap((one) => caseLines(one, scenario.name)),
    '  </testsuite>',
  ];
}

function caseLines({ name, failure, error, skipped }: TestCase, suite: string): string[] {
  const head = `    <testcase classname="${escapeXml(suite)}" name="${escapeXml(name)}" time="0"`;
  const wrong = failure ?? error;
  if (wrong !== undefined) {
    const element = failure === undefined ? 'error' : 'failure';
    const message = escapeXml(wrong.message);
    // Some readers show the message, others the body.
    const line = `<${element} message="${message}" type="${escapeXml(wrong.type)}">${message}</${element}>`;
    return [`${head}>`, `      ${line}`, '    </testcase>'];
  }
  if (skipped === undefined) return [`${head}/>`];
  return [`${head}>`, `      <skipped message="${escapeXml(skipped)}"/>`, '    </testcase>'];
}

/** Text for XML 1.0: what it forbids is shown as its code, lone surrogates too; a line feed of an attribute must be a reference. */
export function escapeXml(text: string): string {
  const allowed = visibleText(text).replace(
    /[\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  return allowed
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/"/g, '&quot;')
    .replace(/\n/g, '&#10;')
    .replace(/\t/g, '&#9;');
}
