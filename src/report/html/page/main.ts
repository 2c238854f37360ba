/// <reference lib="dom" />
import type { PageData } from '../charts/chartData.js';
import { formatLinkedState, type LinkedState, parseLinkedState } from './linkedState.js';
import { LogFilter } from './logFilter.js';
import { redrawFigure, redrawFigures } from './redraw.js';
import { ReferenceChoice } from './referenceChoice.js';
import { ShowAlone } from './showAlone.js';
import { setUpSorting } from './sortTable.js';
import { ServiceTabs } from './tabs.js';
import { TimelineView } from './timelineView.js';

/** The address changes once the reader rests; browsers refuse more than a few changes a second. */
const restMilliseconds = 300;

/** What the parts of the page share: views by the id of their element, all else by the place of the scenario. */
interface Parts {
  readonly timelines: Map<string, TimelineView>;
  readonly logs: Map<string, LogFilter>;
  readonly tabs: Map<string, ServiceTabs>;
  readonly references: Map<string, ReferenceChoice>;
  readonly alone: Map<string, ShowAlone>;
}

/** Wires the page up. Everything it needs stands in the file already; it draws anew, filters and zooms. */
function start(): void {
  const source = document.getElementById('data')?.textContent ?? '';
  // safe: the page that carries this script wrote the data beside it.
  const data = JSON.parse(source) as PageData;
  const parts: Parts = {
    timelines: new Map(),
    logs: new Map(),
    tabs: new Map(),
    references: new Map(),
    alone: new Map(),
  };
  const link = new Link();
  setUpTheme();
  setUpTimelines(data, parts, link);
  redrawFigures(data);
  setUpChoices(data, parts, link);
  setUpAlone(data, parts, link);
  for (const table of document.querySelectorAll<HTMLTableElement>('table.board')) setUpSorting(table);
  document.addEventListener('click', (event) => followTime(event, parts));
  const linked = parseLinkedState(location.hash);
  window.addEventListener('hashchange', () => {
    const state = parseLinkedState(location.hash);
    link.take(state);
    show(state, parts);
  });
  show(linked, parts);
}

function setUpTimelines(data: PageData, { timelines }: Parts, link: Link): void {
  for (const element of document.querySelectorAll<HTMLElement>('.timeline')) {
    const place = { scenario: Number(element.dataset.scenario), timeline: Number(element.dataset.timeline) };
    const chart = data.scenarios[place.scenario]?.timelines[place.timeline];
    if (chart === undefined) continue;
    const onChange = (state: Pick<LinkedState, 'timeSeconds' | 'zoom'>) => link.change({ ...place, ...state });
    timelines.set(element.id, new TimelineView(element, chart, onChange));
  }
}

function setUpChoices(data: PageData, { logs, tabs, references }: Parts, link: Link): void {
  for (const section of document.querySelectorAll<HTMLElement>('[data-log]')) {
    const onPolicy = (policy: string) => link.change({ policy: policy === '' ? undefined : policy });
    logs.set(section.dataset.log ?? '', new LogFilter(section, onPolicy));
  }
  for (const row of document.querySelectorAll<HTMLElement>('[data-tabs]')) {
    const scenario = row.dataset.tabs ?? '';
    const onService = (service: string, isByReader: boolean) => {
      logs.get(scenario)?.showService(service);
      if (isByReader) link.choose('services', Number(scenario), service === '' ? undefined : service);
    };
    tabs.set(scenario, new ServiceTabs(row, onService));
  }
  for (const select of document.querySelectorAll<HTMLSelectElement>('[data-reference]')) {
    const scenario = select.dataset.reference ?? '';
    const charts = data.scenarios[Number(scenario)];
    if (charts === undefined) continue;
    const choice = new ReferenceChoice(select, charts.differences, {
      onChoice: (figure) => redrawFigure(figure, charts),
      onReader: (reference) => link.choose('references', Number(scenario), reference),
    });
    references.set(scenario, choice);
  }
}

function setUpAlone(data: PageData, { alone }: Parts, link: Link): void {
  for (const [scenario, { policies }] of data.scenarios.entries()) {
    const root = document.getElementById(`s${scenario}`);
    if (root === null) continue;
    const onChange = (name: string | undefined) => {
      // The same policy in every scenario: who looks at one wants to see it everywhere.
      for (const other of alone.values()) other.show(name);
      link.change({ alone: name });
    };
    alone.set(String(scenario), new ShowAlone(root, policies, onChange));
  }
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    [...alone.values()].find(({ isAlone }) => isAlone)?.restore();
  });
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

function show(state: LinkedState | undefined, { timelines, logs, tabs, references, alone }: Parts): void {
  if (state === undefined) return;
  for (const one of alone.values()) one.show(state.alone);
  for (const [scenario, one] of tabs) one.choose(state.services?.[Number(scenario)] ?? '', false);
  for (const [scenario, one] of references) one.show(state.references?.[Number(scenario)]);
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

  /** The reader came with another address. */
  take(state: LinkedState | undefined): void {
    if (state !== undefined) this.#state = state;
  }

  /** A part that is given as undefined is dropped. */
  change(change: Partial<LinkedState>): void {
    const { scenario = this.#state.scenario, timeline = this.#state.timeline, ...rest } = change;
    this.#state = { ...this.#state, ...rest, scenario, timeline };
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      const hash = formatLinkedState(this.#state);
      try {
        history.replaceState(null, '', hash === '' ? location.pathname : hash);
      } catch {
        // A page within another may have no address of its own.
      }
    }, restMilliseconds);
  }

  /** What is chosen in one scenario; undefined for what the page begins with. */
  choose(kind: 'services' | 'references', scenario: number, value: string | undefined): void {
    const others = Object.entries(this.#state[kind] ?? {}).filter(([place]) => Number(place) !== scenario);
    const chosen = Object.fromEntries([...others, ...(value === undefined ? [] : [[scenario, value]])]);
    this.change({ [kind]: chosen });
  }
}

start();

/// <reference lib="dom" />

/** The button switches to the other theme; until then the system decides. Nothing is stored. */
export function setUpTheme(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-button]');
  if (button === null) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    const root = document.documentElement;
    const current = root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    root.dataset.theme = current === 'dark' ? 'light' : 'dark';
  });
}
