import type { StartupPhase } from '../../fleet/startup/startup.js';
import type { DesiredRun } from '../../record/decisionLog.js';
import type { LagTotals } from '../../results/runTotals.js';
import { type StepCurve, type TimeSpan, walkTogether } from '../../stats/stepCurve.js';

/** What one service's answers to rises in need are read from; all of it is known when the run is over. */
export interface LagSources {
  /** Instances the rate needs, as many as the service may have. */
  readonly needed: StepCurve;
  readonly ready: StepCurve;
  /** Desired instances in force; empty where nobody ever decided. */
  readonly applied: StepCurve;
  readonly desiredRuns: readonly DesiredRun[];
  /** [life] in no order */
  readonly launchTimes: readonly number[];
  /** Where instances need nodes: [life] when each began to start, after the wait for a node and the image. */
  readonly startTimes?: readonly number[] | undefined;
  /** Where instances need nodes: how many waited for a node or the image. */
  readonly nodeWaits?: StepCurve | undefined;
  readonly readyTimes: readonly number[];
  readonly launchNumbers: readonly number[];
  /** What the startup of a launch is the sum of; undefined where its service gives no phases. */
  readonly phasesOf?: ((launchNumber: number) => readonly StartupPhase[]) | undefined;
  readonly apiSeconds: number;
  readonly slowStartSeconds: number;
  /** All ways by which the policy sees the load; the earliest counts. At least one. */
  readonly scrapes: readonly {
    readonly phaseSeconds: number;
    readonly scrapeSeconds: number;
    readonly windowSeconds: number;
    readonly delaySeconds: number;
  }[];
}

/** One rise in need; the seconds of the parts are those of the walk back from the last required instance. */
export interface LagJump {
  readonly atSeconds: number;
  readonly neededFrom: number;
  readonly neededTo: number;
  /** False where the need fell, or the run ended, before enough were ready: then the parts last until that. */
  readonly isAnswered: boolean;
  readonly parts: LagPartsOfJump;
  /** Of the startup part, where the service gives phases: those that lie in it. */
  readonly phases?: readonly StartupPhase[] | undefined;
}

type LagPartsOfJump = Readonly<Record<LagPartSeconds, number>>;

type LagPartSeconds =
  | 'metricSeconds'
  | 'decisionSeconds'
  | 'limitSeconds'
  | 'apiSeconds'
  | 'nodeSeconds'
  | 'startupSeconds'
  | 'slowStartSeconds';

/**
 * Every rise of needed in a span, with what passed until enough instances were ready.
 *
 * ```
 *   jump ...... seen ..... asked ..... accepted . launched . image ..... ready ...... full speed
 *    |   metric   | decision |   limit   |   api   |   node   |  startup   | slow start |
 * ```
 *
 * Walked back from the instant r at which ready first reached the new need ("splits a rise into its parts" asserts this
 * drawing): the instance that became ready at r gives its launch; the decision in force at its launch, followed back for as long
 * as it was as high, gives the accepted action; the first decision since the jump that was high enough, or held back, gives
 * the end of the decision part; the first planned scrape whose whole window lies after the jump, when it shows, or that decision,
 * if earlier, the end of the metric part. What passes between action and launch beyond one API latency (failed and
 * retried launches) counts as limit. Where instances need nodes, `launched` is when the fleet asked for the instance, and node
 * the wait for room and for the image. Everything before the jump is cut off, so the parts sum to the total.
 *
 * A rise that is never answered lasts until the need is over: until it falls below the rise, or the run ends. No answer
 * can take longer (slow start is cut there, too), so whoever answers a rise is never worse off than who does not.
 */
export function lagJumps(sources: LagSources, span: TimeSpan): LagJump[] {
  const rises = sources.needed.changesIn(span).filter(({ from, to }) => to > from);
  if (rises.length === 0) return [];
  const launchOf = launchesByReady(sources);
  return rises.map(({ seconds, from, to }) => {
    const overSeconds = Math.min(span.toSeconds, overAt(sources.needed, seconds, to));
    return {
      atSeconds: seconds,
      neededFrom: from,
      neededTo: to,
      ...answerTo(sources, { atSeconds: seconds, count: to, launchOf, overSeconds }),
    };
  });
}

interface Rise {
  readonly atSeconds: number;
  readonly count: number;
  /** When so many are needed no longer, or the run ends. */
  readonly overSeconds: number;
  /** @param missingCount how many lacked until then */
  launchOf(readySeconds: number, missingCount: number): LaunchOfRise | undefined;
}

interface LaunchOfRise {
  readonly launchSeconds: number;
  /** When its process began: later where it waited for a node. */
  readonly startSeconds: number;
  readonly launchNumber: number;
}

/** When fewer are needed again; Infinity where that never happens. */
function overAt(needed: StepCurve, atSeconds: number, count: number): number {
  let step = needed.stepAt(atSeconds) + 1;
  while (step < needed.seconds.length && needed.values[step] >= count) step++;
  return needed.seconds[step] ?? Number.POSITIVE_INFINITY;
}

const nothing = {
  metricSeconds: 0,
  decisionSeconds: 0,
  limitSeconds: 0,
  apiSeconds: 0,
  nodeSeconds: 0,
  startupSeconds: 0,
  slowStartSeconds: 0,
};

function answerTo(sources: LagSources, rise: Rise): Pick<LagJump, 'isAnswered' | 'parts' | 'phases'> {
  if (sources.ready.at(rise.atSeconds) >= rise.count) return { isAnswered: true, parts: nothing };
  const readySeconds = reachedSeconds(sources, rise);
  return readySeconds === undefined
    ? { isAnswered: false, parts: partsWithoutAnswer(sources, rise) }
    : { isAnswered: true, ...partsOf(sources, rise, readySeconds) };
}

/** What the wait was for as far as it came: to be shown, asked for, granted, and then for the provider and the startup. */
function partsWithoutAnswer(sources: LagSources, rise: Rise): LagPartsOfJump {
  const { desiredRuns, applied, apiSeconds, scrapes } = sources;
  const { atSeconds, count: enough, overSeconds } = rise;
  const asked = askedSeconds(desiredRuns, { atSeconds, acceptedSeconds: overSeconds, enough });
  let step = Math.max(0, applied.stepAt(asked));
  while (step < applied.seconds.length && applied.values[step] < enough) step++;
  const accepted = Math.min(overSeconds, Math.max(asked, applied.seconds[step] ?? overSeconds));
  const metricSeconds = Math.min(asked - atSeconds, seenSeconds(scrapes, atSeconds) - atSeconds);
  const launched = Math.min(overSeconds, accepted + apiSeconds);
  const nodeSeconds = waitedSeconds(sources.nodeWaits, { fromSeconds: launched, toSeconds: overSeconds });
  return {
    metricSeconds,
    decisionSeconds: asked - atSeconds - metricSeconds,
    limitSeconds: accepted - asked,
    apiSeconds: Math.min(overSeconds - accepted, apiSeconds),
    nodeSeconds,
    startupSeconds: Math.max(0, overSeconds - accepted - apiSeconds) - nodeSeconds,
    slowStartSeconds: 0,
  };
}

function partsOf(sources: LagSources, rise: Rise, readySeconds: number): Pick<LagJump, 'parts' | 'phases'> {
  const { atSeconds, count, overSeconds } = rise;
  const { ready } = sources;
  const missingCount = count - (ready.values[ready.stepAt(readySeconds) - 1] ?? 0);
  const launch = rise.launchOf(readySeconds, missingCount);
  const { launchSeconds, startSeconds } = launch ?? { launchSeconds: readySeconds, startSeconds: readySeconds };
  const launched = Math.max(launchSeconds, atSeconds);
  const started = Math.max(startSeconds, launched);
  const { seconds: acceptedSeconds, count: enough } = acceptedAction(sources, launchSeconds, count);
  const accepted = Math.min(launched, Math.max(acceptedSeconds, atSeconds));
  const asked = askedSeconds(sources.desiredRuns, { atSeconds, acceptedSeconds: accepted, enough });
  const metricSeconds = Math.min(asked - atSeconds, seenSeconds(sources.scrapes, atSeconds) - atSeconds);
  const apiSeconds = Math.min(launched - accepted, sources.apiSeconds);
  const parts = {
    metricSeconds,
    decisionSeconds: asked - atSeconds - metricSeconds,
    limitSeconds: accepted - asked + (launched - accepted - apiSeconds),
    apiSeconds,
    nodeSeconds: started - launched,
    startupSeconds: readySeconds - started,
    slowStartSeconds: Math.min(sources.slowStartSeconds, overSeconds - readySeconds),
  };
  const phases = launch && sources.phasesOf?.(launch.launchNumber);
  return {
    parts,
    phases: phases && phasesWithin(phases, startSeconds, { fromSeconds: started, toSeconds: readySeconds }),
  };
}

/** The phases of a startup that began at an instant, as far as they lie in a span. */
function phasesWithin(
  phases: readonly StartupPhase[],
  beganSeconds: number,
  { fromSeconds, toSeconds }: TimeSpan,
): StartupPhase[] {
  let began = beganSeconds;
  return phases.map(({ name, seconds }) => {
    const from = began;
    began += seconds;
    return { name, seconds: Math.max(0, Math.min(began, toSeconds) - Math.max(from, fromSeconds)) };
  });
}

/** The first instant from the jump on at which enough are ready; undefined where the need is over before. */
function reachedSeconds({ ready }: LagSources, { atSeconds, count, overSeconds }: Rise): number | undefined {
  for (let next = ready.stepAt(atSeconds) + 1; next < ready.seconds.length; next++) {
    if (ready.seconds[next] >= overSeconds) return undefined;
    if (ready.values[next] >= count) return ready.seconds[next];
  }
  return undefined;
}

/**
 * Finds when the instance was launched that became ready at an instant; of several, the one launched last.
 *
 * A node makes many ready at one instant that were asked for at different times: there the first of them count that were missing.
 */
function launchesByReady({ launchTimes, startTimes, readyTimes, launchNumbers }: LagSources): Rise['launchOf'] {
  const launches = new Map<number, LaunchOfRise[]>();
  for (const [life, ready] of readyTimes.entries()) {
    const [launchSeconds, launchNumber] = [launchTimes[life], launchNumbers[life]];
    const launch = { launchSeconds, startSeconds: startTimes?.[life] ?? launchSeconds, launchNumber };
    const known = launches.get(ready);
    if (known === undefined) launches.set(ready, [launch]);
    else known.push(launch);
  }
  return (readySeconds, missingCount) => {
    const together = [...(launches.get(readySeconds) ?? [])].sort((a, b) => a.launchSeconds - b.launchSeconds);
    return startTimes === undefined ? together.at(-1) : (together[missingCount - 1] ?? together.at(-1));
  };
}

/** How long in a span somebody waited for a node. */
function waitedSeconds(waits: StepCurve | undefined, span: TimeSpan): number {
  let seconds = 0;
  if (waits === undefined) return seconds;
  walkTogether([waits], span, ([count], length) => {
    if (count > 0) seconds += length;
  });
  return seconds;
}

/**
 * The action that launched an instance: since when the desired count was as high as at its launch, or as the need.
 *
 * The provider acts one API latency after it accepts, so the desired count that holds is the one of a latency before.
 */
function acceptedAction(
  { applied, apiSeconds }: LagSources,
  launchSeconds: number,
  count: number,
): { readonly seconds: number; readonly count: number } {
  // 1e-9 s: accepted + latency - latency need not give the same double.
  let step = applied.stepAt(launchSeconds - apiSeconds + 1e-9);
  if (step < 0) return { seconds: Number.NEGATIVE_INFINITY, count };
  const enough = Math.min(count, applied.values[step]);
  while (step > 0 && applied.values[step - 1] >= enough) step--;
  return { seconds: applied.seconds[step], count: enough };
}

/** The first decision since the jump that asked for enough or was held back; the accepted one at the latest. */
function askedSeconds(
  desiredRuns: readonly DesiredRun[],
  { atSeconds, acceptedSeconds, enough }: Record<'atSeconds' | 'acceptedSeconds' | 'enough', number>,
): number {
  for (let index = firstUntil(desiredRuns, atSeconds); index < desiredRuns.length; index++) {
    const { fromSeconds, desired, isHeldBack } = desiredRuns[index];
    if (fromSeconds >= acceptedSeconds) break;
    if (isHeldBack || desired >= enough) return Math.max(fromSeconds, atSeconds);
  }
  return acceptedSeconds;
}

/** Index of the first decision that was still repeated at an instant or came later. */
function firstUntil(desiredRuns: readonly DesiredRun[], seconds: number): number {
  let low = 0;
  let high = desiredRuns.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (desiredRuns[middle].untilSeconds < seconds) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** When the first planned scrape whose whole window lies after an instant shows. */
function seenSeconds(scrapes: LagSources['scrapes'], atSeconds: number): number {
  return scrapes.reduce((earliest, { phaseSeconds, scrapeSeconds, windowSeconds, delaySeconds }) => {
    const scrape = Math.max(0, Math.ceil((atSeconds + windowSeconds - phaseSeconds) / scrapeSeconds - 1e-9));
    return Math.min(earliest, phaseSeconds + scrape * scrapeSeconds + delaySeconds);
  }, Number.POSITIVE_INFINITY);
}

/** Means over the rises, answered or not; of one service or several. @param hasNodes whether instances need nodes */
export function lagTotals(jumps: readonly LagJump[], hasNodes = false): LagTotals {
  const mean = (part: LagPartSeconds) =>
    jumps.reduce((total, { parts }) => total + parts[part], 0) / Math.max(1, jumps.length);
  return {
    riseCount: jumps.length,
    answeredCount: jumps.filter(({ isAnswered }) => isAnswered).length,
    metricSeconds: mean('metricSeconds'),
    decisionSeconds: mean('decisionSeconds'),
    limitSeconds: mean('limitSeconds'),
    apiSeconds: mean('apiSeconds'),
    nodeSeconds: hasNodes ? mean('nodeSeconds') : undefined,
    startupSeconds: mean('startupSeconds'),
    slowStartSeconds: mean('slowStartSeconds'),
  };
}
