import { type FailedPolicy, hasResults, type ScenarioResult } from '../../results/results.js';
import type { Ink } from './ink.js';
import { instantText } from './numbers.js';
import { capLines, wrap } from './wrap.js';

const findingLimit = 3;
/** Of a message that a policy threw. */
const mostCharacters = 200;

/** Failures and what would make a reader misjudge the table. */
export function findingLines({ policies, start }: ScenarioResult, ink: Ink, width: number): string[] {
  const findings = findingsByNames(policies).map(
    ([names, texts]) => `! ${whoseText(names, policies.length)}: ${texts.join('; ')}`,
  );
  const failures = policies.flatMap((policy) => (hasResults(policy) ? [] : [failureText(policy, start)]));
  const lines = [...failures, ...findings].flatMap((text) => wrap(text, { width, indent: '  ' }));
  // Failures are never cut: each one is a column that is missing from the table.
  const limit = Math.max(findingLimit, failures.length * 2 + 1);
  return capLines(lines, limit, (count) => `  ! ${count} more lines: see the report`).map(ink.bad);
}

function whoseText(names: readonly string[], policyCount: number): string {
  return names.length > 2 && names.length === policyCount ? 'every policy' : names.join(', ');
}

/** Each finding with those that have it, together where these are the same; what tells policies apart goes first. */
function findingsByNames(policies: ScenarioResult['policies']): [names: string[], texts: string[]][] {
  const having = new Map<string, string[]>();
  for (const policy of policies) {
    for (const finding of hasResults(policy) ? policy.findings : []) {
      const text = finding.replace(/\.$/, '');
      having.set(text, [...(having.get(text) ?? []), policy.name]);
    }
  }
  const together = new Map<string, [string[], string[]]>();
  for (const [text, names] of having) {
    const key = JSON.stringify(names);
    together.set(key, [names, [...(together.get(key)?.[1] ?? []), text]]);
  }
  return [...together.values()].sort(([a], [b]) => a.length - b.length);
}

/** What was done to the inputs, such as gaps of a trace that were held; how `needed` follows only for those who ask. */
export function noteLines(
  { notes }: ScenarioResult,
  { verbose, width }: { readonly verbose: boolean; readonly width: number },
): string[] {
  const shown = notes.filter((note) => verbose || !/^(demand curve:|telemetry of )/.test(note));
  const lines = shown.flatMap((note) => wrap(`note: ${note}`, { width, indent: '  ' }));
  const limit = verbose ? lines.length : findingLimit;
  return capLines(lines, limit, (count) => `  ${count} more lines: see the report`);
}

/** When and where it failed, with the first line of what it threw; the whole message goes to stderr. */
function failureText({ name, failure: { kind, message, time_s } }: FailedPolicy, start: string | undefined): string {
  if (kind === 'interrupted') return `! ${name} was interrupted: it has no results.`;
  const [first] = message.split(/\n|\\n/);
  const what = first.replace(/ \(virtual time [^)]*\)/, '').slice(0, mostCharacters);
  const when = time_s === null ? 'as it was loaded' : `at ${instantText(time_s, start)} of the run`;
  return `! ${name} failed ${when} (${kind}) and has no results: ${what}`;
}
