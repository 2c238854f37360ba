import type { FaultRunner } from './faultRunner.js';
import { drawSchedule, type FaultSpace, mostFaults } from './faultSpace.js';
import type { Judged } from './judgeSchedule.js';
import { inputOf, type Schedule, scheduleKey } from './schedule.js';
import { shrinkSchedule } from './shrink/shrinkSchedule.js';

/** A schedule with what the candidates made of it. */
export interface TriedSchedule {
  /** From 1. */
  readonly number: number;
  readonly schedule: Schedule;
  /** [candidate] */
  readonly judged: readonly Judged[];
}

/** The worst schedule, shrunk. */
export interface FoundSchedule {
  readonly candidate: number;
  readonly from: TriedSchedule;
  readonly schedule: Schedule;
  readonly isMinimal: boolean;
  /** [candidate] */
  readonly judged: readonly Judged[];
  /** The candidate under all faults but one, where there are several. */
  readonly without: readonly { readonly leftOut: Schedule[number]; readonly judged: Judged }[];
  readonly fresh: Judged;
}

export interface FaultSearch {
  readonly unfaulted: readonly Judged[];
  readonly tried: readonly TriedSchedule[];
  /** Ranked by what faults add, for some candidate breaks it without any. */
  readonly isByAdded: boolean;
  readonly found: FoundSchedule | undefined;
  readonly runs: {
    readonly unfaulted: number;
    readonly drawn: number;
    readonly shrinking: number;
    readonly final: number;
  };
}

interface Question {
  readonly space: FaultSpace;
  readonly candidateCount: number;
  readonly runner: FaultRunner;
}

/** Part of the budget that is kept for shrinking and the last look; drawing goes on with it only while nothing broke. */
const shrinkShare = 0.4;
/** Runs are judged in batches of a fixed size, so that their numbers need not be kept. */
const batchSize = 16;
/** Of a policy that breaks it anyway a schedule is shrunk while it adds so much of what it added. */
const keptShare = 0.5;

/** Fewest runs: without faults, one schedule, and the last look at it. */
export function leastBudget(candidateCount: number, runCount: number): number {
  return 2 * candidateCount * runCount + lastLookCount(candidateCount, runCount);
}

/** Runs of the last look: all candidates, fresh runs, and all faults but one each. */
function lastLookCount(candidateCount: number, runCount: number): number {
  return (candidateCount + 1 + mostFaults) * runCount;
}

/**
 * Draws schedules, runs all candidates under each on the same replications, and shrinks the worst.
 *
 * Drawing goes on with what is kept for shrinking where nothing broke: then there is nothing to shrink.
 */
export async function searchFaults(question: Question): Promise<FaultSearch> {
  const { candidateCount, runner, space } = question;
  const budget = runner.leftCount;
  const candidates = Array.from({ length: candidateCount }, (_, index) => index);
  const [unfaulted] = await runner.judge({ schedules: [[]], candidates, from: 0 });
  const running = candidates.filter((candidate) => unfaulted[candidate].figure.failure === undefined);
  const afterUnfaulted = runner.leftCount;
  const isByAdded = running.some((candidate) => !unfaulted[candidate].figure.meets);
  const worth = { unfaulted, running, isByAdded };
  const tried: TriedSchedule[] = [];
  const costCount = running.length * runner.runCount;
  const lastCount = lastLookCount(running.length, runner.runCount);
  const kept = Math.max(lastCount, Math.floor(budget * shrinkShare));
  let worst: Worst | undefined;
  while (running.length > 0) {
    const roomBeside = (count: number) => Math.floor((runner.leftCount - count) / costCount);
    const room = roomBeside(kept);
    const size = Math.min(batchSize, room < 1 && worst === undefined ? roomBeside(lastCount) : room);
    if (size < 1) break;
    const drawn = Array.from({ length: size }, (_, index) => drawSchedule(space, tried.length + index + 1));
    const rows = await runner.judge({ schedules: drawn, candidates: running, from: 0 });
    for (const [index, schedule] of drawn.entries()) {
      const judged = candidates.map((candidate) => rows[index][running.indexOf(candidate)] ?? unfaulted[candidate]);
      tried.push({ number: tried.length + 1, schedule, judged });
    }
    worst = worstOf(tried, worth);
  }
  const drawnCount = afterUnfaulted - runner.leftCount;
  const shrunk = worst && (await shrinkWorst(worst, question, lastCount));
  const afterShrinking = runner.leftCount;
  const found = worst && shrunk && (await lastLook(worst, shrunk, { running, unfaulted, runner }));
  return {
    unfaulted,
    tried: ranked(tried, worth),
    isByAdded,
    found,
    runs: {
      unfaulted: budget - afterUnfaulted,
      drawn: drawnCount,
      shrinking: afterUnfaulted - drawnCount - afterShrinking,
      final: afterShrinking - runner.leftCount,
    },
  };
}

interface Worth {
  readonly unfaulted: readonly Judged[];
  readonly running: readonly number[];
  readonly isByAdded: boolean;
}

/** By what a schedule is ranked for one candidate. */
function scoreOf({ judged }: TriedSchedule, candidate: number, { unfaulted, isByAdded }: Worth): number {
  const { loss } = judged[candidate];
  const { loss: without } = unfaulted[candidate];
  // Nobody had an answer either way: nothing is added.
  if (isByAdded && loss === without) return 0;
  return isByAdded ? loss - without : loss;
}

/** The worst first, for whichever candidate; equals in the order of their numbers. */
function ranked(tried: readonly TriedSchedule[], worth: Worth): TriedSchedule[] {
  const scores = new Map(
    tried.map((one) => [one, Math.max(...worth.running.map((candidate) => scoreOf(one, candidate, worth)))]),
  );
  const score = (one: TriedSchedule) => scores.get(one) ?? 0;
  return [...tried].sort((a, b) => (score(a) === score(b) ? a.number - b.number : score(a) > score(b) ? -1 : 1));
}

interface Worst {
  readonly tried: TriedSchedule;
  readonly candidate: number;
  /** Whether what a candidate made of a schedule still counts as broken. */
  breaks(judged: Judged): boolean;
}

/** The worst for a candidate that keeps it without faults; where there is none, what adds most to one that does not. */
function worstOf(tried: readonly TriedSchedule[], worth: Worth): Worst | undefined {
  const pairs = tried.flatMap((one) => worth.running.map((candidate) => ({ tried: one, candidate })));
  const keeps = (candidate: number) => worth.unfaulted[candidate].figure.meets;
  const known = pairs.filter(({ tried: one, candidate }) => !one.judged[candidate].isUnknown);
  const broken = known.filter(({ tried: one, candidate }) => keeps(candidate) && isBroken(one.judged[candidate]));
  const [first] = best(broken, worth);
  if (first !== undefined) return { ...first, breaks: isBroken };
  const [added] = best(
    known.filter(({ tried: one, candidate }) => !keeps(candidate) && scoreOf(one, candidate, worth) > 0),
    worth,
  );
  if (added === undefined) return undefined;
  const { loss } = worth.unfaulted[added.candidate];
  const least = loss + keptShare * scoreOf(added.tried, added.candidate, worth);
  return { ...added, breaks: (judged) => !judged.isUnknown && judged.loss >= least };
}

function isBroken({ figure, isUnknown }: Judged): boolean {
  return !figure.meets && !isUnknown;
}

type Pair = Pick<Worst, 'tried' | 'candidate'>;

function best(pairs: readonly Pair[], worth: Worth): Pair[] {
  const score = ({ tried, candidate }: Pair) => scoreOf(tried, candidate, worth);
  return [...pairs].sort((a, b) => (score(a) === score(b) ? 0 : score(a) > score(b) ? -1 : 1)).slice(0, 1);
}

async function shrinkWorst(worst: Worst, { runner, space }: Question, lastCount: number) {
  const judgements = new Map<string, Judged>();
  const shrunk = await shrinkSchedule({
    start: worst.tried.schedule,
    fromSeconds: space.fromSeconds,
    untilSeconds: space.untilSeconds,
    breaks: async (schedule) => {
      if (runner.leftCount - runner.runCount < lastCount) return undefined;
      const [[judged]] = await runner.judge({ schedules: [schedule], candidates: [worst.candidate], from: 0 });
      judgements.set(scheduleKey(schedule), judged);
      return worst.breaks(judged);
    },
  });
  return { ...shrunk, judgements };
}

/** The shrunk schedule on every candidate, its parts, and runs that did not choose. */
async function lastLook(
  worst: Worst,
  { schedule, isMinimal, judgements }: Awaited<ReturnType<typeof shrinkWorst>>,
  { running, unfaulted, runner }: Pick<Worth, 'running' | 'unfaulted'> & { readonly runner: FaultRunner },
): Promise<FoundSchedule> {
  const { candidate, tried } = worst;
  const [row] = await runner.judge({ schedules: [schedule], candidates: running, from: 0 });
  const [[fresh]] = await runner.judge({ schedules: [schedule], candidates: [candidate], from: runner.runCount });
  const without: { leftOut: Schedule[number]; judged: Judged }[] = [];
  for (const leftOut of schedule.length < 2 ? [] : schedule) {
    const part = schedule.filter((fault) => fault !== leftOut);
    const known = judgements.get(scheduleKey(part));
    const judged = known ?? (await runner.judge({ schedules: [part], candidates: [candidate], from: 0 }))[0][0];
    without.push({ leftOut, judged });
  }
  const judged = unfaulted.map((own, index) => row[running.indexOf(index)] ?? own);
  return { candidate, from: tried, schedule, isMinimal, judged, without, fresh };
}

/** Schedules that had a fault of each kind. */
export function countKinds(tried: readonly TriedSchedule[], kind: string): number {
  return tried.filter(({ schedule }) => schedule.some((fault) => inputOf(fault).kind === kind)).length;
}
