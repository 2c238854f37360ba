import { join } from 'node:path';
import { checkOutputs } from '../../base/output/checkOutputs.js';
import { writeFiles } from '../../base/output/writeFiles.js';
import { junitMark } from '../../report/junitText.js';
import type { Options } from '../options.js';
import type { Output } from '../output.js';
import { defaultFolder } from '../reportFiles.js';
import { unknownName } from '../usageError.js';
import { packageVersion } from '../version.js';
import { annotationLines } from './annotationLines.js';
import type { Explanation } from './explanation.js';
import { explanationJunit } from './explanationJunit.js';
import { findingsOf } from './findingsOf.js';
import { repositoryPath } from './repositoryPath.js';
import { sarif, sarifMark } from './sarif.js';

/** A file that `--report` of `explain` can name. */
interface ExplainReport {
  readonly name: string;
  readonly fileName: string;
  /** By which a file of it is known: it may be replaced. */
  readonly mark: RegExp;
  render(explanation: Explanation): string;
}

const explainReports: readonly ExplainReport[] = [
  {
    name: 'sarif',
    fileName: 'explain.sarif',
    mark: sarifMark,
    render: (explanation) => sarif(findingsOf(explanation), { version: packageVersion(), pathOf: repositoryPath }),
  },
  {
    name: 'junit',
    fileName: 'explain-junit.xml',
    mark: junitMark,
    render: (explanation) => explanationJunit(explanation, packageVersion()),
  },
];

/** Lines on stdout, no file. */
const annotations = 'github';

/** What `--report` of `explain` may name. */
export const explainReportNames: readonly string[] = [...explainReports.map(({ name }) => name), annotations];

export interface ExplainReportPlan {
  /** @throws ProblemError with exit code 106 */
  write(explanation: Explanation, output: Output): Promise<void>;
}

/**
 * What `--report` and `--out` ask for; the folder is made and tried at once.
 *
 * On GitHub's runners the annotations come unasked, as those of `compare` do.
 * @throws ProblemError with exit code 2 for a report there is none of, 106 when the folder cannot be written
 */
export function planExplainReports({ report, out, json }: Options): ExplainReportPlan {
  const all = explainReports.map(({ name }) => name);
  const names = report === undefined ? (out === undefined ? [] : all) : report.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !explainReportNames.includes(name));
  if (unknown !== undefined) throw unknownName('--report of explain', unknown, explainReportNames);
  const folder = out ?? defaultFolder;
  const files = explainReports.filter(({ name }) => names.includes(name));
  checkOutputs(files.map(({ fileName, mark }) => ({ path: join(folder, fileName), mark })));
  const isAnnotated = names.includes(annotations) || process.env.GITHUB_ACTIONS === 'true';
  return {
    async write(explanation, output) {
      writeFiles(
        files.map(({ fileName, mark, render }) => ({ path: join(folder, fileName), mark, text: render(explanation) })),
      );
      if (!isAnnotated) return;
      await output.command(annotationLines(findingsOf(explanation), repositoryPath), json);
    },
  };
}
