import { visibleLine } from '../../base/visible.js';
import type { GateRule } from '../../results/judged.js';
import type { ResultDocument, ScenarioResult } from '../../results/results.js';
import { factorNames } from '../policyNames.js';

/** What the screen shows: policies by short names, the same ones in every table, line and picture. */
interface Shown {
  readonly scenarios: readonly ScenarioResult[];
  /** The same with text as it is: for what is not yet made into lines. */
  readonly renamed: readonly ScenarioResult[];
  /** Whole names, `..` for what the short ones say. */
  readonly patterns: readonly string[];
  /** The name that stands for a policy's. */
  nameOf(name: string): string;
}

export function shownScenarios({ scenarios }: ResultDocument, unicode: boolean): Shown {
  const names = [...new Set(scenarios.flatMap(({ policies }) => policies.map(({ name }) => name)))];
  const factored = factorNames(names);
  const short = new Map(names.map((name, index) => [name, factored[index].short]));
  const nameOf = (name: string) => short.get(name) ?? name;
  const patterns = factored.flatMap(({ pattern }) => pattern ?? []);
  const renamedScenarios = scenarios.map((scenario) => renamed(scenario, nameOf));
  return {
    scenarios: renamedScenarios.map((scenario) => showStrings(scenario, unicode)),
    renamed: renamedScenarios,
    patterns: showStrings([...new Set(patterns)], unicode),
    nameOf: (name) => showStrings(nameOf(name), unicode),
  };
}

/** `--gate` and `--against` by the names that are shown. */
export function shownRule({ gate, reference }: GateRule, { nameOf }: Shown): GateRule {
  return { gate: nameOf(gate), reference: reference === undefined ? undefined : nameOf(reference) };
}

function renamed(scenario: ScenarioResult, nameOf: (name: string) => string): ScenarioResult {
  return {
    ...scenario,
    policies: scenario.policies.map((policy) => ({ ...policy, name: nameOf(policy.name) })),
    comparisons: scenario.comparisons.map((row) => ({ ...row, a: nameOf(row.a), b: nameOf(row.b) })),
  };
}

/** Names and messages come from files: their control characters must be seen, never sent to a terminal. */
export function showStrings<T>(value: T, unicode: boolean): T {
  const show = (item: unknown): unknown => {
    if (typeof item === 'string') return unicode ? visibleLine(item) : visibleLine(item).replace(/[^ -~]/g, '?');
    if (Array.isArray(item)) return typeof item[0] === 'number' ? item : item.map(show);
    if (typeof item !== 'object' || item === null) return item;
    return Object.fromEntries(Object.entries(item).map(([key, inner]) => [key, show(inner)]));
  };
  // safe: strings become strings and everything else keeps its shape.
  return show(value) as T;
}
