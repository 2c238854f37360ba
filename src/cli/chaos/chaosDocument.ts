import type { FaultSpace } from '../../chaos/faultSpace.js';
import { inputOf } from '../../chaos/schedule.js';
import { countKinds, type FaultSearch, type FoundSchedule } from '../../chaos/searchFaults.js';
import type { ChaosFound, ChaosResult } from '../../results/chaosResult.js';
import { namedLock } from '../../results/namedLock.js';
import type { PlannedComparison } from '../../run/plan.js';
import { sloGoalOf } from '../../scenario/sloGoal.js';
import { judgeMusts, type Musts } from '../../tune/musts.js';
import type { Options } from '../options.js';
import { repeatCommand } from '../repeatCommand.js';
import { flowText, settingOf, stanzaOf } from './stanza.js';

interface Context {
  readonly file: string;
  readonly options: Options & { readonly runs: number };
  readonly budget: number;
  readonly comparison: PlannedComparison;
  readonly musts: Musts;
  readonly space: FaultSpace;
  readonly version: string;
  readonly command: string;
}

/** Schedules in the document; what they have in common shows in fewer. */
const mostSchedules = 10;

/** What was found, as the document says it. */
export function chaosDocument(search: FaultSearch, context: Context): ChaosResult {
  const { comparison, musts, space, budget, options, version, command } = context;
  const { scenario, hash } = comparison;
  const { tried, unfaulted, found, isByAdded, runs } = search;
  const broke = tried.filter(({ judged }) =>
    judged.some(({ figure, isUnknown }, index) => !isUnknown && !figure.meets && unfaulted[index].figure.meets),
  );
  return {
    format: 'dryscale-chaos/1',
    version,
    command,
    scenario: {
      name: scenario.name,
      hash,
      ...namedLock(comparison),
      duration_s: scenario.duration,
      warmup_s: scenario.warmup,
      seed: scenario.seed,
      slo: scenario.slo === undefined ? null : sloGoalOf(scenario.slo),
      own_faults: scenario.faults.length,
    },
    must: judgeMusts(musts, []).map(({ metric, expression }) => ({ metric, expression })),
    must_of_scenario: musts.isOfScenario,
    loss: {
      unit: musts.slo === undefined ? 'percent of the limit' : 'points',
      ranked_by: isByAdded ? 'added' : 'loss',
    },
    limits: {
      from_s: space.fromSeconds,
      until_s: space.untilSeconds,
      most_faults: space.mostFaults,
      kinds: space.kinds.map(({ name, sizes }) => ({
        kind: name,
        sizes: Object.fromEntries(
          Object.entries(sizes).map(([key, values]) => [key, [values[0], values[values.length - 1]] as const]),
        ),
        schedules: countKinds(tried, name),
      })),
    },
    tried: {
      schedules: tried.length,
      broke: broke.length,
      not_run: tried.filter(({ judged }) => judged.some(({ isUnknown }) => isUnknown)).length,
    },
    runs: { budget, per_schedule: options.runs, ...runs },
    unfaulted: unfaulted.map(({ figure }) => figure),
    worst: tried.slice(0, mostSchedules).map(({ number, schedule, judged }) => ({
      number,
      faults: schedule.map(inputOf),
      policies: judged.map(({ figure }) => figure),
    })),
    found: found === undefined ? null : foundOf(found, context),
  };
}

function foundOf(found: FoundSchedule, { comparison, file, options, musts }: Context): ChaosFound {
  const { scenario, candidates } = comparison;
  const { schedule, candidate, from, judged, without, fresh, isMinimal } = found;
  // What must hold is judged by the replay, too.
  const judging = musts.isOfScenario ? [] : [`thresholds=${flowText(musts.thresholds)}`];
  // The scenario's faults are in the stanza, those that --set gave with them.
  const set = options.set.filter((setting) => !/^faults\b/.test(setting));
  const replayWith = (settings: readonly string[]) =>
    repeatCommand({
      command: candidates.length === 1 ? 'run' : 'compare',
      operands: [file],
      options: { ...options, set: [...set, ...judging, ...settings] },
      seed: options.seed,
    });
  return {
    policy: candidates[candidate].name,
    from: from.number,
    faults: schedule.map(inputOf),
    policies: judged.map(({ figure }) => figure),
    without: without.map(({ leftOut, judged: { figure } }) => ({ left_out: inputOf(leftOut), figure })),
    minimal: isMinimal,
    fresh: fresh.figure,
    stanza: stanzaOf(scenario, schedule),
    replay: replayWith([]),
    replay_unpasted: replayWith([settingOf(scenario, schedule)]),
  };
}
