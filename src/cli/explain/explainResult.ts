import { type ExitCode, exitCode } from '../../base/exitCode.js';
import { ProblemError } from '../../base/problem.js';
import { visibleLine } from '../../base/visible.js';
import { decisionAt } from '../../report/decisionAt.js';
import { hasResults, type PolicyResult, type ResultDocument, type ScenarioResult } from '../../results/results.js';
import type { CommandInput } from '../command.js';
import { instantOf } from '../instantOf.js';
import { readResultDocument } from '../readResultDocument.js';
import { unknownName, usageError } from '../usageError.js';

/** Which rule of a policy held at an instant of a run. */
export async function explainResult({ operands, options, output }: CommandInput): Promise<ExitCode> {
  const [file, second] = operands;
  if (second !== undefined) {
    const what = `--at goes with one report.json, and there is a second file: "${second}"`;
    throw usageError({ code: 'extra-operand', what, why: 'An instant belongs to one run.', fix: 'leave it out.' });
  }
  const document = readResultDocument(file);
  for (const { scenario, policy } of chosen(document, options.policies)) {
    const { name } = scenario;
    const atSeconds = instantOf(options.at ?? '', scenario);
    const head = `${name}, ${policy.name}, replication ${policy.replications[0]?.replication ?? 0}`;
    await output.write(
      `${[head, ...decisionAt(policy, atSeconds, scenario.start).map((line) => `  ${line}`)].map(visibleLine).join('\n')}\n`,
    );
  }
  return exitCode.success;
}

function chosen(
  { scenarios }: ResultDocument,
  wanted: readonly string[],
): { readonly scenario: ScenarioResult; readonly policy: PolicyResult }[] {
  const all = scenarios.flatMap((scenario) =>
    scenario.policies.filter(hasResults).map((policy) => ({ scenario, policy })),
  );
  const names = [...new Set(all.map(({ policy }) => policy.name))];
  for (const name of wanted) if (!names.includes(name)) throw unknownName('--policy', name, names);
  if (wanted.length > 0) return all.filter(({ policy }) => wanted.includes(policy.name));
  if (names.length === 1) return all;
  throw new ProblemError(
    [
      {
        code: 'which-policy',
        where: { path: '--policy' },
        what: `the result has ${names.length} policies`,
        why: 'Each decided for itself.',
        fix: `name one: --policy ${names[0]}. Known: ${names.join(', ')}.`,
      },
    ],
    exitCode.wrongUsage,
  );
}
