import { formatPercent, thinSpace } from '../../format.js';
import { type Contender, meanOf, type Study } from '../analysis/study.js';
import type { TailCurve, TailData } from '../charts/tail.js';

/** A quantile needs this many samples beyond it (CONTRACT: n(1 - p) >= 10). */
const samplesBeyond = 10;
const pointsMax = 60;

/** Share of requests slower than a latency for every policy; undefined without latencies. */
export function tailDataOf(study: Study): TailData | undefined {
  const { slo } = study.scenario;
  const sloMs = slo === null ? null : slo.latency_s * 1000;
  const curves = study.contenders.flatMap((contender) => curveOf(contender, sloMs));
  return curves.length === 0 ? undefined : { curves, sloMs, allowed: slo === null ? null : 1 - slo.objective };
}

function curveOf(contender: Contender, sloMs: number | null): TailCurve[] {
  const { upper_ms: uppers, count: counts } = contender.policy.latencyHistogram;
  const total = counts.reduce((sum, count) => sum + count, 0);
  if (total === 0) return [];
  const unanswered = unansweredShareOf(contender);
  const points: (readonly [number, number])[] = [];
  let slower = total;
  for (const [bucket, count] of counts.entries()) {
    slower -= count;
    if (slower < samplesBeyond && unanswered === 0) break;
    // An unanswered request is slower than any latency.
    points.push([uppers[bucket], unanswered + (1 - unanswered) * (slower / total)]);
  }
  const atSlo = sloMs === null ? null : shareAt(sloMs, { uppers, counts, total, unanswered });
  return [
    {
      name: contender.name,
      color: contender.style.color,
      symbol: contender.style.symbol,
      points: thin(points),
      atSlo,
      text: atSlo === null ? contender.name : `${contender.name} ${shareText(atSlo)}`,
    },
  ];
}

/** Share of the offered requests that never got an answer, over all replications. */
function unansweredShareOf(contender: Contender): number {
  const offered = meanOf(contender, 'requests_offered') ?? 0;
  const answered = (meanOf(contender, 'requests_completed') ?? 0) + (meanOf(contender, 'requests_failed') ?? 0);
  const unfinished = meanOf(contender, 'requests_unfinished') ?? 0;
  if (offered <= 0 || answered <= 0) return 0;
  return Math.max(0, offered - answered - unfinished) / offered;
}

interface Tail {
  readonly uppers: readonly number[];
  readonly counts: readonly number[];
  readonly total: number;
  readonly unanswered: number;
}

function shareAt(milliseconds: number, { uppers, counts, total, unanswered }: Tail): number {
  let slower = 0;
  for (const [bucket, count] of counts.entries()) if (uppers[bucket] > milliseconds) slower += count;
  return unanswered + (1 - unanswered) * (slower / total);
}

/** Two digits for small shares: `0.21 %` is far from `0.3 %` when the budget is 1 %. */
function shareText(share: number): string {
  const percent = share * 100;
  if (percent >= 1 || percent === 0) return formatPercent(percent);
  return `${Number(percent.toPrecision(2))}${thinSpace}%`;
}

/** At most `pointsMax` points, evenly spread over the logarithm of the latency, the last one kept. */
function thin(points: readonly (readonly [number, number])[]): (readonly [number, number])[] {
  if (points.length <= pointsMax) return points.map(rounded);
  const [low, high] = [Math.log(points[0][0]), Math.log(points[points.length - 1][0])];
  const kept: (readonly [number, number])[] = [];
  let slot = -1;
  for (const [index, point] of points.entries()) {
    const at = Math.floor(((Math.log(point[0]) - low) / (high - low)) * (pointsMax - 1));
    if (at > slot || index === points.length - 1) kept.push(rounded(point));
    slot = Math.max(slot, at);
  }
  return kept;
}

function rounded([milliseconds, share]: readonly [number, number]): readonly [number, number] {
  return [Number(milliseconds.toPrecision(4)), Number(share.toPrecision(4))];
}
