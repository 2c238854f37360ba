/// <reference lib="dom" />
import type { PageData } from '../charts/chartData.js';
import { formatLinkedState, type LinkedState, parseLinkedState } from './linkedState.js';
import { LogFilter } from './logFilter.js';
import { redrawFigure, redrawFigures } from './redraw.js';
import { setUpReference } from './referenceChoice.js';
import { setUpSorting } from './sortTable.js';
import { ServiceTabs } from './tabs.js';
import { setUpTheme } from './theme.js';
import { TimelineView } from './timelineView.js';

/** The address changes once the reader rests; browsers refuse more than a few changes a second. */
const restMilliseconds = 300;

/** What the parts of the page share: views by the id of their element, filters and tabs by scenario. */
interface Parts {
  readonly timelines: Map<string, TimelineView>;
  readonly logs: Map<string, LogFilter>;
  readonly tabs: Map<string, ServiceTabs>;
}

/** Wires the page up. Everything it needs stands in the file already; it draws anew, filters and zooms. */
function start(): void {
  const source = document.getElementById('data')?.textContent ?? '';
  // safe: the page that carries this script wrote the data beside it.
  const data = JSON.parse(source) as PageData;
  const parts: Parts = { timelines: new Map(), logs: new Map(), tabs: new Map() };
  const link = new Link();
  setUpTheme();
  for (const element of document.querySelectorAll<HTMLElement>('.timeline')) {
    const place = { scenario: Number(element.dataset.scenario), timeline: Number(element.dataset.timeline) };
    const chart = data.scenarios[place.scenario]?.timelines[place.timeline];
    if (chart === undefined) continue;
    const onChange = (state: Pick<LinkedState, 'timeSeconds' | 'zoom'>) => link.change({ ...place, ...state });
    parts.timelines.set(element.id, new TimelineView(element, chart, onChange));
  }
  redrawFigures(data);
  for (const section of document.querySelectorAll<HTMLElement>('[data-log]')) {
    const onPolicy = (policy: string) => link.change({ policy: policy === '' ? undefined : policy });
    parts.logs.set(section.dataset.log ?? '', new LogFilter(section, onPolicy));
  }
  for (const row of document.querySelectorAll<HTMLElement>('[data-tabs]')) {
    const scenario = row.dataset.tabs ?? '';
    parts.tabs.set(scenario, new ServiceTabs(row, (service) => parts.logs.get(scenario)?.showService(service)));
  }
  for (const select of document.querySelectorAll<HTMLSelectElement>('[data-reference]')) {
    const charts = data.scenarios[Number(select.dataset.reference)];
    if (charts !== undefined) setUpReference(select, charts.differences, (figure) => redrawFigure(figure, charts));
  }
  for (const table of document.querySelectorAll<HTMLTableElement>('table.board')) setUpSorting(table);
  document.addEventListener('click', (event) => followTime(event, parts));
  window.addEventListener('hashchange', () => show(parseLinkedState(location.hash), parts));
  show(parseLinkedState(location.hash), parts);
}

/** A time on the page zooms its timeline instead of only leading there. */
function followTime(event: MouseEvent, { timelines, tabs }: Parts): void {
  const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-time]') : null;
  const view = link === null ? undefined : timelines.get(link.hash.slice(1));
  if (link === null || view === undefined) return;
  event.preventDefault();
  if (view.isHidden) tabs.get(view.scenario)?.choose(view.service);
  view.showTime(Number(link.dataset.time));
}

function show(state: LinkedState | undefined, { timelines, logs, tabs }: Parts): void {
  if (state === undefined) return;
  if (state.policy !== undefined) logs.get(String(state.scenario))?.showPolicy(state.policy);
  const view = timelines.get(`timeline-${state.scenario}-${state.timeline}`);
  if (view === undefined || (state.timeSeconds === undefined && state.zoom === undefined)) return;
  if (view.isHidden) tabs.get(view.scenario)?.choose(view.service);
  view.showState(state);
}

/** The address follows what is shown, so that a view can be sent to someone; nothing else is stored. */
class Link {
  #state: LinkedState = parseLinkedState(location.hash) ?? { scenario: 0, timeline: 0 };
  #timer = 0;

  /** A part that is given as undefined is dropped. */
  change(change: Partial<LinkedState>): void {
    const { scenario = this.#state.scenario, timeline = this.#state.timeline, ...rest } = change;
    this.#state = { ...this.#state, ...rest, scenario, timeline };
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      const hash = formatLinkedState(this.#state);
      history.replaceState(null, '', hash === '' ? location.pathname : hash);
    }, restMilliseconds);
  }
}

start();
