import type { Study } from '../../analysis/study.js';
import type { ChartData } from '../charts/chartData.js';
import type { Drawing } from '../drawing.js';
import { escapeHtml } from '../escape.js';

/** What every section of a scenario may use. */
export interface SectionContext {
  readonly study: Study;
  /** Place of the scenario in the document; part of ids. */
  readonly scenario: number;
  /** `h2` where the page has one scenario, else `h3` under the scenario's own heading. */
  readonly heading: 'h2' | 'h3';
  /** Charts as the file carries them, with fewer points than the script's. */
  readonly charts: ChartData;
  readonly drawing: Drawing;
  /** False where the page has no script: then nothing may be hidden that only a script shows. */
  readonly hasScript: boolean;
}

/** Where the times of a scenario lead. */
export function timelineId({ scenario }: Pick<SectionContext, 'scenario'>): string {
  return `timeline-${scenario}-0`;
}

/** The timeline of a service; the first one where there is none of that name. */
export function timelineIdOf(
  { scenario, charts }: Pick<SectionContext, 'scenario' | 'charts'>,
  service: string,
): string {
  return `timeline-${scenario}-${Math.max(
    0,
    charts.timelines.findIndex((one) => one.service === service),
  )}`;
}

/** Title and the grey line that says how to read what follows. */
export function headingHtml(
  context: SectionContext,
  { id, title, how }: { id: string; title: string; how?: string },
): string {
  const tag = context.heading;
  const line = how === undefined ? '' : `<p class="how">${escapeHtml(how)}</p>`;
  return `<${tag} id="${id}-${context.scenario}">${escapeHtml(title)}</${tag}>${line}`;
}

/** A wide table that scrolls by itself, reachable by the keyboard; its label is unique on the page. */
export function scrollHtml(
  { heading, study }: Pick<SectionContext, 'heading' | 'study'>,
  label: string,
  table: string,
): string {
  const name = heading === 'h2' ? label : `${label}, ${study.scenario.name}`;
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escapeHtml(name)}">${table}</div>`;
}
