import { type Problem, ProblemError, sortProblems } from '../base/problem.js';
import { readUserText } from '../base/userFile.js';
import { readBenchResults } from './benchResult.js';
import { readLoadTable } from './loadTable.js';
import type { MeasuredLoad, ServerFacts } from './measuredLoad.js';
import { isMetricsDump, readMetricsDump } from './metricsDump.js';

export interface Measurements {
  readonly loads: readonly MeasuredLoad[];
  readonly facts: ServerFacts;
  readonly warnings: readonly Problem[];
}

/** A detailed result of a hundred thousand requests is below it. */
const limitBytes = 200_000_000;

/** What files of three forms say of a server. @throws ProblemError with all that is wrong */
export function readMeasurements(files: readonly string[]): Measurements {
  const read = files.map((file) =>
    readMeasurement(
      readUserText({ path: file, limitBytes, mayBePipe: true, why: 'Its measurements are needed.' }),
      file,
    ),
  );
  const problems = read.flatMap((one) => one.problems);
  if (problems.length > 0) throw new ProblemError(sortProblems(problems));
  return {
    loads: read.flatMap((one) => one.loads),
    facts: Object.assign({}, ...read.map((one) => one.facts)) as ServerFacts, // safe: of facts, the last file's win
    warnings: read.flatMap((one) => one.warnings),
  };
}

/** One file, its form told by its content. */
export function readMeasurement(text: string, file: string): Measurements & { readonly problems: readonly Problem[] } {
  if (isMetricsDump(text)) return { loads: [], facts: readMetricsDump(text), problems: [], warnings: [] };
  return text.trimStart().startsWith('{') ? readBenchResults(text, file) : readLoadTable(text, file);
}
