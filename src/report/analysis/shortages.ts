import type { PolicyResult, Timeline } from '../../results/results.js';
import type { DecisionMark } from './decisionMarks.js';

/** A span with fewer ready instances than needed. */
interface Shortage {
  readonly service: string;
  readonly fromSeconds: number;
  readonly untilSeconds: number;
  /** Instances missing x seconds. */
  readonly area: number;
}

/** Spells closer than this are one story to a reader. */
const mergeSeconds = 60;

/** Shortages of the run shown, worst first. */
export function shortagesOf({ timeline }: PolicyResult): Shortage[] {
  return timeline.flatMap(shortagesOfService).sort((a, b) => b.area - a.area);
}

function shortagesOfService({ service, step_s, needed, ready }: Timeline): Shortage[] {
  const found: Shortage[] = [];
  for (const [step, need] of needed.entries()) {
    const missing = (need ?? 0) - (ready[step] ?? 0);
    if (need === null || missing <= 0) continue;
    const fromSeconds = step * step_s;
    const spell = { service, fromSeconds, untilSeconds: fromSeconds + step_s, area: missing * step_s };
    const last = found.at(-1);
    if (last !== undefined && fromSeconds - last.untilSeconds <= mergeSeconds) {
      found[found.length - 1] = { ...last, untilSeconds: spell.untilSeconds, area: last.area + spell.area };
    } else {
      found.push(spell);
    }
  }
  return found;
}

/** Why a policy was short, as far as its log shows it; undefined where it shows nothing. */
type ShortageCause =
  | { readonly type: 'fault'; readonly kind: string }
  | { readonly type: 'held'; readonly result: string }
  | { readonly type: 'late' };

/** Faults, and troubles of providers, whose end the log gives, in words. */
export function faultsOf({ events }: PolicyResult): { kind: string; fromSeconds: number; untilSeconds: number }[] {
  return events.flatMap(({ kind, detail = kind, time_s, until_s }) =>
    kind === 'reversal' ? [] : [{ kind: detail, fromSeconds: time_s, untilSeconds: until_s ?? time_s }],
  );
}

export function causeOf(
  { fromSeconds, untilSeconds, service }: Shortage,
  policy: PolicyResult,
  marks: readonly DecisionMark[],
): ShortageCause | undefined {
  // A provider in trouble takes no instances. A fault takes them at once; a start within a minute of it is still its doing.
  const { events } = policy;
  const faults = faultsOf({ ...policy, events: events.filter(({ kind }) => kind !== 'outage') });
  const fault = faults.find((one) => one.fromSeconds <= fromSeconds + 60 && one.untilSeconds >= fromSeconds);
  if (fault !== undefined) return { type: 'fault', kind: fault.kind };
  const within = marks.filter(
    (mark) => mark.service === service && mark.timeSeconds >= fromSeconds && mark.timeSeconds <= untilSeconds,
  );
  const held = within.find(({ result }) => result !== 'accepted');
  if (held !== undefined) return { type: 'held', result: held.result };
  return within.some(({ from, to }) => to > from) ? { type: 'late' } : undefined;
}
