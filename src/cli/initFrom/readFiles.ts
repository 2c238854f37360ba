import { ProblemError } from '../../base/problem.js';
import type { Evidence } from '../../imports/evidence/evidence.js';
import { readEvidence } from '../../imports/evidence/readEvidence.js';
import type { EvidenceWarning } from '../../imports/evidence/warning.js';
import { isSeriesRole, type SeriesRole, seriesRoles } from '../../results/seriesRoles.js';
import { unknownName, usageError } from '../usageError.js';

interface FilesRead {
  readonly evidence: readonly Evidence[];
  readonly warnings: readonly EvidenceWarning[];
  /** `read FILE: what it is`. */
  readonly readLines: readonly string[];
}

/**
 * Reads the files that the command line names.
 *
 * A file of a kind that is not read is passed over with a warning: whoever names a whole folder means the rest. What is there and
 * cannot be read stops the command.
 * @throws ProblemError with everything that is wrong
 */
export async function readFiles(files: readonly string[], seriesTexts: readonly string[]): Promise<FilesRead> {
  const distinct = [...new Set(files)];
  const { evidence, warnings, problems } = await readEvidence(distinct, { series: rolesOf(seriesTexts) });
  const foreign = problems.filter(({ code }) => code === 'unknown-kind');
  if (foreign.length < problems.length || evidence.length === 0) throw new ProblemError(problems);
  return {
    evidence,
    warnings: [
      ...warnings,
      ...foreign.map(({ code, where, what }) => ({ code, where, what, assumed: 'nothing of it' })),
    ],
    readLines: evidence.map(({ file, summary }) => `read ${file}: ${summary}`),
  };
}

/** `--series NAME=ROLE`. @throws ProblemError with exit code 2 */
function rolesOf(texts: readonly string[]): Record<string, SeriesRole> {
  const names = seriesRoles.map(({ name }) => name);
  const pairs = texts.map((text): [string, SeriesRole] => {
    const split = text.lastIndexOf('=');
    const role = text.slice(split + 1);
    if (split <= 0) {
      throw usageError({
        code: 'bad-series',
        what: `--series "${text}" is not of the form NAME=ROLE`,
        why: 'It says what a series of the files is.',
        fix: `write for example --series 'my_requests=request-rate'. Roles: ${names.join(', ')}.`,
      });
    }
    if (!isSeriesRole(role)) throw unknownName('--series ROLE', role, names);
    return [text.slice(0, split), role];
  });
  return Object.fromEntries(pairs);
}
