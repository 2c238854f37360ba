import type { FullPool } from '../results/callGraph.js';
import type { ScenarioResult } from '../results/results.js';
import { type GraphOfPolicy, type GraphService, leadsTo } from './analysis/callGraph.js';
import { clockText } from './clock.js';
import { formatMilliseconds, formatPercent, listOf } from './format.js';

const words = { cpu: 'its CPU', slots: 'its slots', instances: 'its last instance' } as const;
/** A caller whose slots wait for calls less than this is busy by itself. */
const heldLeast = 0.5;
/** Saturation is known no finer (docs/measures.md, `saturated_ratio`). */
const windowSeconds = 10;
/** Tries over calls from which on retries are worth a word. */
const retriedLeast = 1.2;

/**
 * Who saturates first and what that does to the callers; without one where the time goes. As far as the numbers hold.
 *
 * @param timeText an instant of the run in the words of where it is shown
 */
export function graphFinding(
  { services, edges, cause, narrowPool }: GraphOfPolicy,
  { start, warmup_s }: ScenarioResult,
  timeText = (seconds: number, begin: string | undefined) => clockText(seconds, begin),
): string {
  if (narrowPool !== undefined) {
    const held = services.filter((one) => one.saturation !== undefined && isHeld(one));
    const waiting = held.filter(({ name }) => leadsTo(edges, name, narrowPool.from)).map(({ name }) => name);
    return `${poolText(narrowPool)}${waiting.length === 0 ? '' : `; the slots of ${listOf(waiting)} wait for one`}`;
  }
  const largest = [...services].sort((a, b) => (b.latencyShare ?? 0) - (a.latencyShare ?? 0))[0];
  if (cause?.saturation === undefined) {
    const inServices = services.reduce((sum, { latencyShare = 0 }) => sum + latencyShare, 0);
    // Else most of it is at providers.
    if (largest?.latencyShare === undefined || inServices < 0.5) return 'No service saturates';
    return `No service saturates; ${percent(largest.latencyShare)} of the latency is ${ofService(largest)}`;
  }
  const { by, first_s } = cause.saturation;
  const isAlone = services.every((one) => one === cause || one.saturation === undefined);
  const held = services.filter(
    (one) => one !== cause && one.saturation !== undefined && isHeld(one) && leadsTo(edges, one.name, cause.name),
  );
  const then =
    held.length > 0
      ? `: the slots of ${listOf(held.map(({ name }) => name))} wait for it`
      : cause.latencyShare === undefined
        ? ''
        : `: ${percent(cause.latencyShare)} of the latency`;
  const when = first_s - warmup_s < windowSeconds ? 'from the start' : `at ${timeText(first_s, start)}`;
  return `${cause.name} ${isAlone ? 'alone saturates' : 'saturates first'}, ${when}, by ${words[by]}${then}`;
}

function isHeld({ callingRatio = 0 }: GraphService): boolean {
  return callingRatio >= heldLeast;
}

/** `web waits for connections to db: its 5 an instance are taken 71 % of the time, 1.2 s a call`. */
function poolText({ from, to, size, full_ratio, wait_mean_ms }: FullPool): string {
  const taken = size === 1 ? 'its one an instance is taken' : `its ${size} an instance are taken`;
  return `${from} waits for connections to ${to}: ${taken} ${percent(full_ratio)} of the time, ${formatMilliseconds(wait_mean_ms)} a call`;
}

/** One line for each saturated service and full pool after the finding, and where retries multiply. */
export function graphDetails({ services, edges, cause, narrowPool }: GraphOfPolicy): string[] {
  const saturated = services.filter(({ saturation }) => saturation !== undefined);
  const lines = [...saturated]
    .sort((a, b) => Number(b === cause) - Number(a === cause) || b.saturatedRatio - a.saturatedRatio)
    .map(saturatedText);
  const retried = edges
    .map((edge) => ({ ...edge, factor: edge.triesPerSecond / (edge.callsPerSecond + edge.movedPerSecond) }))
    .filter(({ factor }) => factor >= retriedLeast)
    .sort((a, b) => (b.triesPerRequest ?? 0) - (a.triesPerRequest ?? 0))
    .slice(0, 1)
    .map(
      ({ from, to, factor, triesPerRequest }) =>
        `${from} tries each call to ${to} ${times(factor)}${triesPerRequest === undefined || triesPerRequest < retriedLeast ? '' : `, ${times(triesPerRequest)} for each request of users`}`,
    );
  const pools = edges.flatMap(({ pool }) => (pool === undefined || pool === narrowPool ? [] : [poolText(pool)]));
  return [...lines, ...pools, ...retried];
}

function saturatedText({
  name,
  saturatedRatio,
  callingRatio,
  latencyShare,
  latencyPartMs,
  slotsRatio,
}: GraphService): string {
  const waits =
    callingRatio !== undefined && callingRatio >= heldLeast && slotsRatio !== undefined
      ? `, ${percent(callingRatio)} of its busy slots wait for calls`
      : '';
  const share =
    latencyShare === undefined || latencyPartMs === undefined
      ? ''
      : `, ${percent(latencyShare)} of the latency (${formatMilliseconds(latencyPartMs)} a request)`;
  return `${name} is saturated ${percent(saturatedRatio)} of the time${waits}${share}`;
}

function ofService({ name, latencyPartMs }: GraphService): string {
  return `in ${name}${latencyPartMs === undefined ? '' : `, ${formatMilliseconds(latencyPartMs)} a request`}`;
}

function percent(share: number): string {
  return formatPercent(share * 100);
}

function times(factor: number): string {
  return `${Number(factor.toPrecision(2))} times`;
}
