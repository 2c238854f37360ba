import { thinSpace } from '../../format.js';
import { drawDifferences } from '../charts/differences.js';
import { differencesHow, differencesTitle } from '../charts/differencesWords.js';
import { drawTradeOff } from '../charts/tradeOff.js';
import { p99LimitOf } from '../data/tradeOffData.js';
import { serverWidth } from '../drawing.js';
import { escapeHtml } from '../escape.js';
import { limitText } from '../measureText.js';
import { figureHtml } from './figure.js';
import { headingHtml } from './section.js';
/** Longer titles would break into two lines beside each other. */
const titleMax = 44;
/** Cost against latency, and the paired differences, side by side. */
export function comparisonSection(context) {
    const { tradeOff, differences } = context.charts;
    if (context.study.candidates.length < 2)
        return '';
    const parts = [
        tradeOff === null ? '' : `<div>${tradeOffHtml(context, tradeOff)}</div>`,
        differences.length === 0 ? '' : `<div data-differences>${differencesHtml(context, differences)}</div>`,
    ].filter((part) => part !== '');
    if (parts.length === 0)
        return '';
    return `<section><div class="columns">${parts.join('')}</div></section>`;
}
function tradeOffHtml(context, data) {
    const { study, drawing } = context;
    const how = study.runs > 1
        ? `Lower left is better. Small dots are replications, bars 95${thinSpace}% intervals, the line the best available trade-offs.`
        : 'Lower left is better. The line joins the best available trade-offs.';
    const svg = drawTradeOff(data, { document: drawing.document, width: serverWidth.column });
    const description = data.points.map(({ name, detail }) => `${name} ${detail}`).join('; ');
    return (headingHtml(context, { id: 'tradeOff', title: tradeOffTitle(study), how }) +
        figureHtml(context, { chart: 'tradeOff', id: 'tradeOff', description, svg }));
}
function tradeOffTitle(study) {
    const limit = p99LimitOf(study);
    const keeping = study.ranked.filter(({ limits, isOfHindsight }) => !isOfHindsight && limits.find((one) => one.measure === limit?.measure)?.ok);
    const [cheapest] = [...keeping].sort((a, b) => costOf(a) - costOf(b));
    if (limit === undefined || cheapest === undefined || study.candidates.length < 2)
        return 'Cost against p99 latency';
    const title = `Cheapest with p99 under ${limitText(limit)}: ${cheapest.label}`;
    return title.length <= titleMax ? title : 'Cost against p99 latency';
}
function costOf({ policy }) {
    return policy.measures.cost_usd?.mean ?? Number.POSITIVE_INFINITY;
}
function differencesHtml(context, choices) {
    const { drawing, heading, scenario } = context;
    const [data] = choices;
    const svg = drawDifferences(data, { document: drawing.document, width: serverWidth.column });
    const description = `Ratios to ${data.reference}; the numbers follow under All measures.`;
    const title = `<${heading} id="differences-${scenario}" data-title>${escapeHtml(differencesTitle(data))}</${heading}>`;
    const how = `<p class="how"><span data-how>${escapeHtml(differencesHow(data))}</span>${referenceSelect(context, choices)}</p>`;
    return title + how + figureHtml(context, { chart: 'differences', id: 'differences', description, svg });
}
/** With two policies the other way round says nothing new. */
function referenceSelect({ scenario }, choices) {
    if (choices.length < 3)
        return '';
    const options = choices.map(({ reference }) => `<option>${escapeHtml(reference)}</option>`);
    return ` <label class="against" hidden>Against <select data-reference="${scenario}">${options.join('')}</select></label>`;
}
