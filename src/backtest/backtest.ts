import { buildStartup } from '../fleet/startup/startup.js';
import type { Candidate } from '../policy/policySpec.js';
import { leastReversalSeconds } from '../record/decisionLog.js';
import type { BacktestCurve, BacktestResult, BacktestRow } from '../results/backtestResult.js';
import { namedLock } from '../results/namedLock.js';
import type { Recording } from '../results/recording.js';
import type { Scenario } from '../scenario/schema.js';
import { judgedMeasures } from './measures/index.js';
import { binnedKinds, countsOf, type Observed, recordedIn, seriesOf } from './observed.js';
import { valueAt } from './recordedGrid.js';
import { type Replay, type ReplayedTraffic, replayOf } from './replay.js';
import { type RunOptions, runSeeds } from './runSeeds.js';
import type { Stretch } from './stretch.js';
import { type Weakness, weaknessOf } from './weakness.js';

/** What ran, what was recorded of it, and which part of it is judged. */
export interface BacktestRequest {
  readonly scenario: Scenario;
  readonly folder: string;
  /** sha256 of the lock that holds what servers said of its context. */
  readonly contextLock?: string | undefined;
  readonly candidate: Candidate;
  /** The service that was recorded. */
  readonly service: string;
  readonly recording: Recording;
  readonly traffic: ReplayedTraffic;
  readonly stretch: Stretch;
  /** Where everything that the replay needs begins. */
  readonly recordedFromSeconds: number;
  readonly runCount: number;
}

/** The scenario as it is replayed for a request. @throws ProblemError */
export function replayFor(request: BacktestRequest): Replay {
  const { recording } = request;
  const counts = countsOf(recording);
  return replayOf({
    ...request,
    startUnixSeconds: recording.startUnixSeconds,
    countAt: (seconds) => counts && valueAt(counts.series, seconds),
  });
}

/** Replays a stretch in several seeds: both sides on the recorder's grid. @throws ProblemError, BacktestFailure */
export async function observe(request: BacktestRequest, replay: Replay, options: RunOptions): Promise<Observed> {
  const { folder, candidate, service, recording, stretch, runCount } = request;
  const { scenario, zeroSeconds } = replay;
  const { instance } = scenario.services[service];
  const recorded = recordedIn(recording, stretch, instance);
  const kinds = binnedKinds.filter((kind) => recorded.binned[kind] !== undefined);
  const gridEdges = kinds.map((kind) => (recorded.binned[kind]?.edges ?? []).map((edge) => edge - zeroSeconds));
  const records = await runSeeds({ scenario, folder, candidate, record: { service, gridEdges }, runCount }, options);
  return {
    recorded,
    runs: records.map(({ lives, grids }) => ({
      lives,
      binned: Object.fromEntries(kinds.map((kind, index) => [kind, grids[index]])),
    })),
    zeroSeconds,
    reversalSeconds: Math.max(2 * buildStartup(instance.startup).meanSeconds, leastReversalSeconds),
  };
}

/** Lays what is simulated over what was recorded, and says of each measure whether it is believable. @throws ProblemError, BacktestFailure */
export async function backtest(request: BacktestRequest, options: RunOptions): Promise<BacktestResult> {
  const { scenario, candidate, service, recording, stretch, traffic, runCount } = request;
  const replay = replayFor(request);
  const observed = await observe(request, replay, options);
  const series = [
    countsOf(recording)?.series,
    traffic.kind === 'rate' ? traffic.series : undefined,
    seriesOf(recording, 'cpu'),
  ];
  const weakness = weaknessOf(observed.recorded, { stretch, series });
  const rows = judgedMeasures.map((one): BacktestRow => ({ measure: one.measure, ...one.judge(observed) }));
  const backtestRows = rows.map((row) => withWeakness(row, weakness));
  return {
    scenario: scenario.name,
    ...namedLock(request),
    policy: candidate.name,
    service,
    runs: runCount,
    startUnixSeconds: recording.startUnixSeconds,
    stretch: { from_s: stretch.fromSeconds, to_s: stretch.toSeconds },
    traffic: traffic.kind === 'scenario' ? 'scenario' : `recorded ${traffic.kind}`,
    believable: believableOf(backtestRows),
    reasons: [...weakness.ofAll, ...weakness.ofAgreement],
    notes: replay.notes,
    backtest: backtestRows,
    curves: judgedMeasures.flatMap(({ measure, curve }): BacktestCurve[] => {
      const drawn = curve?.(observed);
      return drawn === undefined ? [] : [{ measure, ...drawn }];
    }),
  };
}

/** A recording too weak for a conclusion leaves the numbers, and takes the verdict. */
function withWeakness(row: BacktestRow, { ofAll, ofAgreement }: Weakness): BacktestRow {
  const [reason] = [...ofAll, ...(row.measure === 'replicas' && row.ok === true ? ofAgreement : [])];
  return row.ok === null || reason === undefined ? row : { ...row, ok: null, why: `no conclusion: ${reason}` };
}

/** Other measures alone say little of a policy: what it decides is the count. */
function believableOf(rows: readonly BacktestRow[]): boolean | null {
  if (rows.some(({ ok }) => ok === false)) return false;
  return rows.find(({ measure }) => measure === 'replicas')?.ok ?? null;
}
