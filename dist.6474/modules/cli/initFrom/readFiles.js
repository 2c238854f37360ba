import { exitCode } from '../../base/exitCode.js';
import { ProblemError } from '../../base/problem.js';
import { readEvidence } from '../../imports/evidence/readEvidence.js';
import { readAskedSeries } from '../../imports/evidence/series/askedSeries.js';
/**
 * Reads the files that the command line names.
 *
 * A file of a kind that is not read is passed over with a warning: whoever names a whole folder means the rest. What is there and
 * cannot be read stops the command.
 * @throws ProblemError with everything that is wrong
 */
export async function readFiles(files, seriesTexts) {
    const distinct = [...new Set(files)];
    const series = readAskedSeries(seriesTexts);
    if (series.problems.length > 0)
        throw new ProblemError(series.problems, exitCode.wrongUsage);
    const { evidence, recording, warnings, problems } = await readEvidence(distinct, { series: series.asked });
    const foreign = problems.filter(({ code }) => code === 'unknown-kind');
    if (foreign.length < problems.length || evidence.length === 0)
        throw new ProblemError(problems);
    return {
        evidence,
        recording,
        warnings: [
            ...warnings,
            ...foreign.map(({ code, where, what }) => ({ code, where, what, assumed: 'nothing of it' })),
        ],
        readLines: evidence.map(({ file, summary }) => `read ${file}: ${summary}`),
    };
}
