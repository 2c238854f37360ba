import { robustnessText, uncoveredTexts, unusedRangesText } from '../../robustnessText.js';
import { drawTornado } from '../charts/tornado.js';
import { serverWidth } from '../drawing.js';
import { escapeHtml } from '../escape.js';
import { figureHtml } from './figure.js';
import { headingHtml } from './section.js';
/** Whether the answer holds within the ranges of the inputs, and which of them to measure next; empty without worlds. */
export function robustnessSection(context) {
    const { scenario } = context.study;
    const { tornado } = context.charts;
    const { robustness } = scenario;
    const text = robustnessText(scenario);
    if (robustness === undefined || text === undefined)
        return '';
    const how = howText(robustness.worlds, robustness.against);
    const uncovered = uncoveredTexts(scenario).map((one) => `<p class="how">${escapeHtml(one)}</p>`);
    const chart = tornado === null ? '' : tornadoHtml(context, tornado);
    const title = robustnessTitle(robustness, tornado);
    return `<section>${headingHtml(context, { id: 'tornado', title })}<p class="lede">${escapeHtml(text)}</p><p class="how">${escapeHtml(how)}</p>${chart}${uncovered.join('')}</section>`;
}
/** An input below this moves less than a reader would measure for. */
const leastEffect = 0.2;
/** What to measure next, where an input moves the difference more than chance does: 2 standard errors of a coefficient. */
function robustnessTitle({ share, worlds }, tornado) {
    const least = Math.max(leastEffect, 2 / Math.sqrt(worlds));
    const strong = tornado?.bars.filter(({ effect }) => Math.abs(effect) >= least) ?? [];
    const [first, second] = strong;
    if (first === undefined)
        return 'No input in its range moves the difference much';
    if (share === 1)
        return `The choice holds in every world; ${first.name} moves the difference most`;
    return `Measure ${first.name} next${second === undefined ? '' : `, then ${second.name}`}`;
}
function howText(worlds, against) {
    const what = {
        'best other': 'the difference to the best of the other policies',
        limits: 'the distance to the limits',
        nothing: 'the cost or other goal',
    }[against];
    return `${worlds} worlds, each with every input drawn from its range and one run of all policies. A bar is how much ${what} goes with an input: a coefficient of a regression on ranks, from \u22121 to 1.`;
}
function tornadoHtml(context, data) {
    const svg = drawTornado(data, { document: context.drawing.document, width: serverWidth.full });
    const description = data.bars.map(({ name, effect, detail }) => `${name} ${effect.toFixed(2)}: ${detail}`).join('; ');
    return figureHtml(context, { chart: 'tornado', id: 'tornado', description, svg });
}
/** That ranges are known and were not used; empty where they were, or there are none. */
export function unusedRanges({ study }) {
    const text = unusedRangesText(study.scenario);
    return text === undefined
        ? ''
        : `<p class="inputs">${escapeHtml(`${text.slice(0, 1).toUpperCase()}${text.slice(1)}`)}.</p>`;
}
