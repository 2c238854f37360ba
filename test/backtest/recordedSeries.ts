import type { RecordedPoint, RecordedSeries } from '../../src/results/recording.js';
import { type SeriesRole, unitOf } from '../../src/results/seriesRoles.js';

/** A series as a reader would have made it; its step is the median distance of its points. */
export function recordedSeries(
  role: SeriesRole,
  points: readonly RecordedPoint[],
  { terminatingSeconds = 0, name = role }: { readonly terminatingSeconds?: number; readonly name?: string } = {},
): RecordedSeries {
  const distances = points.slice(1).map(([seconds], index) => seconds - points[index][0]);
  const stepSeconds = distances.sort((a, b) => a - b)[Math.floor((distances.length - 1) / 2)] ?? null;
  return {
    role,
    source: { file: 'recorded.json', name, labels: {} },
    unit: unitOf(role),
    points,
    stepSeconds,
    windowSeconds: null,
    terminatingSeconds,
  };
}
