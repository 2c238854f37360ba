import { formatMilliseconds, formatNumber } from '../../format.js';
import type { TimelineData } from '../charts/timelineData.js';

/** What stands at a time: one text for the traffic and one per policy. */
export function readoutAt({ rate, rows, sloMs }: TimelineData, seconds: number): string[] {
  const offered = rate.values[Math.min(rate.values.length - 1, Math.floor(seconds / rate.stepSeconds))] ?? null;
  return [
    offered === null ? '' : `${formatNumber(offered)} requests/s`,
    ...rows.map(({ changes, p95 }) => {
      let current = changes[0];
      for (const change of changes) {
        if (change[0] > seconds) break;
        current = change;
      }
      const [, needed, ready] = current ?? [0, null, 0];
      const counts = needed === null ? `${ready} ready` : `${ready} of ${needed} ready`;
      const latency = p95.values[Math.min(p95.values.length - 1, Math.floor(seconds / p95.stepSeconds))] ?? null;
      if (latency === null) return counts;
      return `${counts}, ${formatMilliseconds(latency)}${sloMs !== null && latency > sloMs ? ' ✗' : ''}`;
    }),
  ];
}
