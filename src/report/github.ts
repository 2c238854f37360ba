import type { Regression } from '../results/baselineResult.js';
import { failsSlo, type GateRule, judgedForBaseline, judgedForLimits } from '../results/judged.js';
import { hasResults, type PolicyResult, type ResultDocument, type ScenarioResult } from '../results/results.js';
import { pastNames } from '../results/revisionResult.js';
import { missRatio } from '../results/worstFirst.js';
import { thresholdText } from './gateText.js';
import { regressionText, regressionWord, unclearText } from './regressionText.js';
import { sloOutcomeText } from './sloText.js';
import { annotationLimit, workflowCommand } from './workflowCommand.js';

interface AnnotationContext {
  readonly gate: GateRule;
  /** Scenario files in the order of the scenarios, as paths of the repository. */
  readonly files: readonly string[];
}

/** Where an annotation stands in the change. */
interface Place {
  readonly file: string;
  /** Of the file as it is now; the first line when left out. */
  readonly line?: number;
}

interface Annotation {
  readonly level: 'error' | 'warning';
  readonly place: Place | undefined;
  readonly title: string;
  readonly message: string;
  /** How far beyond its limit, as a share of it; infinite where there is no value. */
  readonly missRatio: number;
}

/** Workflow commands that GitHub shows beside the files: what fails the command as errors, the worst first. */
export function githubAnnotations({ scenarios }: ResultDocument, { gate, files }: AnnotationContext): string[] {
  const all = scenarios.flatMap((scenario, index) => annotationsOf(scenario, files[index], gate));
  return [...capped(all, 'error'), ...capped(all, 'warning')];
}

/** The line that was changed, for a policy that differs from its past; else the scenario. */
function placeOf(policy: string, { revision }: ScenarioResult, file: string | undefined): Place | undefined {
  const changed = revision?.policies.find((one) => one.policy === policy || one.before === policy)?.files[0];
  const change = revision?.changes.find(({ path }) => path === changed);
  if (change !== undefined) return { file: change.path, line: change.line };
  return file === undefined ? undefined : { file };
}

function annotationsOf(scenario: ScenarioResult, file: string | undefined, gate: GateRule): Annotation[] {
  const past = pastNames(scenario);
  const forLimits = judgedForLimits(scenario, gate);
  const forBaseline = judgedForBaseline(scenario, gate);
  const failures = scenario.policies.flatMap((policy): Annotation[] => {
    if (hasResults(policy) || policy.failure.kind === 'interrupted') return [];
    const title = `${scenario.name}: ${policy.name} failed`;
    const place = placeOf(policy.name, scenario, file);
    // What failed in the past stops nobody; that nothing could be compared with it is worth a line.
    const level = past.has(policy.name) ? 'warning' : 'error';
    return [{ level, place, title, message: policy.failure.message, missRatio: Number.POSITIVE_INFINITY }];
  });
  const missed = scenario.policies
    .filter(hasResults)
    .filter(({ name }) => forLimits.has(name))
    .flatMap((policy) => [
      ...sloAnnotations(policy, scenario, file),
      ...policy.thresholds.flatMap((threshold): Annotation[] => {
        if (threshold.ok) return [];
        const place = placeOf(policy.name, scenario, file);
        const title = `${scenario.name}: ${policy.name} misses a threshold`;
        return [{ level: 'error', place, title, message: thresholdText(threshold), missRatio: missRatio(threshold) }];
      }),
    ]);
  const regressions = (scenario.baseline?.regressions ?? []).flatMap((one): Annotation[] => {
    const word = regressionWord(one);
    if (word === 'ok') return [];
    const level = word === 'failed' && forBaseline.has(one.policy) ? 'error' : 'warning';
    const title = `${scenario.name}: ${one.policy} against ${one.against ?? 'the baseline'}`;
    const place = placeOf(one.policy, scenario, file);
    const message = `${regressionText(one)}${unclearText(one)}`;
    return [{ level, place, title, message, missRatio: excessRatio(one) }];
  });
  return [...failures, ...missed, ...regressions];
}

function sloAnnotations(policy: PolicyResult, scenario: ScenarioResult, file: string | undefined): Annotation[] {
  const { name, slo } = scenario;
  const result = policy.slo;
  if (slo === null || result === undefined || !failsSlo(policy)) return [];
  const { good_share: share } = result;
  // In error budgets: 98 % against 99 % is as far off as a threshold missed by its whole limit.
  const missRatio = share === null ? Number.POSITIVE_INFINITY : (slo.objective - share) / (1 - slo.objective);
  const title = `${name}: ${policy.name} misses the SLO`;
  const place = placeOf(policy.name, scenario, file);
  return [{ level: 'error', place, title, message: sloOutcomeText(result, slo), missRatio }];
}

function excessRatio({ regression, limit }: Regression): number {
  return regression === null ? Number.POSITIVE_INFINITY : (regression - limit) / Math.max(limit, Number.MIN_VALUE);
}

/** The worst ones; the last place says how many are left out. */
function capped(annotations: readonly Annotation[], level: Annotation['level']): string[] {
  const own = annotations
    .filter((one) => one.level === level)
    .sort((a, b) => (a.missRatio === b.missRatio ? 0 : b.missRatio - a.missRatio));
  if (own.length <= annotationLimit) return own.map(lineOf);
  const shown = own.slice(0, annotationLimit - 1);
  const message = `and ${own.length - shown.length} more`;
  const rest = { level, place: undefined, title: 'dryscale', message, missRatio: 0 };
  return [...shown, rest].map(lineOf);
}

function lineOf({ level, place, title, message }: Annotation): string {
  return workflowCommand({ level, place, title, message });
}
