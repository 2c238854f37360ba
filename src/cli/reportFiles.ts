import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { checkOutputs } from '../base/output/checkOutputs.js';
import { blocked } from '../base/output/outputProblem.js';
import { type OutputFile, writeFiles } from '../base/output/writeFiles.js';
import { defaultReporters, reporters } from '../report/index.js';
import type { Reporter } from '../report/report.js';
import type { GateRule } from '../results/judged.js';
import type { ResultDocument } from '../results/results.js';
import type { Options } from './options.js';
import { pageScript } from './pageScript.js';
import { unknownName, usageError } from './usageError.js';

/** Which files to write, and where. */
export interface ReportPlan {
  readonly folder: string;
  readonly reporters: readonly Reporter[];
}

/** Where reports go when nobody says. */
export const defaultFolder = 'reports/latest';
/** What `--report` calls the annotations, which are lines on stdout and no file. */
const annotations = 'github';

/**
 * What `--out` and `--report` ask for; the folder is made and tried at once.
 *
 * @param always write even when neither is given
 * @returns undefined when no file is to be written
 * @throws ProblemError with exit code 2 for a report there is none of, 106 when the folder cannot be written
 */
export function planReports({ out, report, baseline }: Options, always: boolean): ReportPlan | undefined {
  if (out === undefined && report === undefined && !always) return undefined;
  const names = reportNames(report).filter((name) => name !== annotations);
  if (report !== undefined && names.length === 0) return undefined;
  const chosen = report === undefined ? defaultReporters : names.map(reporterOf);
  const plan = { folder: out ?? defaultFolder, reporters: chosen };
  const places = chosen.map(({ fileName, mark }) => ({ path: join(plan.folder, fileName), mark }));
  if (baseline?.isUpdate === false) rejectBaseline(baseline.file, places);
  checkOutputs(places);
  return plan;
}

/** Each run would be judged by the one before it: small regressions would add up unseen, and a large one pass when repeated. */
function rejectBaseline(file: string, places: readonly { readonly path: string }[]): void {
  const same = places.find(
    ({ path }) => existsSync(path) && existsSync(file) && realpathSync(path) === realpathSync(file),
  );
  if (same === undefined) return;
  const why = 'The next run would be judged by this one, whatever it is.';
  throw blocked(same.path, 'it is the baseline', {
    why,
    fix: 'keep the baseline elsewhere, or name another --out DIR.',
  });
}

/** Whether `--report` names the annotations. */
export function asksForAnnotations({ report }: Options): boolean {
  return reportNames(report).includes(annotations);
}

function reportNames(report: string | undefined): string[] {
  return [...new Set((report ?? '').split(',').map((name) => name.trim()))].filter(
    (name) => report !== undefined || name !== '',
  );
}

function reporterOf(name: string): Reporter {
  const reporter = reporters.find((candidate) => candidate.name === name);
  if (reporter !== undefined) return reporter;
  if (name === 'blob') {
    const why = 'A blob is a part of a comparison.';
    throw usageError({ code: 'needs-shard', what: '--report blob needs --shard', why, fix: 'add --shard I/N.' });
  }
  throw unknownName('--report', name, [...reporters.map((candidate) => candidate.name), annotations]);
}

export interface WrittenReports {
  readonly paths: readonly string[];
  /** Those that were left out, a sentence each. */
  readonly leftOut: readonly string[];
}

/** Writes the planned files, all of one comparison. @throws ProblemError with exit code 106 */
export async function writeReports(
  plan: ReportPlan,
  document: ResultDocument,
  gate: GateRule,
): Promise<WrittenReports> {
  const context = { color: false, unicode: true, verbose: false, gate, pageScript: pageScript() };
  const files: OutputFile[] = [];
  const leftOut: string[] = [];
  for (const { fileName, mark, render, tooLarge } of plan.reporters) {
    const path = join(plan.folder, fileName);
    const reason = tooLarge?.(document);
    if (reason === undefined) files.push({ path, mark, text: await render(document, context) });
    else
      leftOut.push(`${path} is left out: it ${reason}.${existsSync(path) ? ' The file there is an earlier one.' : ''}`);
  }
  writeFiles(files);
  return { paths: files.map(({ path }) => path), leftOut };
}
