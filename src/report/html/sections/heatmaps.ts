import { countWord, formatClock, formatDuration, listOf, thinSpace } from '../../format.js';
import { shownRunName } from '../../shownRun.js';
import { drawHeatmap, type HeatmapData } from '../charts/heatmap.js';
import { serverWidth } from '../drawing.js';
import { policyHtml } from '../phraseHtml.js';
import { figureHtml } from './figure.js';
import { headingHtml, type SectionContext } from './section.js';

/** When were requests slow? One picture per policy on the same scales. */
export function heatmapsSection(context: SectionContext): string {
  const { charts, study, drawing } = context;
  const [first] = charts.heatmaps;
  if (first === undefined) return '';
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
    return `<div>${policyHtml(data.name, study)}${figure}</div>`;
  });
  return `<section>${headingHtml(context, { id: 'heatmap', title: titleOf(charts.heatmaps), how })}<div class="heatmaps">${figures.join('')}</div></section>`;
}

/** [column] share of the answers above the SLO, 0..1. */
function slowShares({ shares, uppers, sloMs }: HeatmapData): number[] {
  if (sloMs === null) return [];
  const first = uppers.findIndex((upper) => upper > sloMs * 1.001);
  return shares.map((column) => column.slice(first).reduce((sum, share) => sum + share, 0) / 1000);
}

function descriptionOf(data: HeatmapData): string {
  const slow = slowShares(data);
  if (slow.length === 0) return `Latency of the answers of ${data.name} over time.`;
  const worst = Math.max(...slow);
  const at = formatClock(slow.indexOf(worst) * data.stepSeconds, { withSeconds: false });
  return `${data.name}: at most ${Math.round(worst * 100)}${thinSpace}% of a column above the SLO, at ${at}.`;
}

/** A column is part of a burst from this share above the SLO on. */
const burstShare = 0.1;

function titleOf(heatmaps: readonly HeatmapData[]): string {
  const [first] = heatmaps;
  const columns = heatmaps.map(slowShares);
  const isSlow = first.shares.map((_, column) => columns.some((slow) => (slow[column] ?? 0) >= burstShare));
  const starts = isSlow.flatMap((slow, column) => (slow && !isSlow[column - 1] ? [column] : []));
  if (first.sloMs === null || starts.length > 4) return 'When requests were slow';
  if (starts.length === 0) return `Never more than a tenth of the requests is slow at once`;
  const times = listOf(starts.map((column) => formatClock(column * first.stepSeconds, { withSeconds: false })));
  if (starts.length === 1) return `Slow requests come in one burst, from ${times}`;
  return `Slow requests come in ${countWord(starts.length)} bursts, from ${times}`;
}
