import * as outcome from '../../record/outcome.js';
import type { GroupLog } from '../../record/requestLog.js';
import type { TokenGroupLog } from '../../record/tokenLog.js';
import type { RunResult, SampleGroup } from '../../results/runResult.js';
import { hasQuality } from '../../scenario/qualityIn.js';
import type { Assembly } from '../assemble.js';

/** Requests of a group, whatever became of them. */
export function offeredOf({ counts }: GroupLog): number {
  return counts.reduce((total, value) => total + value, 0);
}

/** Counts and samples of each group, for thresholds; those of calls apart. */
export function sampleGroups(assembly: Assembly): Pick<RunResult, 'groups' | 'callGroups'> {
  const { services, providers, traffic } = assembly;
  const outerCount = traffic.sourceNames.length * (services.length + providers.length);
  const all = assembly.log.groups.map((group, index) => ({ group, index }));
  const groups = all.slice(0, outerCount).flatMap((one) => sampleGroup(one, assembly));
  if (all.length === outerCount) return { groups };
  return { groups, callGroups: all.slice(outerCount).flatMap((one) => sampleGroup(one, assembly)) };
}

function sampleGroup(
  { group, index }: { readonly group: GroupLog; readonly index: number },
  { services, providers, traffic, tokenLog, input }: Assembly,
): SampleGroup[] {
  const targets = [...services, ...providers];
  const source = Math.floor(index / targets.length);
  const [offered, isEmpty] = [offeredOf(group), group.droppedIterations === 0];
  if (offered === 0 && isEmpty) return [];
  return [
    {
      source: traffic.sourceNames[source] ?? '',
      requestClass: traffic.classNames[source],
      service: targets[index % targets.length].name,
      counts: {
        offered,
        completed: group.counts[outcome.completed],
        failed: group.counts[outcome.failed],
        rejected: group.counts[outcome.rejected],
        timed_out: group.counts[outcome.timedOut],
        abandoned: group.counts[outcome.abandoned],
        aborted: group.counts[outcome.aborted],
        rate_limited: group.counts[outcome.rateLimited],
        unfinished: group.counts[outcome.unfinished],
        good: group.good,
        unfinishedOld: group.unfinishedOld,
        attempts: group.attempts,
        droppedIterations: group.droppedIterations,
        ...qualitySamples(input, tokenLog?.groups[index]),
      },
      ...tokenSamples(tokenLog?.groups[index]),
      completedLatency: group.completedLatency.toSparse(),
      failedLatency: group.failedLatency.toSparse(),
      queueWait: group.queueWait.toSparse(),
    },
  ];
}

function tokenSamples(tokens: TokenGroupLog | undefined): Pick<SampleGroup, 'firstToken' | 'tokenGap'> {
  return tokens === undefined ? {} : { firstToken: tokens.firstToken.toSparse(), tokenGap: tokens.gap.toSparse() };
}

function qualitySamples(
  { scenario }: Assembly['input'],
  tokens: TokenGroupLog | undefined,
): Pick<SampleGroup['counts'], 'answers' | 'right'> {
  return tokens === undefined || !hasQuality(scenario) ? {} : { answers: tokens.judged, right: tokens.right };
}
