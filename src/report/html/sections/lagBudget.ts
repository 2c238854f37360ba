import { phaseNames } from '../../../fleet/startup/phaseNames.js';
import { type LagRow, lagSentence } from '../../../results/lagBudget.js';
import { lagParts } from '../../analysis/lagBudget.js';
import type { Candidate } from '../../analysis/study.js';
import { formatDuration } from '../../format.js';
import { shownMeasuresOf, shownRunName } from '../../shownRun.js';
import { escapeHtml } from '../escape.js';
import { ofPolicy, policyHtml, timeHtml } from '../phraseHtml.js';
import { lagTitle } from '../titles.js';
import { keyHtml } from './figure.js';
import { headingHtml, type SectionContext, scrollHtml, timelineIdOf } from './section.js';

/** Rises shown per policy: the ones that took longest. */
const risesMax = 3;
const barPixels = 260;

interface Place {
  readonly context: SectionContext;
  readonly longestSeconds: number;
  readonly hasServices: boolean;
}

/** Where the time from a rise in need to enough instances went: metric, decision, limits, provider, node, startup. */
export function lagBudgetSection(context: SectionContext): string {
  const { study, charts } = context;
  const shown = study.ranked.flatMap((candidate) =>
    candidate.isOfHindsight ? [] : longestOf(candidate).map((rise) => ({ candidate, rise })),
  );
  if (shown.length === 0) return '';
  const longestSeconds = Math.max(1, ...shown.map(({ rise }) => lastedSeconds(rise)));
  const place: Place = { context, longestSeconds, hasServices: charts.timelines.length > 1 };
  const run = shownRunName(study.scenario);
  const which = run === undefined ? '' : ` of ${run}`;
  const since = sinceOf(shown.map(({ rise }) => rise));
  const how = `From ${since.from} to enough ready instances: the rises${which} that took longest, at most three per policy, on one scale.${unansweredText(study)}`;
  const used = lagParts.filter(({ key }) =>
    shown.some(({ rise: { parts } }) => parts !== null && (parts[key] ?? 0) > 0),
  );
  const rows = shown.map(({ candidate, rise }) => rowHtml(candidate, rise, place));
  const service = place.hasServices ? '<th scope="col">Service</th>' : '';
  return `<section>${headingHtml(context, { id: 'lag', title: lagTitle(shown), how })}${keyHtml(used.map(({ color, label }) => ({ color, text: label })))}
${scrollHtml(context, 'Lag', `<table class="lag"><thead><tr><th scope="col">Policy</th>${service}<th scope="col">Time</th><th scope="col">${since.head}</th><th scope="col">Until enough were ready</th><th scope="col">Most of it</th></tr></thead><tbody>${rows.join('\n')}</tbody></table>`)}${latenessHtml(study)}</section>`;
}

/** What rises are counted from: where the need is not known in advance, from the decision. */
function sinceOf(rises: readonly LagRow[]): { readonly from: string; readonly head: string } {
  const asked = rises.filter(({ since }) => since === 'decision').length;
  if (asked === 0) return { from: 'a rise in need', head: 'Needed' };
  const from = 'a decision that asks for more (the need of these services is not known in advance)';
  if (asked === rises.length) return { from, head: 'Asked for' };
  return {
    from: 'a rise in need, or of what a policy asks for where the need is not known in advance,',
    head: 'Needed or asked for',
  };
}

/** How late the metrics were, and who says so: the part of the wait that no policy can shorten. */
function latenessHtml({ scenario: { notes } }: SectionContext['study']): string {
  const lines = notes.filter((note) => note.startsWith('telemetry of '));
  return lines.map((line) => `<p class="how">${escapeHtml(line)}.</p>`).join('');
}

/** How long a rise waited for its answer, or for the end of the need. */
function lastedSeconds({ total_s, unanswered_s = 0 }: LagRow): number {
  return total_s ?? unanswered_s;
}

/** ` Never answered: hpa 2 of 11, static:8 7 of 11.` */
function unansweredText({ ranked, scenario }: SectionContext['study']): string {
  const counts = ranked.flatMap(({ label, policy, isOfHindsight }) => {
    const { lag_unanswered_count, lag_rises_count } = shownMeasuresOf(policy, scenario) ?? {};
    // Measures know those of the need alone.
    const asked = (policy.lagBudget ?? []).filter(({ since }) => since === 'decision');
    const count = (lag_unanswered_count ?? 0) + asked.filter(({ total_s }) => total_s === null).length;
    const total = (lag_rises_count ?? 0) + asked.length;
    return isOfHindsight || !count || !total ? [] : [`${label} ${count} of ${total}`];
  });
  return counts.length === 0 ? '' : ` Never answered: ${counts.join(', ')} rises.`;
}

/** Longest first. */
function longestOf({ policy }: Candidate): LagRow[] {
  return (policy.lagBudget ?? [])
    .filter((rise) => rise.total_s !== 0)
    .sort((a, b) => lastedSeconds(b) - lastedSeconds(a) || a.time_s - b.time_s)
    .slice(0, risesMax)
    .sort((a, b) => a.time_s - b.time_s);
}

function rowHtml(candidate: Candidate, rise: LagRow, { context, longestSeconds, hasServices }: Place): string {
  const { time_s, service, needed_from, needed_to } = rise;
  const time = timeHtml(time_s, timelineIdOf(context, service), {
    withSeconds: true,
    start: context.study.scenario.start,
  });
  const serviceCell = hasServices ? `<td>${escapeHtml(service)}</td>` : '';
  return `<tr${ofPolicy(candidate)}><td>${policyHtml(candidate.name, context.study)}</td>${serviceCell}<td>${time}</td><td>${needed_from} → ${needed_to}</td><td>${barHtml(rise, longestSeconds)}${phasesHtml(rise)}</td><td class="prose">${escapeHtml(lagSentence(rise, formatDuration))}</td></tr>`;
}

function barHtml(rise: LagRow, longestSeconds: number): string {
  const { parts } = rise;
  if (parts === null) return unansweredBarHtml(lastedSeconds(rise), longestSeconds);
  let fromSeconds = 0;
  const rects = lagParts.flatMap(({ key, color, label }) =>
    (key === 'startup_s' ? startupPieces(rise) : [{ name: label, seconds: parts[key] ?? 0 }]).map(
      ({ name, seconds }, piece) => {
        const x = Number(((fromSeconds / longestSeconds) * barPixels).toFixed(1));
        fromSeconds += seconds;
        const width = Number(((seconds / longestSeconds) * barPixels).toFixed(1));
        // Phases of one colour are told apart by a gap.
        const shown = piece > 0 && width > 2 ? { x: x + 1, width: width - 1 } : { x, width };
        return width === 0
          ? ''
          : `<rect x="${shown.x}" width="${shown.width}" height="14" fill="${color}"><title>${escapeHtml(name)} ${escapeHtml(formatDuration(seconds))}</title></rect>`;
      },
    ),
  );
  return `<svg width="${barPixels}" height="14" viewBox="0 0 ${barPixels} 14" preserveAspectRatio="none" aria-hidden="true">${rects.join('')}</svg>`;
}

/** The startup of an answer by its phases where they are known, and what came on top, as a probe. */
function startupPieces(rise: LagRow): { readonly name: string; readonly seconds: number }[] {
  const phases = phasesOf(rise);
  const rest = (rise.parts?.startup_s ?? 0) - phases.reduce((sum, { seconds }) => sum + seconds, 0);
  return [...phases, ...(rest > 1e-6 || phases.length === 0 ? [{ name: 'startup', seconds: rest }] : [])];
}

/** `node 2 min, weights 4 min 40 s`, where the phases of a startup are known. */
function phasesHtml(rise: LagRow): string {
  const texts = phasesOf(rise).map(({ name, seconds }) => `${name} ${formatDuration(seconds)}`);
  return texts.length === 0 ? '' : `<small>${escapeHtml(texts.join(', '))}</small>`;
}

function phasesOf({ startup_phases_s = {} }: LagRow): { readonly name: string; readonly seconds: number }[] {
  return phaseNames.flatMap((name) => {
    const seconds = startup_phases_s[name] ?? 0;
    return seconds > 0 ? [{ name, seconds }] : [];
  });
}

/** As long as the need lasted, in the colour of what is broken. */
function unansweredBarHtml(seconds: number, longestSeconds: number): string {
  if (seconds === 0) return 'never';
  const width = Number(((seconds / longestSeconds) * barPixels).toFixed(1));
  return `<svg width="${barPixels}" height="14" viewBox="0 0 ${barPixels} 14" preserveAspectRatio="none" aria-hidden="true"><rect x="0.5" y="0.5" width="${Math.max(1, width - 1)}" height="13" fill="none" stroke="var(--bad)" stroke-dasharray="3 2"><title>never answered, ${escapeHtml(formatDuration(seconds))}</title></rect></svg>`;
}
