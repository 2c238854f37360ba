import { measures as allMeasures, measureOf } from '../results/measures/index.js';
import type { PrecisionGoal } from '../run/precisionGoal.js';
import { conflicting, unknownName, usageError } from './usageError.js';

/** Measures that default views show and that decide most comparisons. */
const precisionMeasures = 'cost_usd,latency_all_p99_ms';
const mostRunCount = 100;
const measureNames = allMeasures.map(({ name }) => name);

/** `--precision`, `--precision-of` and `--max-runs` as they were given. */
interface Given {
  readonly ratio: string | undefined;
  readonly measures: string | undefined;
  readonly maxRunCount: number | undefined;
  readonly hasReplication: boolean;
}

/** Checks what `--precision` asks for. @throws ProblemError with exit code 2 */
export function readPrecision({
  ratio: given,
  measures: named,
  maxRunCount,
  hasReplication,
}: Given): PrecisionGoal | undefined {
  if (given === undefined) {
    if (named !== undefined) throw needsPrecision('precision-of');
    if (maxRunCount !== undefined) throw needsPrecision('max-runs');
    return undefined;
  }
  if (hasReplication) throw conflicting('--precision', '--replication', '--replication is just one run.');
  const ratio = /^[\d.]+ ?%$/.test(given) ? Number(given.replace('%', '')) / 100 : Number(given);
  if (!(ratio > 0 && ratio < 1)) {
    throw usageError({
      code: 'out-of-range',
      what: `--precision is "${given}"`,
      why: 'It is the half-width of an interval as a share of its mean, above 0 and below 1.',
      fix: 'write for example --precision 0.05.',
    });
  }
  const measures = (named ?? precisionMeasures).split(',').map((name) => name.trim());
  const unknown = measures.find((name) => measureOf(name) === undefined);
  if (unknown !== undefined) throw unknownName('measure of --precision-of', unknown, measureNames);
  return { ratio, measures, maxRunCount: maxRunCount ?? mostRunCount };
}

function needsPrecision(name: string): Error {
  return usageError({
    code: 'needs-precision',
    what: `--${name} needs --precision`,
    why: 'Without it the number of runs is fixed.',
    fix: 'add --precision 0.05.',
  });
}
