/** What of a load test is not what it seems. */
export function loadWarnings({ file, droppedIterationCount, failedShare }) {
    const where = { file };
    const warnings = [];
    if (droppedIterationCount > 0) {
        const what = `${droppedIterationCount} iterations were dropped, for want of virtual users`;
        warnings.push({
            code: 'dropped-iterations',
            where,
            what,
            assumed: 'the recorded rate, which is lower than the one asked for',
        });
    }
    if (failedShare !== null && failedShare > 0.01) {
        const what = `${Number((100 * failedShare).toPrecision(2))} % of the requests failed`;
        warnings.push({ code: 'failing', where, what, assumed: 'their latencies like those of good answers' });
    }
    return warnings;
}
