import { type Candidate, meanOf, type Study } from '../../analysis/study.js';
import { untypicalText } from '../../analysis/untypical.js';
import { formatDuration, formatPercent, listOf } from '../../format.js';
import { shownRunText } from '../../shownRun.js';
import { drawTimelineRow } from '../charts/drawTimelineRow.js';
import { failureKinds } from '../charts/failureRow.js';
import type { KeptOutKind, TimelineData, TimelineRow } from '../charts/timelineData.js';
import { shortFill } from '../charts/timelineFrame.js';
import { serverWidth } from '../drawing.js';
import { escapeHtml } from '../escape.js';
import { measureText } from '../measureText.js';
import { policyHtml } from '../phraseHtml.js';
import { placeClass } from '../policyStyle.js';
import { headingHtml, type SectionContext } from './section.js';

/** What every policy did and when, on one scale of time. */
export function timelineSection(context: SectionContext): string {
  const { charts, study } = context;
  if (charts.timelines.length === 0) return '';
  const timelines = charts.timelines.map((data, index) => timelineHtml(data, index, context));
  return `<section>${headingHtml(context, { id: 'timeline', title: titleOf(study), how: howOf(charts.timelines[0], study) })}${legend(charts.timelines)}${tabs(context)}${timelines.join('')}</section>`;
}

function titleOf({ candidates, reference }: Study): string {
  const short = candidates.flatMap((candidate) => {
    const percent = meanOf(candidate, 'under_provisioned_time_percent');
    return percent === undefined || candidate.isOfHindsight ? [] : [{ name: candidate.label, percent }];
  });
  const own = short.find(({ name }) => name === reference?.label);
  if (own === undefined) return 'Instances and latency over the run';
  const worst = short.reduce((a, b) => (b.percent > a.percent ? b : a));
  const share =
    own.percent === 0
      ? `${own.name} is never short of instances`
      : `${own.name} is short of instances ${formatPercent(own.percent)} of the time`;
  if (short.length === 1) return share;
  if (worst.percent <= own.percent * 1.2 || worst.name === own.name)
    return 'Ready against needed instances over the run';
  return `${share}, ${worst.name} ${formatPercent(worst.percent)}${own.percent === 0 ? ' of the time' : ''}`;
}

function howOf(
  { hasCpu, nodeMax, tokenScale, keptOutKinds, failureMax, latencyName, latencyDomain, rate, start }: TimelineData,
  study: Study,
): string {
  const shown = shownRunText(study.scenario);
  const panels = [
    'instances',
    ...keptOutTexts(keptOutKinds ?? []),
    ...(nodeMax === undefined ? [] : ['nodes']),
    ...(latencyDomain === null ? [] : [`${latencyName} latency (log)`]),
    ...tokenTexts(tokenScale),
    ...(failureMax === null ? [] : ['share of requests not answered well']),
    ...(hasCpu ? ['cpu'] : []),
  ];
  const coarse = rate.stepSeconds > 60 ? ` Points stand for ${formatDuration(rate.stepSeconds)}.` : '';
  const which =
    shown === undefined ? '' : ` Shown is ${shown}; counts elsewhere are means over all.${untypicalText(study)}`;
  const time = start === undefined ? 'hh:mm of the run' : `the clock of the run, from ${start.slice(0, 10)} (UTC)`;
  return `Per policy: ${listOf(panels)}; time is ${time}.${which}${coarse} Point to read, drag to zoom, double click to reset; a name shows its policy alone. Keys: arrows, + and −, n and p for events.`;
}

function tokenTexts(scale: TimelineData['tokenScale']): string[] {
  if (scale === undefined) return [];
  return ['p95 time to first token (log)', 'KV memory', ...(scale.waitingMax === 0 ? [] : ['waiting prompts'])];
}

function keptOutTexts(kinds: readonly KeptOutKind[]): string[] {
  return [
    ...(kinds.some((kind) => kind === 'breaker' || kind === 'instanceBreakers') ? ['open circuit breakers'] : []),
    ...(kinds.includes('ejected') ? ['ejected instances'] : []),
    ...(kinds.includes('cooling') ? ['cooldowns'] : []),
    ...(kinds.includes('rolledBack') ? ['rollouts that went back'] : []),
  ];
}

function legend(timelines: readonly TimelineData[]): string {
  const rows = timelines.flatMap((one) => one.rows);
  const types = new Set(rows.flatMap(({ marks }) => marks.map(({ type }) => type)));
  const box = (content: string) =>
    `<svg width="22" height="10" viewBox="0 0 22 10" aria-hidden="true">${content}</svg>`;
  const items = [
    ...(rows.some(({ aboveSlo }) => aboveSlo.length > 0)
      ? [
          `${box('<rect width="22" height="10" fill="var(--bad)" fill-opacity=".28"/><rect width="22" height="3" fill="var(--bad)"/>')}above the SLO`,
        ]
      : []),
    ...(rows.some(isEverShort)
      ? [`${box(`<rect width="22" height="10" fill="${shortFill}"/>`)}short: fewer ready than needed`]
      : []),
    `${box('<path d="M0,5H22" stroke="var(--ink2)" stroke-width="1.4" stroke-dasharray="1.5 2"/>')}desired`,
    ...(rows.some(({ changes }) => changes.some(([, needed]) => needed !== null))
      ? [`${box('<path d="M0,5H22" stroke="var(--ink)" stroke-width="1.1"/>')}needed`]
      : []),
    ...(timelines.some(({ failureMax }) => failureMax !== null)
      ? failureKinds
          // Who has no rate limits need not read of them.
          .filter(({ key }) => key !== 'rateLimited' || rows.some(({ failures }) => failures?.rateLimited.length))
          .map(
            ({ text, opacity }) =>
              `${box(`<rect width="22" height="10" fill="var(--ink)" fill-opacity="${opacity}"/>`)}${text}`,
          )
      : []),
    ...(rows.some(({ bounds }) => bounds !== null)
      ? [`${box('<path d="M0,5H22" stroke="var(--ink2)" stroke-dasharray="5 3"/>')}its own maximum`]
      : []),
    ...(types.has('reversal') ? [`${box('<path d="M11,0L15,5L11,10L7,5Z" fill="var(--ink)"/>')}reversal`] : []),
    ...(types.has('held')
      ? [
          `${box('<path d="M0,5H22" stroke="var(--ink)" stroke-width="3"/><rect x="1" y="2" width="6" height="6" fill="var(--bg)" stroke="var(--ink)"/>')}held back: bounds, quota, throttling`,
        ]
      : []),
    ...(timelines.some(({ faults }) => faults.length > 0)
      ? [`${box('<rect width="22" height="10" fill="var(--fault)"/>')}fault`]
      : []),
  ];
  return `<div class="legend" aria-hidden="true">${items.map((item) => `<span>${item}</span>`).join('')}</div>`;
}

function isEverShort({ changes }: TimelineRow): boolean {
  return changes.some(([, needed, ready]) => needed !== null && ready < needed);
}

/** One button per service, for this timeline, the bill and the log; without the script all services stand one below the other. */
function tabs({ charts, scenario }: SectionContext): string {
  if (charts.timelines.length < 2) return '';
  const buttons = charts.timelines.map(
    ({ service }) =>
      `<button type="button" data-tab="${escapeHtml(service)}" aria-pressed="false">${escapeHtml(service)}</button>`,
  );
  return `<div class="tabs" data-tabs="${scenario}" hidden><button type="button" data-tab="" aria-pressed="true">all services</button>${buttons.join('')}</div>`;
}

function timelineHtml(data: TimelineData, index: number, context: SectionContext): string {
  const { charts, scenario, study } = context;
  const id = `timeline-${scenario}-${index}`;
  const isOnly = charts.timelines.length === 1;
  const service = isOnly ? '' : `<p class="service"><b>${escapeHtml(data.service)}</b></p>`;
  const rows = data.rows.map((row, place) => {
    const candidate = study.candidates.find(({ place }) => place === row.place);
    return rowHtml(
      { data, row: place, gutter: candidate === undefined ? '' : gutterHtml(candidate, row, study, isOnly) },
      context,
    );
  });
  const traffic = rowHtml(
    { data, row: 'traffic', gutter: '<span class="policy">Traffic</span><span>requests per second</span>' },
    context,
  );
  return `<div data-service="${escapeHtml(data.service)}" data-when-all>${service}<div class="zoomBar"><button type="button" data-whole="${id}" hidden>Whole run</button></div>
<div class="timeline" id="${id}" data-scenario="${scenario}" data-timeline="${index}" tabindex="0" role="group" aria-label="Timeline of ${escapeHtml(data.service)}">${traffic}${rows.join('')}<div class="selection" hidden></div><div class="cursor" hidden><span class="chip"></span></div><div class="live" aria-live="polite"></div></div></div>`;
}

interface Row {
  readonly data: TimelineData;
  readonly row: number | 'traffic';
  readonly gutter: string;
}

function rowHtml({ data, row, gutter }: Row, { drawing }: SectionContext): string {
  const canvas = { document: drawing.document, width: serverWidth.timeline };
  const view = { fromSeconds: 0, untilSeconds: data.durationSeconds };
  const pieces = drawTimelineRow(data, row, canvas, view, { isInteractive: false });
  const svgs = pieces.map((svg) => drawing.markup(svg)).join('');
  const kind = row === 'traffic' ? 'row traffic' : `row p ${placeClass(data.rows[row].place)}`;
  return `<div class="${kind}"><div class="gutter">${gutter}<span class="readout"></span></div><div class="plots" data-row="${row}">${svgs}</div></div>`;
}

function gutterHtml(candidate: Candidate, { bounds }: TimelineRow, study: Study, isOnly: boolean): string {
  const { policy, name } = candidate;
  const short = meanOf(candidate, 'under_provisioned_time_percent');
  const slow = measureText(policy, 'time_above_slo_s');
  const facts = [
    ...(short === undefined ? [] : [short === 0 ? 'never short' : `short ${formatPercent(short)} of the time`]),
    ...(study.scenario.slo === null || slow.text === 'n/a'
      ? []
      : [meanOf(candidate, 'time_above_slo_s') === 0 ? 'never slow' : `slow for ${slow.text}`]),
  ];
  const range = bounds === null ? [] : [`${bounds.min} to ${bounds.max} instances`];
  const summary = [...(isOnly ? facts : []), ...range].join(', ');
  return `${policyHtml(name, study, { isPick: true })}<span>${escapeHtml(summary)}</span>`;
}
