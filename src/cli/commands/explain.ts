import { type ExitCode, exitCode } from '../../base/exitCode.js';
import { ProblemError, renderProblem } from '../../base/problem.js';
import { visible, visibleJson, visibleLine } from '../../base/visible.js';
import type { FoundManifest } from '../../platforms/documentSet.js';
import { readManifests } from '../../platforms/readManifests.js';
import { decisionAt } from '../../report/decisionAt.js';
import { hasResults, type PolicyResult, type ResultDocument, type ScenarioResult } from '../../results/results.js';
import type { Command, CommandInput } from '../command.js';
import { instantOf } from '../instantOf.js';

import { readResultDocument, readText } from '../readResultDocument.js';
import { conflicting, unknownName } from '../usageError.js';

/** What a manifest will do, in words and numbers; or which rule held at an instant of a run. */
export const explain: Command = {
  name: 'explain',
  summary: 'Say what a manifest will do and what surprises people; or, of a result, which rule held when',
  operands: { name: 'file', min: 1, max: 1, describe: 'A manifest (HPA, KEDA, AWS), or a report.json' },
  options: ['policy', 'at', 'metric', 'json'],
  run: (input) => (input.options.at === undefined ? explainManifests(input) : explainResult(input)),
};

async function explainManifests({ operands: [file], options, output }: CommandInput): Promise<ExitCode> {
  if (options.policies.length > 0)
    throw conflicting('a manifest', '--policy', '--policy goes with a report.json and --at.');
  const text = readText(file);
  rejectResult(text, file);
  const found = readManifests({ text, file, params: {}, metricNames: options.metricNames });
  const shown = options.json ? visibleJson(found.map(dataOf), 2) : visible(found.map(textOf).join('\n\n'));
  await output.write(`${shown}\n`);
  const hasErrors = found.some(({ manifest }) => manifest.lint().some(({ level }) => level === 'error'));
  return hasErrors ? exitCode.thresholdsCrossed : exitCode.success;
}

/** A result says what happened when, so it needs an instant. */
function rejectResult(text: string, file: string): void {
  if (!/^\s*\{\s*"format":\s*"dryscale-result/.test(text)) return;
  const problem = {
    code: 'needs-at',
    where: { file },
    what: 'is a result: --at is missing',
    why: 'Of a result it is told which rule held at an instant.',
    fix: 'add --at 12m, and --policy NAME where there are several.',
  };
  throw new ProblemError([problem], exitCode.wrongUsage);
}

function dataOf({ platform, manifest }: FoundManifest) {
  const { name, target, bounds, warnings } = manifest;
  return {
    platform: platform.name,
    name,
    target: target ?? null,
    min: bounds.minCount,
    max: bounds.maxCount,
    does: manifest.explain(),
    notSimulated: warnings,
    lint: manifest.lint(),
  };
}

function textOf({ platform, manifest }: FoundManifest): string {
  const { name, target, warnings } = manifest;
  const lints = manifest.lint();
  const parts = [
    `${name}${target === undefined ? '' : `, for ${target}`}   ${platform.title}`,
    manifest
      .explain()
      .map((sentence) => `  - ${sentence}`)
      .join('\n'),
    ...(warnings.length === 0
      ? []
      : [`  not simulated\n${warnings.map((one) => indented(renderProblem(one))).join('\n')}`]),
    ...(lints.length === 0
      ? ['  nothing here surprises people']
      : [`  surprises\n${lints.map((lint) => indented(`${lint.level}: ${renderProblem(lint)}`)).join('\n')}`]),
  ];
  return parts.join('\n\n');
}

function indented(text: string): string {
  return text.replace(/^/gm, '    ');
}

async function explainResult({ operands: [file], options, output }: CommandInput): Promise<ExitCode> {
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
