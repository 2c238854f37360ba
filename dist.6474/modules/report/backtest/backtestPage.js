import { visibleText } from '../../base/visible.js';
import { counted } from '../format.js';
import { Drawing } from '../html/drawing.js';
import { escapeHtml } from '../html/escape.js';
import { style } from '../html/style.js';
import { answerText, fittedText, measureRule, rowWords, startOf, stretchText, trafficWords } from './backtestWords.js';
import { drawOverlay } from './overlayChart.js';
/** Every chart is drawn for a desk and for a phone; the window chooses. */
const widths = { desk: 1088, phone: 358 };
const ownStyle = `.phone { display: none; } .chart svg { max-width: none; }
@media (max-width: 760px) { .phone { display: block; } .desk { display: none; } }
@media print { .desk { display: block; } .phone { display: none; } .chart svg { max-width: 100%; } }`;
/** Both curves of every measure, laid over each other: one file, without a script or a second file. */
export function backtestPage(source, { version }) {
    const result = visible(source);
    const start = startOf(result);
    const drawing = new Drawing();
    const policy = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'";
    const facts = [
        `backtest of ${result.policy}`,
        stretchText(result, start),
        trafficWords(result),
        counted(result.runs, 'run'),
    ];
    const remarks = [...(result.fit?.numbers ?? []).map(fittedText), ...result.reasons, ...result.notes];
    return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${escapeHtml(result.scenario)} backtest - dryscale</title><link rel="icon" href="data:,"><style>${style}${ownStyle}</style></head>
<body><div class="page"><header class="top"><b>${escapeHtml(result.scenario)}</b><span>${escapeHtml(facts.join(', '))}</span><span class="end"><span class="version">dryscale ${escapeHtml(version)}</span></span></header>
<main><section><h1>${escapeHtml(answerText(result))}</h1>${tableHtml(result, start)}
${remarks.length === 0 ? '' : `<ul class="notices">${remarks.map((one) => `<li>${escapeHtml(one)}</li>`).join('')}</ul>`}</section>
${result.curves.map((curve) => sectionHtml(curve, { result, drawing, start })).join('\n')}</main>
<footer><p>Both are on the recorder's grid. The band spans all runs; the line is their mean.</p><p>Latencies are means of the recorded quantiles, each counted by its requests.</p></footer></div></body></html>
`;
}
function tableHtml(result, start) {
    const rows = result.backtest.map((row) => {
        const { measure, real, simulated, error, believable, why } = rowWords(row, start);
        const tone = row.ok === null ? '' : row.ok ? ' class="good"' : ' class="bad"';
        const cells = [real, simulated, error].map((text) => `<td class="number">${escapeHtml(text)}</td>`).join('');
        return `<tr><th scope="row">${escapeHtml(measure)}</th>${cells}<td><span${tone}>${believable}</span></td><td class="prose">${escapeHtml(why)}</td></tr>`;
    });
    const heads = ['measure', 'real', 'simulated', 'error', 'believable', 'why'];
    const head = heads.map((text, column) => `<th scope="col"${column > 0 && column < 4 ? ' class="number"' : ''}>${text}</th>`);
    return `<div class="scroll" tabindex="0" role="region" aria-label="Measures"><table class="wide"><thead><tr>${head.join('')}</tr></thead><tbody>${rows.join('')}</tbody></table></div>`;
}
function sectionHtml(curve, { result, drawing, start }) {
    const row = result.backtest.find(({ measure }) => measure === curve.measure);
    const { words, unit } = measureRule(curve.measure);
    const id = `curve-${curve.measure}`;
    const figures = Object.entries(widths).map(([name, width]) => {
        const svg = drawOverlay({ curve, stretch: result.stretch, start }, { document: drawing.document, width });
        return `<figure class="chart ${name}" role="img" aria-labelledby="${id}">${drawing.markup(svg)}</figure>`;
    });
    return `<section><h2 id="${id}">${escapeHtml(titleOf(words, row))}</h2><p class="how">${escapeHtml(unit)} over time: real in ink, simulated in blue.</p>${figures.join('')}</section>`;
}
function titleOf(words, row) {
    const name = words.slice(0, 1).toUpperCase() + words.slice(1);
    if (row === undefined || row.ok === null)
        return `${name}: ${row?.why ?? ''}`;
    return `${name}: ${row.ok ? 'believable' : 'not believable'}, ${row.why}`;
}
/** Names of the user's own, made visible at the one door. */
function visible(result) {
    const { scenario, policy, reasons, notes, backtest } = result;
    return {
        ...result,
        scenario: visibleText(scenario),
        policy: visibleText(policy),
        reasons: reasons.map(visibleText),
        notes: notes.map(visibleText),
        backtest: backtest.map((row) => ({ ...row, why: visibleText(row.why) })),
    };
}
