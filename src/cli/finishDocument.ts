import type { ExitCode } from '../base/exitCode.js';
import { type Problem, ProblemError } from '../base/problem.js';
import { quotedLines, visibleLine } from '../base/visible.js';
import { defaultReporters } from '../report/index.js';
import { json } from '../report/json.js';
import { regressionLines } from '../report/regressionText.js';
import { revisionSummary } from '../report/revisionText.js';
import { renderTerminal } from '../report/terminal.js';
import type { GateRule } from '../results/judged.js';
import { hasResults, type ResultDocument } from '../results/results.js';
import { withBaseline, writeBaseline } from './baselineFile.js';
import { gateExitCode } from './gate.js';
import { tellGithub } from './githubOutput.js';
import type { Options } from './options.js';
import type { Output } from './output.js';
import { asksForAnnotations, type ReportPlan, type WrittenReports, writeReports } from './reportFiles.js';
import { showWarnings } from './showWarnings.js';

/** Results with everything that showing and judging them needs. */
interface Finishing {
  readonly document: ResultDocument;
  readonly options: Options;
  readonly output: Output;
  /** Which files to write, if any. */
  readonly plan: ReportPlan | undefined;
  /** Read before the runs; undefined when there is none. */
  readonly baseline: ResultDocument | undefined;
  /** Name of the reference; the first candidate when left out. */
  readonly reference: string | undefined;
  /** Thresholds and measures without data pass. */
  readonly allowEmpty: boolean;
  /** Scenario files as the user wrote them, in the order of the scenarios. */
  readonly files: readonly string[];
  /** The command to type again. */
  readonly again: string;
  /** How long the runs took; unknown to a merge. */
  readonly wallSeconds: number | undefined;
  readonly isInterrupted: boolean;
  /** What the user should know and need not mend. */
  readonly warnings: readonly Problem[];
}

/** Compares with the baseline, writes the reports, shows the results and judges them. */
export async function finishDocument(finishing: Finishing): Promise<ExitCode> {
  const { options, baseline, allowEmpty, isInterrupted } = finishing;
  const document = withBaseline(finishing.document, { baseline, limits: options.limits, allowEmpty });
  const gate: GateRule = { gate: options.gate, reference: finishing.reference };
  const { plan } = finishing;
  let written: WrittenReports = { paths: [], leftOut: [] };
  let blocked: unknown;
  try {
    if (plan !== undefined) written = await writeReports(plan, document, gate);
  } catch (thrown) {
    // What took long to compute is shown first.
    if (!(thrown instanceof ProblemError)) throw thrown;
    blocked = thrown;
  }
  await show(document, finishing, written.paths);
  for (const note of written.leftOut) finishing.output.say(note);
  await tellGithub({
    document,
    gate,
    output: finishing.output,
    files: finishing.files,
    isAsked: asksForAnnotations(options),
    isStdoutTaken: options.json,
  });
  if (options.baseline?.isUpdate === true) updateBaseline(finishing);
  if (blocked !== undefined) throw blocked;
  return gateExitCode(document, { ...gate, isInterrupted });
}

/** Half a comparison must never become the measure of later ones. */
function updateBaseline({ options, document, isInterrupted, output }: Finishing): void {
  if (options.baseline === undefined) return;
  const isWhole = !isInterrupted && document.scenarios.every(({ policies }) => policies.every(hasResults));
  if (!isWhole) {
    output.say(`${options.baseline.file}: not written, for a policy failed or the comparison was interrupted.`);
    return;
  }
  writeBaseline(options.baseline, document);
  output.note(`${options.baseline.file}: written.`);
}

/** The same words for `run` and `compare`: what was written, or how to get it. */
function writtenText(files: readonly string[], plan: ReportPlan | undefined): string {
  if (files.length === 0 && plan !== undefined) return 'could not be written';
  if (files.length === 0)
    return `none written; --out DIR writes ${defaultReporters.map(({ fileName }) => fileName).join(' and ')}`;
  return files.join(', ');
}

async function show(document: ResultDocument, finishing: Finishing, written: readonly string[]): Promise<void> {
  const { options, output, again, wallSeconds, reference, warnings } = finishing;
  output.listener?.document(document);
  if (options.json) {
    await output.write(json.render(document, { color: false, unicode: true, verbose: false }));
    if (written.length > 0 && !options.watch) output.note(`written: ${written.join(', ')}`);
  } else {
    const text = renderTerminal(document, {
      color: output.color,
      unicode: output.unicode,
      verbose: options.verbose,
      gate: { gate: options.gate, reference },
      again,
      ...(wallSeconds === undefined ? {} : { wallSeconds }),
      written: writtenText(written, finishing.plan),
      ...(output.columns === undefined ? {} : { columns: output.columns }),
      ...(reference === undefined ? {} : { reference }),
    });
    const gate: GateRule = { gate: options.gate, reference };
    const against = [
      ...document.scenarios.flatMap((scenario) => regressionLines(scenario)),
      ...revisionSummary(document, gate),
    ];
    await output.write(
      against.length === 0 ? text : `${text}\n${against.map((line) => `  ${visibleLine(line)}\n`).join('')}`,
    );
  }
  showWarnings(warnings, { output, verbose: options.verbose });
  for (const { policies } of document.scenarios) {
    for (const policy of policies) {
      if (!hasResults(policy) && policy.failure.kind !== 'interrupted') output.say(quotedLines(policy.failure.message));
    }
  }
}
