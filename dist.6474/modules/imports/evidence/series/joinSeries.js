import { candidatesOf } from './candidatesOf.js';
import { chooseSeries } from './chooseSeries.js';
import { recordingOf } from './recordingOf.js';
import { seriesFindings } from './seriesWarnings.js';
/** The series of all files on one clock, at most one of each role, and what must be said of the choice. */
export function joinSeries(found, { asked, workloads }) {
    const choice = chooseSeries(found.flatMap((one) => candidatesOf(one, asked)), workloads);
    const findings = choice.chosen.map(seriesFindings);
    const { recording, warnings } = recordingOf(choice.chosen);
    return {
        recording,
        warnings: [...choice.warnings, ...findings.flatMap((one) => one.warnings), ...warnings],
        problems: [...choice.problems, ...findings.flatMap((one) => one.problems)],
    };
}
