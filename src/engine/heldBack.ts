import type { DesiredRun } from '../record/decisionLog.js';
import { isLimitTooLow } from '../results/limits.js';
import type { HeldBack } from '../results/runResult.js';
import type { StepCurve } from '../stats/stepCurve.js';
import type { AssembledService } from './assembleService.js';
import type { RunInput } from './runInput.js';

interface Watched {
  readonly service: string;
  readonly desiredRuns: readonly DesiredRun[];
  /** How long a decision that is not repeated is taken to hold: one period, or for good where the policy decides no more. */
  readonly holdSeconds: number;
  readonly span: { readonly fromSeconds: number; readonly toSeconds: number };
  /** undefined where the need is not known in advance */
  readonly needed: StepCurve | undefined;
}

/** A spell shorter than an SLO window is how every policy grows, and no finding. */
const leastSeconds = 60;

/** A spell in which a policy wanted what it did not get. */
export interface HeldSpell {
  /** The setting that stood in the way. */
  readonly by: string;
  readonly fromSeconds: number;
  readonly untilSeconds: number;
  /** The most it wanted, and what it stood at in the end. */
  readonly wanted: number;
  readonly stood: number;
}

/** Decisions in a row, each cut by the same setting, are one spell; a decision that is not repeated holds for `holdSeconds`. */
export function heldSpells({ desiredRuns, holdSeconds, span }: Omit<Watched, 'service' | 'needed'>): HeldSpell[] {
  const spells: HeldSpell[] = [];
  for (const [index, { held, fromSeconds, untilSeconds, applied }] of desiredRuns.entries()) {
    if (held === undefined) continue;
    const { by } = held;
    const isSame = desiredRuns[index - 1]?.held?.by === by;
    const last = isSame ? spells.pop() : undefined;
    const nextSeconds = desiredRuns[index + 1]?.fromSeconds ?? span.toSeconds;
    spells.push({
      by,
      fromSeconds: last?.fromSeconds ?? Math.max(fromSeconds, span.fromSeconds),
      untilSeconds: Math.min(untilSeconds + holdSeconds, nextSeconds, span.toSeconds),
      wanted: Math.max(held.wanted, last?.wanted ?? 0),
      stood: applied,
    });
  }
  return spells;
}

/** The longest spell in a run for each setting that stood in the way. */
export function longestHeldBack({ service, needed, ...watched }: Watched): HeldBack[] {
  const longest = new Map<string, HeldBack>();
  for (const { by, fromSeconds, untilSeconds, wanted, stood } of heldSpells(watched)) {
    const seconds = untilSeconds - fromSeconds;
    if (seconds < leastSeconds) continue;
    const spell = { service, by, wanted, stood, seconds, ...needIn(needed, { fromSeconds, toSeconds: untilSeconds }) };
    const before = longest.get(by);
    if (before === undefined || !saysMore(before, spell)) longest.set(by, spell);
  }
  return [...longest.values()];
}

/** Of spells for the same reason the longest says most, and any in which instances were lacking more than one in which none were. */
function saysMore(spell: HeldBack, other: HeldBack): boolean {
  const [isLacking, wasLacking] = [spell, other].map(({ stood, needed }) => isLimitTooLow(stood, needed));
  return isLacking === wasLacking ? spell.seconds > other.seconds : isLacking;
}

function needIn(curve: StepCurve | undefined, span: Watched['span']): Pick<HeldBack, 'needed'> {
  if (curve === undefined) return {};
  return { needed: curve.changesIn(span).reduce((most, { to }) => Math.max(most, to), curve.at(span.fromSeconds)) };
}

/** A `static` count above the service's maximum: it stands at that from begin to end. */
export function heldBackStatic(
  { name, settings: { scaling }, bounds: { maxCount } }: Pick<AssembledService, 'name' | 'settings' | 'bounds'>,
  bindings: RunInput['bindings'],
  { span, needed }: Pick<Watched, 'span' | 'needed'>,
): HeldBack[] {
  const spec = bindings[name] ?? bindings['*'];
  const isFixed = scaling.policy === 'none' || scaling.perRequest !== undefined;
  if (isFixed || spec?.kind !== 'static' || spec.count <= maxCount) return [];
  const seconds = span.toSeconds - span.fromSeconds;
  return [{ service: name, by: 'scaling.max', wanted: spec.count, stood: maxCount, seconds, ...needIn(needed, span) }];
}

/** One sentence for each service and setting: the longest spell of all runs. */
export function heldBackFindings(spells: readonly HeldBack[], serviceCount: number): string[] {
  const longest = new Map<string, HeldBack>();
  for (const spell of spells) {
    const key = `${spell.service}/${spell.by}`;
    const before = longest.get(key);
    if (before === undefined || saysMore(spell, before)) longest.set(key, spell);
  }
  return [...longest.values()].map(({ service, by, wanted, stood, seconds, needed }) => {
    const who = serviceCount > 1 ? `${service} ` : '';
    const known = `${who}wanted ${wanted}, stood at ${stood} for ${spanText(seconds)}`;
    if (!isLimitTooLow(stood, needed)) return `${known} (${by}), and the load needed ${needed} at most`;
    return `${known}: ${remedies[by] ?? `raise ${by}`}`;
  });
}

/** Where raising the setting is not what helps. */
const remedies: Readonly<Record<string, string>> = {
  'cloud.capacity': 'the provider had no more (cloud.capacity)',
  'cloud.api.rateLimit': 'the provider throttled the calls (cloud.api.rateLimit)',
  'cloud.api': 'calls to the provider failed (cloud.api)',
};

/** `90 s`, `46 min`, `3.5 h`. */
function spanText(seconds: number): string {
  if (seconds < 120) return `${Math.round(seconds)} s`;
  return seconds < 7200 ? `${Math.round(seconds / 60)} min` : `${Number((seconds / 3600).toFixed(1))} h`;
}
