import { type ExitCode, exitCode } from '../../base/exitCode.js';
import { type Problem, ProblemError, problemLines, sortProblems } from '../../base/problem.js';
import { shellCommand } from '../../base/shellCommand.js';
import { visibleJson, visibleLine } from '../../base/visible.js';
import type { FoundManifest } from '../../platforms/documentSet.js';
import type { CommandInput } from '../command.js';
import { doctorText } from '../doctor/doctorText.js';
import type { Examination } from '../doctor/examination.js';
import { examinePolicies } from '../doctor/examinePolicies.js';
import { conflicting } from '../usageError.js';
import { explainInputs } from './explainInputs.js';
import { planExplainReports } from './explainReports.js';
import { type Explanation, manifestsOf, problemsOf } from './explanation.js';
import { explanationData } from './explanationData.js';
import { gatherInputs, type Inputs } from './gatherInputs.js';
import { summaryTable } from './summaryTable.js';

/**
 * What manifests will do, all that were named together: a summary where there are several, then each by itself.
 *
 * What is refused is said apart, and hides nothing else. 104 goes before 99: of a file that cannot be read nobody knows
 * whether it has lint errors.
 */
export async function explainManifests({ operands, options, output }: CommandInput): Promise<ExitCode> {
  if (options.policies.length > 0)
    throw conflicting('a manifest', '--policy', '--policy goes with a report.json and --at.');
  const reports = planExplainReports(options);
  const inputs = gatherInputs(operands);
  rejectResults(inputs);
  const { examinations, problems } = await examined(inputs, options.json);
  const explanation = withProblems(explainInputs(inputs, options.metricNames), problems);
  const { json } = options;
  output.listener?.document(explanationData(explanation));
  const texts = [explanationText(explanation, output.columns), ...examinations.map(doctorText)].filter(
    (text) => text !== '',
  );
  await output.write(json ? `${visibleJson(explanationData(explanation), 2)}\n` : texts.join('\n'));
  await reports.write(explanation, output);
  for (const note of explanation.notes) output.note(`note: ${note}`);
  const refused = problemsOf(explanation);
  for (const problem of sortProblems(refused)) output.say(problemLines(problem));
  if (examinations.some(({ fault }) => fault !== undefined)) return exitCode.policyFailed;
  if (refused.length > 0) return exitCode.invalidInput;
  const hasErrors = manifestsOf(explanation).some(({ manifest }) =>
    manifest.lint().some(({ level }) => level === 'error'),
  );
  return hasErrors ? exitCode.thresholdsCrossed : exitCode.success;
}

/** One manifest as it is; of several a table first. */
function explanationText(explanation: Explanation, width: number | undefined): string {
  const { files } = explanation;
  const details = files.flatMap(({ file, manifests }) =>
    manifests.map((one) => (files.length > 1 ? `${visibleLine(file)}\n${detailText(one)}` : detailText(one))),
  );
  const count = details.length + files.filter(({ problems }) => problems.length > 0).length;
  const parts = [...(count > 1 ? [summaryTable(explanation, width)] : []), ...details];
  return parts.map((part) => `${part}\n`).join('\n');
}

/** A result says what happened when, so it needs an instant. In a folder it is just some other file. */
function rejectResults({ texts }: Inputs): void {
  const result = texts.find(
    ({ text, folder }) => folder === undefined && /^\s*\{\s*"format":\s*"dryscale-result/.test(text),
  );
  if (result === undefined) return;
  const problem = {
    code: 'needs-at',
    where: { file: result.file },
    what: 'is a result: --at is missing',
    why: 'Of a result it is told which rule held at an instant.',
    fix: 'add --at 12m, and --policy NAME where there are several.',
  };
  throw new ProblemError([problem], exitCode.wrongUsage);
}

interface Examined {
  readonly examinations: readonly Examination[];
  readonly problems: readonly Problem[];
}

/** Policies in Lua and TypeScript are code: `doctor` looks at them and tries them. */
async function examined({ policies }: Inputs, isJson: boolean): Promise<Examined> {
  if (policies.length === 0) return { examinations: [], problems: [] };
  if (isJson) return { examinations: [], problems: policies.map(useDoctor) };
  try {
    return { examinations: await examinePolicies(policies), problems: [] };
  } catch (thrown) {
    if (!(thrown instanceof ProblemError) || thrown.exitCode !== exitCode.invalidInput) throw thrown;
    return { examinations: [], problems: thrown.problems };
  }
}

function useDoctor(policy: string): Problem {
  return {
    code: 'use-doctor',
    where: { file: policy },
    what: 'is a policy in Lua or TypeScript, not a manifest',
    why: 'The list has manifests only.',
    fix: shellCommand(['dryscale', 'doctor', policy, '--json']),
  };
}

function withProblems(explanation: Explanation, problems: readonly Problem[]): Explanation {
  const files = problems.map((problem) => ({ file: problem.where.file ?? '', manifests: [], problems: [problem] }));
  return { ...explanation, files: [...explanation.files, ...files] };
}

/** What one manifest does, what of it is not simulated, and what surprises people. */
function detailText({ platform, manifest }: FoundManifest): string {
  const { name, target, warnings } = manifest;
  const lints = manifest.lint();
  const parts = [
    visibleLine(`${name}${target === undefined ? '' : `, for ${target}`}   ${platform.title}`),
    manifest
      .explain()
      .map((sentence) => visibleLine(`  - ${sentence}`))
      .join('\n'),
    ...(warnings.length === 0 ? [] : [`  not simulated\n${warnings.map((one) => indented(one)).join('\n')}`]),
    ...(lints.length === 0
      ? ['  no surprises found']
      : [`  surprises\n${lints.map((lint) => indented(lint, lint.level)).join('\n')}`]),
  ];
  return parts.join('\n\n');
}

function indented(problem: Problem, level?: string): string {
  return problemLines(problem, level)
    .map((line) => `    ${line}`)
    .join('\n');
}
