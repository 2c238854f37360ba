import type { SourceSessions } from '../../record/sessionLog.js';
import type { SessionCounts, SessionTotals } from '../../results/runTotals.js';
import { Histogram } from '../../stats/histogram.js';
import type { Assembly } from '../assemble.js';

/** Sessions of all sources; undefined without sessions. */
export function sessionTotals({
  sessionLog,
  traffic,
  input,
}: Pick<Assembly, 'sessionLog' | 'traffic' | 'input'>): SessionTotals | undefined {
  if (sessionLog === undefined) return undefined;
  const { requests } = input.scenario;
  const isAgent = traffic.sourceNames.map((_, source) => requests[traffic.classNames[source]].agent !== undefined);
  const known = sessionLog.sources.filter((one) => one !== undefined);
  return {
    chats: countsOf(sessionLog.sources.filter((_, source) => !isAgent[source])),
    tasks: countsOf(sessionLog.sources.filter((_, source) => isAgent[source])),
    turns: known.reduce((sum, { turns }) => sum + turns, 0),
    carriedTokens: known.reduce((sum, { carriedTokens }) => sum + carriedTokens, 0),
  };
}

function countsOf(sources: readonly (SourceSessions | undefined)[]): SessionCounts | undefined {
  const known = sources.filter((one) => one !== undefined);
  if (known.length === 0) return undefined;
  const sum = (numberOf: (one: SourceSessions) => number) => known.reduce((total, one) => total + numberOf(one), 0);
  const time = new Histogram();
  for (const own of known) time.merge(own.time);
  return {
    begun: sum(({ begun }) => begun),
    finished: sum(({ finished }) => finished),
    failed: sum(({ failed }) => failed),
    time,
  };
}
