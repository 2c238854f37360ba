import { costParts } from '../../analysis/costParts.js';
import { counted, formatUsd, thinSpace } from '../../format.js';
import { drawCostSplit } from '../charts/costSplit.js';
import { serverWidth } from '../drawing.js';
import { escapeHtml } from '../escape.js';
import { costTitle } from '../titles.js';
import { figureHtml, keyHtml } from './figure.js';
import { headingHtml } from './section.js';
/** What each policy's money was paid for; with several services the tabs of the timeline choose one. */
export function costsSection(context) {
    const { charts, study } = context;
    if (charts.costs.length === 0)
        return '';
    const interval = study.runs > 1 ? `, mean of ${counted(study.runs, 'replication')} ± half of the 95${thinSpace}% interval` : '';
    const how = `US dollars ${context.study.money.label === '$/run' ? 'a run' : 'a month'}${interval}. Useful is the share of the ready time that the instances worked.`;
    const present = new Set(charts.costs.flatMap(({ bars }) => bars.flatMap(({ segments }) => segments.map(({ key }) => key))));
    const key = keyHtml(costParts
        .filter((part) => present.has(part.key))
        .map((part) => ({ color: `var(--${part.key})`, text: part.label })));
    const figures = charts.costs.map((data, index) => chartHtml(data, index, context));
    return `<section>${headingHtml(context, { id: 'cost', title: costTitle(study), how })}${key}${figures.join('')}</section>`;
}
function chartHtml(data, index, context) {
    const svg = drawCostSplit(data, { document: context.drawing.document, width: serverWidth.full });
    const description = data.bars
        .map(({ name, segments, total }) => `${name} ${total}: ${segments.map(({ label, usd }) => `${label} ${formatUsd(usd)}`).join(', ')}`)
        .join('; ');
    const figure = figureHtml(context, { chart: 'cost', id: 'cost', description, svg, index });
    if (context.charts.costs.length === 1)
        return figure;
    const name = data.service === '' ? 'all services' : data.service;
    return `<div data-service="${escapeHtml(data.service)}"><p class="service"><b>${escapeHtml(name)}</b></p>${figure}</div>`;
}
