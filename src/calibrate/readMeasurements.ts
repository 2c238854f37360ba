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

/** What files of three forms say of a server: each is told by its content. @throws ProblemError with all that is wrong */
export function readMeasurements(files: readonly string[]): Measurements {
  const loads: MeasuredLoad[] = [];
  const problems: Problem[] = [];
  const warnings: Problem[] = [];
  let facts: ServerFacts = {};
  for (const file of files) {
    const text = readUserText({ path: file, limitBytes, mayBePipe: true, why: 'Its measurements are needed.' });
    if (isMetricsDump(text)) {
      facts = { ...facts, ...readMetricsDump(text) };
      continue;
    }
    const read = text.trimStart().startsWith('{') ? readBenchResults(text, file) : readLoadTable(text, file);
    loads.push(...read.loads);
    problems.push(...read.problems);
    warnings.push(...read.warnings);
  }
  if (problems.length > 0) throw new ProblemError(sortProblems(problems));
  return { loads, facts, warnings };
}
