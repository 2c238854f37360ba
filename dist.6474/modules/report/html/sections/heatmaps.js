import { clockText } from '../../clock.js';
import { formatDuration, thinSpace } from '../../format.js';
import { shownRunName } from '../../shownRun.js';
import { drawHeatmap } from '../charts/heatmap.js';
import { serverWidth } from '../drawing.js';
import { policyHtml } from '../phraseHtml.js';
import { placeClass } from '../policyStyle.js';
import { heatmapTitle, slowShares } from '../titles.js';
import { figureHtml } from './figure.js';
import { headingHtml } from './section.js';
/** When were requests slow? One picture per policy on the same scales. */
export function heatmapsSection(context) {
    const { charts, study, drawing } = context;
    const [first] = charts.heatmaps;
    if (first === undefined)
        return '';
    const shown = shownRunName(study.scenario);
    const which = shown === undefined ? '' : ` Shown is ${shown}.`;
    const red = first.sloMs === null ? '' : ', red is above the SLO';
    const how = `Answers per ${formatDuration(first.stepSeconds)} and latency bucket, each column by itself: darker is more${red}. Requests without an answer are not in it.${which}`;
    const figures = charts.heatmaps.map((data, index) => {
        const svg = drawHeatmap(data, { document: drawing.document, width: serverWidth.column });
        const figure = figureHtml(context, {
            chart: 'heatmap',
            id: 'heatmap',
            description: descriptionOf(data),
            svg,
            index,
        });
        const candidate = study.candidates.find(({ place }) => place === data.place);
        return `<div class="p ${placeClass(data.place)}">${policyHtml(candidate?.name ?? data.name, study, { isPick: true })}${figure}</div>`;
    });
    return `<section>${headingHtml(context, { id: 'heatmap', title: heatmapTitle(charts.heatmaps), how })}<div class="heatmaps">${figures.join('')}</div></section>`;
}
function descriptionOf(data) {
    const slow = slowShares(data);
    if (slow.length === 0)
        return `Latency of the answers of ${data.name} over time.`;
    const worst = Math.max(...slow);
    const at = clockText(slow.indexOf(worst) * data.stepSeconds, data.start, { withSeconds: false });
    return `${data.name}: at most ${Math.round(worst * 100)}${thinSpace}% of a column above the SLO, at ${at}.`;
}
