import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { defaultReporters, reporters } from '../report/index.js';
import type { Reporter } from '../report/report.js';
import type { GateRule } from '../results/judged.js';
import type { ResultDocument } from '../results/results.js';
import type { Options } from './options.js';
import { checkOutputFolder, writeFileAtomically } from './outputFiles.js';
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
export function planReports({ out, report }: Options, always: boolean): ReportPlan | undefined {
  if (out === undefined && report === undefined && !always) return undefined;
  const names = reportNames(report).filter((name) => name !== annotations);
  if (report !== undefined && names.length === 0) return undefined;
  const chosen = report === undefined ? defaultReporters : names.map(reporterOf);
  const plan = { folder: out ?? defaultFolder, reporters: chosen };
  checkOutputFolder(
    plan.folder,
    chosen.map(({ fileName }) => fileName),
  );
  return plan;
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

/** Writes the planned files, each whole or not at all. @returns their paths @throws ProblemError with exit code 106 */
export async function writeReports(plan: ReportPlan, document: ResultDocument, gate: GateRule): Promise<string[]> {
  const context = { color: false, unicode: true, verbose: false, gate, pageScript: pageScript() };
  for (const { fileName, render } of plan.reporters) {
    writeFileAtomically(join(plan.folder, fileName), await render(document, context));
  }
  return plan.reporters.map(({ fileName }) => join(plan.folder, fileName));
}

/** The page's own script, bundled by the build. The page works without it, less conveniently. */
function pageScript(): string {
  const path = fileURLToPath(new URL('../report/html/page/main.js', import.meta.url));
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
