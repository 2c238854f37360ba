import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import type { EventLine } from '../../support/auditEvents.js';
import { runCli, temporaryFolder } from '../../support/runCli.js';
import type { RealRun } from './realRun.js';

/** What a scenario says of the set-up beside its traffic and its requests' time, which are those that were seen. */
export interface Simulated {
  readonly instance?: Partial<NonNullable<ScenarioInput['services'][string]['instance']>>;
  readonly gateway: ScenarioInput['gateway'];
  readonly faults?: ScenarioInput['faults'];
}

export interface SimulatedRun {
  /** [server] tries that began there; servers in the order of their zones. */
  readonly begunCounts: readonly number[];
  readonly lostCount: number;
  readonly latenciesSeconds: readonly number[];
}

/** The same requests at the same instants through `dryscale run`, counted from its events; once for each replication. */
export async function simulatedRuns(
  real: RealRun,
  { instance = {}, gateway, faults = [] }: Simulated,
  replicationCount = 1,
): Promise<SimulatedRun[]> {
  const { answers, serviceSeconds } = real;
  const lastSeconds = answers[answers.length - 1].atSeconds;
  const serverCount = serviceSeconds.length;
  const scenario = {
    name: 'proxy',
    duration: `${Math.ceil(lastSeconds) + 5}s`,
    traffic: { clients: { executor: 'trace', file: 'arrivals.csv', time: 'at' } },
    requests: { page: { route: 'web', io: { empirical: { values: spread(serviceSeconds) } } } },
    services: {
      web: {
        instance: { ...instance },
        zones: serverCount,
        scaling: { policy: 'none', initial: serverCount, max: serverCount },
      },
    },
    gateway,
    faults,
  };
  const rows = answers.map(({ atSeconds }) => (atSeconds - answers[0].atSeconds).toFixed(6));
  const folder = temporaryFolder({
    'arrivals.csv': `at\n${rows.join('\n')}\n`,
    'proxy.yaml': JSON.stringify(scenario),
  });
  try {
    const runs: SimulatedRun[] = [];
    for (let replication = 0; replication < replicationCount; replication++) {
      const args = ['run', 'proxy.yaml', '--replication', String(replication), '--events', 'events.ndjson', '--quiet'];
      const { code, stderr, stdout } = await runCli(args, { cwd: folder.path });
      if (code !== 0) throw new Error(`dryscale run ended with ${code}: ${stderr}${stdout}`);
      const lines = readFileSync(join(folder.path, 'events.ndjson'), 'utf8').trim().split('\n');
      runs.push(countOf(lines.map((line) => JSON.parse(line))));
    }
    return runs;
  } finally {
    folder.remove();
  }
}

/** Measured times, at most 500 of them, evenly through all that the fastest server took: a slower one has a fault. */
function spread(serviceSeconds: RealRun['serviceSeconds']): string[] {
  const own = serviceSeconds.filter(({ length }) => length > 0);
  const fastest = Math.min(...own.map(meanOf));
  const values = own.filter((times) => meanOf(times) < 1.5 * fastest).flat();
  values.sort((a, b) => a - b);
  const count = Math.min(500, values.length);
  return Array.from({ length: count }, (_, index) => {
    const seconds = values[Math.floor(((index + 0.5) / count) * values.length)];
    return `${(seconds * 1000).toFixed(3)}ms`;
  });
}

function countOf(events: readonly EventLine[]): SimulatedRun {
  const zones = new Map<unknown, number>();
  for (const { kind, instance, zone } of events) if (kind === 'launched') zones.set(instance, Number(zone));
  const zoneNumbers = [...new Set(zones.values())].sort((a, b) => a - b);
  const begun = events.filter(({ kind }) => kind === 'begin').map(({ instance }) => zones.get(instance));
  const completed = events.filter(({ kind }) => kind === 'completed');
  const losses = ['failed', 'rejected', 'timed_out', 'abandoned', 'aborted', 'unfinished'];
  return {
    begunCounts: zoneNumbers.map((zone) => begun.filter((at) => at === zone).length),
    lostCount: events.filter(({ kind }) => losses.includes(kind)).length,
    latenciesSeconds: completed.map(({ latency_ms }) => Number(latency_ms) / 1000),
  };
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
