import { counted, formatMilliseconds, formatNumber, formatPercent } from '../../format.js';
import { failureKinds } from '../charts/failureRow.js';
import type { KeptOutLane, Samples, TimelineData, TimelineRow } from '../charts/timelineData.js';

/** What stands at a time: one text for the traffic and one per policy. */
export function readoutAt({ rate, rows }: TimelineData, seconds: number): string[] {
  const offered = rate.values[Math.min(rate.values.length - 1, Math.floor(seconds / rate.stepSeconds))] ?? null;
  return [
    offered === null ? '' : `${formatNumber(offered)} requests/s`,
    ...rows.map(({ changes, latency, aboveSlo, failures, tokens, keptOut = [] }) => {
      let current = changes[0];
      for (const change of changes) {
        if (change[0] > seconds) break;
        current = change;
      }
      const [, needed, ready] = current ?? [0, null, 0];
      const counts = needed === null ? `${ready} ready` : `${ready} ready, ${needed} needed`;
      const { values, stepSeconds } = latency;
      const value = values[Math.min(values.length - 1, Math.floor(seconds / stepSeconds))] ?? null;
      const isAbove = aboveSlo.some(([from, until]) => from <= seconds && seconds < until);
      return [
        counts,
        value === null ? '' : formatMilliseconds(value),
        tokensText(tokens, seconds),
        ...keptOut.map((lane) => keptOutText(lane, seconds)),
        failuresText(failures, seconds),
        isAbove ? '✗ above the SLO' : '',
      ]
        .filter((text) => text !== '')
        .join(', ');
    }),
  ];
}

/** `TTFT 412 ms, KV 83 %, 12 waiting`; empty where no model serves. */
function tokensText(tokens: TimelineRow['tokens'], seconds: number): string {
  if (tokens === undefined) return '';
  const at = ({ values, stepSeconds }: Samples) =>
    values[Math.min(values.length - 1, Math.floor(seconds / stepSeconds))] ?? null;
  const [firstToken, kv, waiting] = [at(tokens.firstToken), at(tokens.kv), at(tokens.waiting)];
  return [
    firstToken === null ? '' : `TTFT ${formatMilliseconds(firstToken)}`,
    kv === null ? '' : `KV ${formatPercent(kv * 100)}`,
    waiting === null || waiting === 0 ? '' : `${formatNumber(waiting)} waiting`,
  ]
    .filter((text) => text !== '')
    .join(', ');
}

/** `12 % rejected (shed)`; empty where nothing failed. */
function failuresText(failures: TimelineRow['failures'], seconds: number): string {
  if (failures === null) return '';
  const step = Math.floor(seconds / failures.stepSeconds);
  return failureKinds
    .flatMap(({ key, text }) => {
      const share = failures[key][step] ?? 0;
      return share === 0 ? [] : [`${formatPercent(share * 100)} ${text}`];
    })
    .join(', ');
}

/** `breaker open`, `2 breakers open`, `3 ejected`; empty where nothing is kept out. */
function keptOutText({ kind, spans }: KeptOutLane, seconds: number): string {
  const part = spans.flatMap(({ parts }) => parts).find(([from, until]) => from <= seconds && seconds < until);
  if (part === undefined) return '';
  const [, , out, half] = part;
  if (kind === 'ejected') return `${out} ejected`;
  if (kind === 'cooling') return 'passed over by its route';
  if (kind === 'rolledBack') return 'rolled back';
  const state = out > 0 ? 'open' : 'half-open';
  return kind === 'breaker' ? `breaker ${state}` : `${counted(out > 0 ? out : half, 'breaker')} ${state}`;
}
