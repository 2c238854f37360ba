import { isoTime } from '../../../base/isoTime.js';
import { spanText } from '../../spanText.js';
import { chooseSeries } from './chooseSeries.js';
import { recordingOf } from './recordingOf.js';
/** The series of a file as evidence. Its own recording is what can be chosen without the other files. */
export function seriesFile(file, { form, collected, warnings, options }) {
    const { candidates, unused, seriesCount, empty, isInMilliseconds, firstSeconds, lastSeconds } = collected;
    const { recording } = recordingOf(chooseSeries(candidates, options.workloads ?? []).chosen);
    const span = firstSeconds <= lastSeconds
        ? `, ${isoTime(firstSeconds)} to ${isoTime(lastSeconds)} (${spanText(lastSeconds - firstSeconds)})`
        : '';
    const evidence = {
        kind: 'series',
        file,
        summary: `${form}: ${seriesCount} series${span}`,
        recording,
        unused,
        steps: [],
    };
    return {
        evidence: [evidence],
        candidates,
        names: collected.names,
        warnings: [
            ...warnings,
            ...(candidates.length === 0 && unused.length > 0 ? [noRole(file, unused)] : []),
            ...(isInMilliseconds
                ? [
                    {
                        code: 'time-unit',
                        where: { file },
                        what: 'has times beyond the year 5138 in seconds',
                        assumed: 'milliseconds since 1970',
                    },
                ]
                : []),
            ...empty.map((label) => ({
                code: 'no-values',
                where: { file },
                what: `${label} has no number, or a single count of a span that nothing tells`,
                assumed: 'not recorded',
            })),
        ],
    };
}
/** Names that are shown. */
const SHOWN_COUNT = 6;
function noRole(file, unused) {
    const more = unused.length > SHOWN_COUNT ? ` and ${unused.length - SHOWN_COUNT} more` : '';
    const what = `nothing tells what these series show: ${unused.slice(0, SHOWN_COUNT).join(', ')}${more}`;
    return {
        code: 'no-role',
        where: { file },
        what,
        assumed: `nothing; say what one is with --series '${unused[0]}=ROLE'`,
    };
}
