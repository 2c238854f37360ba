import { thinSpace } from '../../format.js';
/** Longer titles would break into two lines beside the chart next to it. */
const titleMax = 44;
/** How many of the judged differences from the reference the runs show; neutral with one run, which shows none. */
export function differencesTitle({ groups, reference }) {
    // Runs that went unanswered have no interval and are judged all the same: by their number.
    const rows = groups.flatMap((group) => group.rows).filter(({ isReal }) => isReal !== undefined);
    if (rows.every(({ low, isReal }) => low === null && isReal === false))
        return `Against ${reference}`;
    const real = rows.filter(({ isReal }) => isReal).length;
    const count = real === rows.length ? 'All' : `${real} of ${rows.length}`;
    const title = `${count} judged differences from ${reference} are clear`;
    return title.length <= titleMax ? title : `${count} judged differences are clear`;
}
/** The grey line that says how to read the chart. */
export function differencesHow({ groups, reference }) {
    const hasIntervals = groups.some(({ rows }) => rows.some(({ low }) => low !== null));
    const hasOthers = groups.some(({ rows }) => rows.some(({ isReal }) => isReal === undefined));
    return hasIntervals
        ? `Paired on the same random numbers, ratio to ${reference}. Cost and p99 are judged, with the interval that the verdict used: a bar that crosses “same” leaves it open.${hasOthers ? ` The others have 95${thinSpace}% intervals and no verdict.` : ''}`
        : `One run each on the same random numbers, ratio to ${reference}; no intervals.`;
}
