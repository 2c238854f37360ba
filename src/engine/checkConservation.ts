import { invariant } from '../base/invariant.js';
import type { Gateway } from '../gateway/gateway.js';
import { outcomeCount } from '../record/outcome.js';
import type { RequestLog } from '../record/requestLog.js';
import type { Assembly } from './assemble.js';
import type { AssembledService } from './assembleService.js';

/** Relative difference that two sums of the same numbers in another order may have. */
const ORDER_ROUNDING = 1e-9;

/**
 * Stops a finished run whose two counts of one thing differ: a wrong number must never reach a report.
 *
 * Flow balance, Little's law (request-seconds by requests and by instants), busy slots (by instances and providers, and by requests),
 * ready time (by lives and by counts), connections (by pools and by calls) and cost (the sum, and the bills one by one). Boundary terms are exact: what is
 * inside at the end counts up to the end.
 * @throws InvariantError
 */
export function checkConservation({
  log,
  ledger,
  services,
  providers,
  gateway,
  ...others
}: Pick<Assembly, 'log' | 'ledger' | 'services' | 'providers' | 'gateway' | 'sessions' | 'sessionLog'>): void {
  checkPools(gateway);
  checkSessions(others, log);
  checkRoutes(gateway, log);
  const offered = log.groups.reduce((total, { counts }) => total + counts.reduce((sum, count) => sum + count, 0), 0);
  invariant(
    offered === ledger.offeredCount,
    `flow balance: ${ledger.offeredCount} requests arrived and ${offered} have an outcome, of ${outcomeCount} kinds`,
  );
  const near = (what: string, one: number, other: number): void => {
    const tolerance = ORDER_ROUNDING * Math.max(1e-9, Math.abs(one), Math.abs(other)) + ledger.roundingSeconds;
    invariant(Math.abs(one - other) <= tolerance, `${what}: ${one} s by one count, ${other} s by the other`);
  };
  near(
    'time in the system (Little)',
    log.systemSeconds.reduce((sum, seconds) => sum + seconds, 0),
    ledger.systemSeconds,
  );
  near(
    'busy slots',
    services.reduce((sum, { fleet }) => sum + fleet.workTotals().slotSeconds, 0) +
      providers.reduce((sum, { provider }) => sum + provider.busySeconds, 0),
    ledger.slotSeconds,
  );
  const begunCount =
    services.reduce((sum, { fleet }) => sum + fleet.workTotals().begunCount, 0) +
    providers.reduce((sum, { provider }) => sum + provider.begunCount, 0);
  invariant(
    begunCount === ledger.beganCount,
    `requests that began: ${begunCount} by instances and providers, ${ledger.beganCount} by the ledger`,
  );
  for (const service of services) {
    const { name, fleetLog } = service;
    checkBackground(service, near);
    near(`ready instances of ${name}`, fleetLog.readySeconds, fleetLog.readyCountSeconds);
    const { bills, billedSeconds } = fleetLog;
    near(
      `bills of ${name}`,
      billedSeconds,
      bills.reduce((sum, bill) => sum + bill, 0),
    );
    const { startupBilledSeconds, readyBilledSeconds, drainBilledSeconds } = fleetLog;
    near(
      `parts of the bills of ${name}`,
      billedSeconds,
      startupBilledSeconds +
        readyBilledSeconds +
        drainBilledSeconds +
        fleetLog.extraBilledSeconds +
        fleetLog.wastedBilledSeconds,
    );
  }
}

/** What came to a group, at its arrival or from another hop, has its outcome there or went on to the next. */
function checkRoutes({ routes }: Gateway, { groups, options }: Pick<RequestLog, 'groups' | 'options'>): void {
  if (routes === undefined) return;
  for (let group = 0; group < groups.length; group++) {
    if (group >= options.outerGroupCount && !routes.isRouted(group)) continue;
    const ended = groups[group].counts.reduce((sum, count) => sum + count, 0);
    invariant(
      ended === routes.balance[group],
      `hops: ${routes.balance[group]} requests came to group ${group} and stayed, ${ended} have an outcome there`,
    );
  }
}

/** Sessions end or are there when the run ends, and every turn is a request that was offered. */
function checkSessions(
  { sessions, sessionLog }: Pick<Assembly, 'sessions' | 'sessionLog'>,
  { groups, options }: Pick<RequestLog, 'groups' | 'options'>,
): void {
  if (sessions === undefined || sessionLog === undefined) return;
  const { liveCount } = sessions.table;
  invariant(
    liveCount === sessionLog.liveCount,
    `sessions: ${liveCount} are under way, ${sessionLog.liveCount} began and did not end`,
  );
  for (const [source, own] of sessionLog.sources.entries()) {
    const ofSource = groups.slice(source * options.serviceCount, (source + 1) * options.serviceCount);
    const offered = ofSource.reduce((sum, { counts }) => sum + counts.reduce((all, count) => all + count, 0), 0);
    if (own !== undefined)
      invariant(offered === own.turns, `sessions: ${own.turns} turns of source ${source}, ${offered} requests of it`);
  }
}

/** A connection is held by the one call that has it, and none is free while a call waits for it. */
function checkPools({ calls }: Pick<Gateway, 'calls'>): void {
  const places = calls?.pools?.counts();
  if (places === undefined) return;
  const { byPools, byCalls, heldBack } = places;
  invariant(byPools === byCalls, `connections: ${byPools} taken by the pools, ${byCalls} by the calls`);
  invariant(heldBack === 0, `connections: free in ${heldBack} pools where calls wait`);
}

/** What burned beside requests, by the instants and by the lives: the base all the time, a burst at most its length a start. */
function checkBackground(
  { name, fleet, fleetLog, settings }: AssembledService,
  near: (what: string, one: number, other: number) => void,
): void {
  const { vcpus, baseCpu = 0, startupCpu } = settings.instance;
  const { backgroundVcpuSeconds, startupVcpuSeconds, runningSeconds, busyVcpuSeconds } = fleet.workTotals();
  const burned = backgroundVcpuSeconds + startupVcpuSeconds;
  const base = baseCpu * runningSeconds;
  const burstLimit =
    startupCpu === undefined ? 0 : startupCpu.cores * startupCpu.for * (fleet.launchCount + fleetLog.allRestartCount);
  near(`cpu beside the requests of ${name}`, burned, Math.min(Math.max(burned, base), base + burstLimit));
  near(
    `cpu within the vCPUs of ${name}`,
    burned + busyVcpuSeconds,
    Math.min(burned + busyVcpuSeconds, vcpus * runningSeconds),
  );
}
