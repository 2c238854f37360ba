/// <reference lib="dom" />
import type { ChartData, PageData } from '../charts/chartData.js';
import { drawDifferences } from '../charts/differences.js';
import { drawTail } from '../charts/tail.js';
import { drawTradeOff } from '../charts/tradeOff.js';

/** Draws every figure at the width of its place, and again whenever that changes. */
export function redrawFigures({ scenarios }: PageData): void {
  for (const figure of document.querySelectorAll<HTMLElement>('figure[data-chart]')) {
    const charts = scenarios[Number(figure.dataset.scenario)];
    if (charts === undefined) continue;
    onWidth(figure, (width) => {
      const svg = draw(figure.dataset.chart ?? '', charts, width);
      if (svg !== null) figure.replaceChildren(svg);
    });
  }
}

function draw(name: string, charts: ChartData, width: number): Element | null {
  const canvas = { document, width };
  if (name === 'tradeOff' && charts.tradeOff !== null) return drawTradeOff(charts.tradeOff, canvas);
  if (name === 'differences' && charts.differences !== null) return drawDifferences(charts.differences, canvas);
  return name === 'tail' && charts.tail !== null ? drawTail(charts.tail, canvas) : null;
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
