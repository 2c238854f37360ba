import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { studyOf } from '../../../src/report/analysis/study.js';
import { drawCostSplit } from '../../../src/report/html/charts/costSplit.js';
import { drawDifferences } from '../../../src/report/html/charts/differences.js';
import { drawTimelineRow } from '../../../src/report/html/charts/drawTimelineRow.js';
import { drawErrorBudget } from '../../../src/report/html/charts/errorBudget.js';
import { drawHeatmap } from '../../../src/report/html/charts/heatmap.js';
import { drawTail } from '../../../src/report/html/charts/tail.js';
import { drawTradeOff } from '../../../src/report/html/charts/tradeOff.js';
import { chartDataOf } from '../../../src/report/html/data/chartDataOf.js';
import { Drawing } from '../../../src/report/html/drawing.js';
import { richDocument } from './richDocument.js';

/**
 * The pictures that stand in the file, as text: the same data give the same bytes, so any change of a picture shows here.
 *
 * DRYSCALE_UPDATE_GOLDEN=1 writes them anew; look at each before it is committed.
 */
const folder = join(import.meta.dirname, 'golden');
const isUpdate = process.env.DRYSCALE_UPDATE_GOLDEN === '1';

const charts = chartDataOf(studyOf(richDocument().scenarios[0]), { samplesMax: 90, changesMax: 180 });

/** A chart that must be there. */
function present<T>(chart: T | null | undefined): T {
  if (chart === null || chart === undefined) throw new Error('the sample has no data for this picture');
  return chart;
}

type Draw = (canvas: { document: Drawing['document']; width: number }) => readonly { readonly outerHTML: string }[];

const timeline = present(charts.timelines[0]);
const whole = { fromSeconds: 0, untilSeconds: timeline.durationSeconds };
const zoomed = { fromSeconds: 1700, untilSeconds: 2300 };

const pictures: readonly (readonly [string, number, Draw])[] = [
  ['trade-off', 524, (canvas) => [drawTradeOff(present(charts.tradeOff), canvas)]],
  ['differences', 524, (canvas) => [drawDifferences(present(charts.differences[0] ?? null), canvas)]],
  ['differences-phone', 358, (canvas) => [drawDifferences(present(charts.differences[0] ?? null), canvas)]],
  ['timeline-traffic', 920, (canvas) => drawTimelineRow(timeline, 'traffic', canvas, whole, { isInteractive: false })],
  ['timeline-first', 920, (canvas) => drawTimelineRow(timeline, 0, canvas, whole, { isInteractive: false })],
  ['timeline-zoomed', 920, (canvas) => drawTimelineRow(timeline, 3, canvas, zoomed, { isInteractive: true })],
  ['error-budget', 524, (canvas) => [drawErrorBudget(present(charts.budget), canvas)]],
  ['tail', 524, (canvas) => [drawTail(present(charts.tail), canvas)]],
  ['cost-split', 1088, (canvas) => [drawCostSplit(present(charts.costs[0]), canvas)]],
  ['cost-split-phone', 358, (canvas) => [drawCostSplit(present(charts.costs[0]), canvas)]],
  ['heatmap', 524, (canvas) => [drawHeatmap(present(charts.heatmaps[3]), canvas)]],
];

describe('the pictures in the file', () => {
  it.each(pictures)('draws %s as looked at', (name, width, draw) => {
    const drawing = new Drawing();
    const svgs = draw({ document: drawing.document, width }).map((svg) => drawing.markup(svg));
    // One element a line: then a change shows where it is.
    const text = `${svgs.join('\n').replace(/></g, '>\n<')}\n`;
    const path = join(folder, `${name}.svg.txt`);
    if (isUpdate) {
      mkdirSync(folder, { recursive: true });
      writeFileSync(path, text);
    }
    expect(existsSync(path), `${name}.svg.txt is missing`).toBe(true);
    expect(text).toBe(readFileSync(path, 'utf8'));
  });

  it('has no golden file without its picture', () => {
    expect(readdirSync(folder).sort()).toEqual(pictures.map(([name]) => `${name}.svg.txt`).sort());
  });
});
