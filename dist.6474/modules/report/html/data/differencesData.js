import { comparisonOf, pairedRatio } from '../../analysis/paired.js';
import { lookOf } from './lookOf.js';
const compared = [
    { measure: 'cost_usd', label: 'cost', isJudged: true },
    { measure: 'latency_all_p50_ms', label: 'p50 all', isJudged: false },
    { measure: 'latency_all_p95_ms', label: 'p95 all', isJudged: false },
    { measure: 'latency_all_p99_ms', label: 'p99 all', isJudged: true },
];
/** With more others the picture is of what is judged only; the table has all of it. */
const othersMax = 6;
/** References to choose from: each carries a chart of all others, and a page of ten policies must stay below 1.5 MB. */
const referencesMax = 5;
/** The best policies as the reference of all others, the study's own first; empty with one policy. */
export function differencesDataOf(study) {
    const { reference, ranked } = study;
    const references = [...ranked.filter((one) => one === reference), ...ranked.filter((one) => one !== reference)];
    return references.slice(0, referencesMax).flatMap((one) => against(one, study));
}
function against(reference, study) {
    const others = study.ranked.filter((one) => one !== reference);
    const groups = (others.length > othersMax ? compared.filter(({ isJudged }) => isJudged) : compared).flatMap(({ measure, label }) => {
        const rows = others.flatMap((other) => rowOf(measure, { a: reference, b: other }, study));
        return rows.length === 0 ? [] : [{ label, rows }];
    });
    return groups.length === 0 ? [] : [{ reference: reference.label, groups }];
}
function rowOf(measure, sides, study) {
    const row = comparisonOf(measure, sides, study);
    if (row === undefined)
        return [];
    const isReal = row.verdict === 'better' || row.verdict === 'worse';
    const common = {
        name: sides.b.label,
        place: sides.b.place,
        ...lookOf(sides.b),
        ...(row.verdict === 'not judged' ? {} : { isReal }),
    };
    const none = { ratio: null, low: null, high: null };
    if (row.unanswered !== undefined)
        return [{ ...common, ...none, note: lateText(row.unanswered) }];
    const ratio = pairedRatio(measure, sides, study);
    if (ratio === undefined)
        return [];
    // Four digits are more than a pixel shows, and there is a chart for each reference.
    const short = (value) => (value === null ? null : Number(value.toPrecision(4)));
    return [
        { ...common, ratio: Number(ratio.ratio.toPrecision(4)), low: short(ratio.low), high: short(ratio.high), note: '' },
    ];
}
/** `unanswered in 1 of 10` */
function lateText({ a, b, runs }) {
    if (b === 0)
        return 'answered';
    const too = a > 0 ? ' too' : '';
    return b === runs ? `unanswered${too}` : `unanswered in ${b} of ${runs}${too}`;
}
