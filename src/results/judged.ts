import { hasResults, type PolicyResult, type ScenarioResult } from './results.js';

/** Whose misses decide: what `--gate` and `--against` say. */
export interface GateRule {
  /** `all`, `any`, or the name of a candidate. */
  readonly gate: string;
  /** Name of the reference; the first candidate when left out. */
  readonly reference: string | undefined;
}

/**
 * Names of the policies whose missed thresholds fail the scenario.
 *
 * `all`: every candidate but the reference, which counts when it is the only one. `any`: all of them, the reference too, but only
 * where none keeps its thresholds. A name: that one.
 */
export function judgedForThresholds({ policies }: ScenarioResult, { gate, reference }: GateRule): ReadonlySet<string> {
  const names = policies.map(({ name }) => name);
  if (gate === 'any')
    return new Set(policies.some((policy) => hasResults(policy) && keepsThresholds(policy)) ? [] : names);
  if (gate !== 'all') return new Set([gate]);
  const referenceName = reference ?? names[0];
  return new Set(names.length === 1 ? names : names.filter((name) => name !== referenceName));
}

/**
 * Names of the policies whose regression fails the scenario.
 *
 * The reference too: here each policy stands against its own past. `any`: only where every compared policy regressed.
 */
export function judgedForBaseline({ policies, baseline }: ScenarioResult, { gate }: GateRule): ReadonlySet<string> {
  const names = policies.map(({ name }) => name);
  if (gate !== 'any') return new Set(gate === 'all' ? names : [gate]);
  const compared = new Set(baseline?.regressions.map(({ policy }) => policy));
  const failing = new Set(
    baseline?.regressions.filter(({ ok, level }) => !ok && level === 'error').map(({ policy }) => policy),
  );
  return new Set(failing.size === compared.size ? names : []);
}

export function keepsThresholds({ thresholds }: PolicyResult): boolean {
  return thresholds.every(({ ok }) => ok);
}
