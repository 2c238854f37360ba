/// <reference lib="dom" />
import type { PageData } from '../charts/chartData.js';
import { setUpLog } from './logFilter.js';
import { redrawFigures } from './redraw.js';
import { setUpTabs } from './tabs.js';
import { setUpTheme } from './theme.js';
import { TimelineView } from './timelineView.js';

/** Wires the page up. Everything it needs stands in the file already; it draws anew, filters and zooms. */
function start(): void {
  const source = document.getElementById('data')?.textContent ?? '';
  // safe: the page that carries this script wrote the data beside it.
  const data = JSON.parse(source) as PageData;
  setUpTheme();
  const timelines = new Map<string, TimelineView>();
  for (const element of document.querySelectorAll<HTMLElement>('.timeline')) {
    const { scenario, timeline } = element.dataset;
    const chart = data.scenarios[Number(scenario)]?.timelines[Number(timeline)];
    if (chart !== undefined) timelines.set(element.id, new TimelineView(element, chart));
  }
  redrawFigures(data);
  setUpTabs();
  for (const section of document.querySelectorAll<HTMLElement>('[data-log]')) setUpLog(section);
  document.addEventListener('click', (event) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-time]') : null;
    const view = link === null ? undefined : timelines.get(link.hash.slice(1));
    if (link === null || view === undefined) return;
    event.preventDefault();
    view.showTime(Number(link.dataset.time));
  });
}

start();
