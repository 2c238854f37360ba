import type { VersionCheck } from '../../gateway/ai/rollout/judgeVersions.js';
import type { Rollout } from '../../gateway/ai/rollout/rollout.js';
import type { RolloutCheck } from '../../results/rollouts.js';
import type { RunResult } from '../../results/runResult.js';

/** What is read of the end of a run. */
interface RolledOut {
  readonly rollouts: readonly RolloutOfRun[];
  readonly services: readonly { readonly name: string }[];
  readonly providers: readonly { readonly name: string }[];
}

interface RolloutOfRun extends Pick<Rollout, 'steps' | 'abortedSeconds'> {
  readonly parts: {
    readonly route: { readonly name: string };
    readonly oldService: number;
    readonly newService: number;
  };
}

/** How rollouts went; nothing where there is none. */
export function rolloutsOf({ rollouts, services, providers }: RolledOut): Pick<RunResult, 'rollouts'> {
  if (rollouts.length === 0) return {};
  const targets = [...services, ...providers];
  return {
    rollouts: rollouts.map(({ parts, steps, abortedSeconds }) => ({
      route: parts.route.name,
      from: targets[parts.oldService].name,
      to: targets[parts.newService].name,
      steps: steps.map(({ beginSeconds, percent, checks }) => ({
        from_s: beginSeconds,
        percent,
        checks: checks.map(checkOf),
      })),
      ...(abortedSeconds === undefined ? {} : { aborted_s: abortedSeconds }),
    })),
  };
}

function checkOf({ name, limit, oldCount, newCount, values, worse, isBroken }: VersionCheck): RolloutCheck {
  return {
    name,
    limit,
    old_count: oldCount,
    new_count: newCount,
    ...(values && { old: values.old, new: values.new }),
    // Infinity has no place in JSON: an end that the sample says nothing of is left out.
    ...(worse && Number.isFinite(worse.low) ? { low: worse.low } : {}),
    ...(worse && Number.isFinite(worse.high) ? { high: worse.high } : {}),
    broken: isBroken,
  };
}
