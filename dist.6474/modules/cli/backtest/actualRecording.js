import { ProblemError } from '../../base/problem.js';
import { warningLine } from '../../imports/evidence/warning.js';
import { seriesRoles } from '../../results/seriesRoles.js';
import { readFiles } from '../initFrom/readFiles.js';
/** Reads the files of `--actual`, whatever their kinds. @throws ProblemError with all that is wrong with them */
export async function readActual(files, series) {
    const { evidence, recording, warnings } = await readFiles(files, series);
    if (recording.series.length === 0)
        throw nothingRecorded(files, evidence);
    return { recording, steps: stepsOf(evidence), warnings: warnings.map(warningLine) };
}
/** The load as it was put on the service, where a file says it. */
export function stepsOf(evidence) {
    return evidence.flatMap((one) => (one.kind === 'series' ? one.steps : []));
}
function nothingRecorded(files, evidence) {
    const read = evidence.map(({ file, summary }) => `${file}: ${summary}`).join('; ');
    return new ProblemError([
        {
            code: 'nothing-recorded',
            where: files.length === 1 ? { file: files[0] } : {},
            what: `no series over time is known of it (read ${read === '' ? 'nothing' : read})`,
            why: 'A backtest lays the simulation over what was recorded: replicas, CPU, latency, errors.',
            fix: `record replicas over time (dryscale queries prints how), or say what a series is: --series NAME=ROLE, with ROLE one of ${seriesRoles.map(({ name }) => name).join(', ')}.`,
        },
    ]);
}
