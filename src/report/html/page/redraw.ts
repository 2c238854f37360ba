/// <reference lib="dom" />

import { drawCallGraph } from '../charts/callGraph.js';
import type { ChartData, PageData } from '../charts/chartData.js';
import { drawCostSplit } from '../charts/costSplit.js';
import { drawDifferences } from '../charts/differences.js';
import { drawErrorBudget } from '../charts/errorBudget.js';
import { drawHeatmap } from '../charts/heatmap.js';
import { drawLatencyShares } from '../charts/latencyShares.js';
import { drawTail } from '../charts/tail.js';
import { drawTornado } from '../charts/tornado.js';
import { drawTradeOff } from '../charts/tradeOff.js';
import { quiet } from './quiet.js';

/** Draws every figure at the width of its place, and again whenever that changes. */
export function redrawFigures({ scenarios }: PageData): void {
  for (const figure of document.querySelectorAll<HTMLElement>('figure[data-chart]')) {
    const charts = scenarios[Number(figure.dataset.scenario)];
    if (charts === undefined) continue;
    onWidth(figure, (width) => redrawFigure(figure, charts, width));
  }
}

/** Draws what a figure says it shows. */
export function redrawFigure(figure: HTMLElement, charts: ChartData, width = Math.floor(figure.clientWidth)): void {
  const svg = draw({ name: figure.dataset.chart ?? '', index: Number(figure.dataset.index) }, charts, width);
  if (svg !== null) figure.replaceChildren(quiet(svg));
}

interface Which {
  readonly name: string;
  readonly index: number;
}

function draw({ name, index }: Which, charts: ChartData, width: number): Element | null {
  const canvas = { document, width };
  if (name === 'tradeOff' && charts.tradeOff !== null) return drawTradeOff(charts.tradeOff, canvas);
  if (name === 'quality' && charts.quality !== null) return drawTradeOff(charts.quality, canvas);
  if (name === 'tornado' && charts.tornado !== null) return drawTornado(charts.tornado, canvas);
  if (name === 'tail' && charts.tail !== null) return drawTail(charts.tail, canvas);
  if (name === 'budget' && charts.budget !== null) return drawErrorBudget(charts.budget, canvas);
  if (name === 'latencyShares' && charts.latencyShares !== null) return drawLatencyShares(charts.latencyShares, canvas);
  const graph = name === 'callGraph' ? charts.callGraphs[index] : undefined;
  if (graph !== undefined) return drawCallGraph(graph, canvas);
  const differences = name === 'differences' ? charts.differences[index] : undefined;
  if (differences !== undefined) return drawDifferences(differences, canvas);
  const cost = name === 'cost' ? charts.costs[index] : undefined;
  if (cost !== undefined) return drawCostSplit(cost, canvas);
  const heatmap = name === 'heatmap' ? charts.heatmaps[index] : undefined;
  return heatmap === undefined ? null : drawHeatmap(heatmap, canvas);
}

/** Calls back with the whole width in pixels, at first and after each change; never while the element is hidden. */
export function onWidth(element: HTMLElement, callback: (width: number) => void): void {
  let last = 0;
  const check = () => {
    const width = Math.floor(element.clientWidth);
    if (width === last || width < 80) return;
    last = width;
    callback(width);
  };
  new ResizeObserver(check).observe(element);
  check();
}
