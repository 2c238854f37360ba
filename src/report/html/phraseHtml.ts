import { clockText } from '../clock.js';
import type { Phrase } from '../phrase.js';
import type { Study } from './analysis/study.js';
import { escapeHtml } from './escape.js';

/** A phrase as HTML: policies in their colour, times as links that zoom the timeline. */
export function phraseHtml(phrase: Phrase, study: Study, timelineId: string): string {
  return phrase
    .map((part) => {
      if (typeof part === 'string') return escapeHtml(part);
      return 'policy' in part
        ? policyHtml(part.policy, study)
        : timeHtml(part.timeSeconds, timelineId, { start: study.scenario.start });
    })
    .join('');
}

/** The name of a policy in its colour. */
export function policyHtml(name: string, { contenders }: Study): string {
  const color = contenders.find((one) => one.name === name)?.style.color ?? 'var(--ink)';
  return `<span class="policy" style="color:${color}">${escapeHtml(name)}</span>`;
}

/** A time of the run; without the script a link to the timeline. */
export function timeHtml(
  seconds: number,
  timelineId: string,
  { withSeconds = false, start }: { readonly withSeconds?: boolean; readonly start?: string | undefined } = {},
): string {
  return `<a href="#${timelineId}" data-time="${seconds}">${clockText(seconds, start, { withSeconds })}</a>`;
}
