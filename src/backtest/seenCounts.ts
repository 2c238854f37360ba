import type { RecordedLife } from '../results/serviceRecord.js';

/** What a recorder counts of a fleet. */
export interface Counting {
  /** Only instances that take requests. */
  readonly isReadyOnly: boolean;
  /** For so long one that was told to go is still counted, at least; undefined where it is not. */
  readonly terminatingSeconds: number | undefined;
}

/** Instances that a recorder would have counted at each instant, which rise; seconds of the run. O((lives + instants) log lives). */
export function seenCounts(lives: readonly RecordedLife[], counting: Counting, instants: readonly number[]): number[] {
  const spans = lives.map((life) => spanOf(life, counting)).filter(([from, until]) => from < until);
  const begins = spans.map(([from]) => from).sort((a, b) => a - b);
  const ends = spans.map(([, until]) => until).sort((a, b) => a - b);
  let begun = 0;
  let ended = 0;
  return instants.map((at) => {
    while (begun < begins.length && begins[begun] <= at) begun++;
    while (ended < ends.length && ends[ended] <= at) ended++;
    return begun - ended;
  });
}

function spanOf(
  [launched, ready, toldToGo, gone]: RecordedLife,
  { isReadyOnly, terminatingSeconds }: Counting,
): readonly [number, number] {
  const told = toldToGo ?? Infinity;
  if (isReadyOnly) return [ready ?? Infinity, told];
  return [launched, terminatingSeconds === undefined ? told : Math.max(gone ?? Infinity, told + terminatingSeconds)];
}
