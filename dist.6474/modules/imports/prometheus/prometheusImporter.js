import { exitCode } from '../../base/exitCode.js';
import { isoTime } from '../../base/isoTime.js';
import { nearest } from '../../base/nearest.js';
import { ProblemError } from '../../base/problem.js';
import { inputProblem } from '../readInput.js';
import { traceUsage } from '../traceUsage.js';
import { readMatrix } from './readMatrix.js';
import { seriesHygiene } from './seriesHygiene.js';
import { toRates } from './toRates.js';
/** A series of Prometheus as a trace of rates. */
export const prometheusImporter = {
    name: 'prometheus',
    summary: 'an answer of query_range (JSON, also .gz) -> a trace of rates',
    settings: ['series'],
    async read({ file, series: asked, out }) {
        const series = chosen(readMatrix(file), asked, file);
        const rates = toRates(series);
        check(series, rates, file);
        const rows = rates.rows.map(({ seconds, ratePerSecond }) => `${isoTime(seconds)},${ratePerSecond}`);
        return {
            text: `${['time,rate', ...rows].join('\n')}\n`,
            notes: seriesHygiene(series, rates),
            usage: traceUsage({ column: 'rate', file: out }),
        };
    },
};
/** The only series, the N-th (from 1), or the one whose labels are named in full or in part. */
function chosen(all, asked, file) {
    if (all.length === 0) {
        throw inputProblem(file, {
            code: 'no-series',
            what: 'holds no series',
            why: 'The query matched nothing.',
            fix: 'check the query and its span.',
        });
    }
    if (asked === undefined) {
        if (all.length === 1)
            return all[0];
        throw inputProblem(file, {
            code: 'which-series',
            what: `holds ${all.length} series`,
            why: `It is not clear which one is the traffic: ${listOf(all)}`,
            fix: 'add --series N or --series NAME, or sum them in the query: sum(rate(x[1m])).',
        });
    }
    if (/^\d+$/.test(asked)) {
        const series = all[Number(asked) - 1];
        if (series !== undefined)
            return series;
        throw unknownSeries(`--series ${asked}: there are ${all.length} series, numbered from 1`, listOf(all));
    }
    const exact = all.filter(({ label, name }) => label === asked || (name === asked && isOnlyOf(all, asked)));
    const matching = exact.length > 0 ? exact : all.filter(({ label }) => label.includes(asked));
    if (matching.length === 1)
        return matching[0];
    if (matching.length > 1)
        throw unknownSeries(`--series "${asked}" fits ${matching.length} series`, listOf(matching));
    const close = nearest(asked, all.map(({ label }) => label));
    throw unknownSeries(`--series "${asked}" fits no series`, `${close === undefined ? '' : `did you mean ${close}? `}${listOf(all)}`);
}
function isOnlyOf(all, name) {
    return all.filter((series) => series.name === name).length === 1;
}
/** Series that a message lists. */
const LISTED_COUNT = 20;
function listOf(all) {
    const shown = all.slice(0, LISTED_COUNT).map(({ label }, index) => `${index + 1} ${label}`);
    return shown.join('; ') + (all.length > LISTED_COUNT ? `; and ${all.length - LISTED_COUNT} more` : '');
}
function unknownSeries(what, fix) {
    const problem = {
        code: 'unknown-series',
        where: {},
        what,
        why: 'One series becomes the trace.',
        fix: `choose one of: ${fix}`,
    };
    return new ProblemError([problem], exitCode.wrongUsage);
}
function check({ label }, { rows, negativeCount, isCounter }, file) {
    if (rows.length === 0) {
        throw inputProblem(file, {
            code: 'no-values',
            what: `${label} has ${isCounter ? 'fewer than two samples' : 'no values'}`,
            why: 'There is nothing to replay.',
            fix: 'choose a longer span.',
        });
    }
    if (negativeCount === 0)
        return;
    throw inputProblem(file, {
        code: 'negative-rate',
        what: `${label} has ${negativeCount} values below 0`,
        why: 'Requests never come at a negative rate: this is another quantity.',
        fix: 'choose a series of requests a second, or clamp it in the query: clamp_min(x, 0).',
    });
}
