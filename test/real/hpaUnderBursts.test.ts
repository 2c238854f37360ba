import { describe, expect, it } from 'vitest';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { isSkipped, type RecordedRun, readRun, skipLine } from './recordedRun.js';
import { decidedBySecond, simulateRun } from './simulateRun.js';

/**
 * One HPA run under bursts of a closed loop (Jamie Thompson, Custom Pod Autoscaler Experiments, 2020). A burst meets whatever
 * fleet the minute before left, so single rows differ from run to run: sums are judged.
 */
interface BurstRun extends RecordedRun {
  readonly load: { readonly rowSeconds: number; readonly loadSecondsOfEachRow: number; readonly leadSeconds: number };
  /** Row begin, users, replicas, requests answered, mean latency in ms, and more. */
  readonly rows: readonly (readonly [number, number, number, number, number, ...number[]])[];
}

const seedCount = 6;

/** The users of a row begin within its first second and are cut off 20 s later. */
function scenarioOf({ rows, load, workload, autoscaler }: BurstRun): ScenarioInput {
  const traffic = rows.map(([rowStartSeconds, vus], index) => [
    `row-${index + 1}`,
    {
      executor: 'constant-vus' as const,
      startTime: `${load.leadSeconds + rowStartSeconds}s`,
      duration: `${load.loadSecondsOfEachRow}s`,
      vus,
      think: { uniform: { min: '100ms', max: '1s' } },
    },
  ]);
  return {
    name: 'hpa-under-bursts',
    duration: `${load.leadSeconds + rows.length * load.rowSeconds}s`,
    traffic: Object.fromEntries(traffic),
    // One saturated pod of half a core answered 58 requests in 20 s: at most 172 ms each.
    requests: { page: { route: 'web', cpu: '160ms' } },
    services: {
      web: {
        instance: { vcpus: 0.5, cpuRequest: workload.cpuRequestCores, startup: '5s' },
        scaling: { min: autoscaler.minReplicas, max: autoscaler.maxReplicas, initial: workload.initialReplicas },
      },
    },
    gateway: { balancer: 'random' },
    telemetry: { scrape: '60s', window: '30s' },
  };
}

interface Answers {
  count: number;
  latencyMs: number;
}

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

describe.skipIf(isSkipped)('an HPA under bursts, recorded', () => {
  it('has as many pods, answers and milliseconds within 20 %, and follows the rows better than a constant', {
    tags: ['ci'],
  }, async () => {
    const run = readRun<BurstRun>('cpa-short/hpa');
    const { leadSeconds, rowSeconds, loadSecondsOfEachRow } = run.load;
    const answers: Answers[] = Array.from({ length: seedCount }, () => ({ count: 0, latencyMs: 0 }));
    const results = await simulateRun(scenarioOf(run), run, seedCount, (seed) => ({ kind, time_s, latency_ms }) => {
      if (kind !== 'completed' || typeof time_s !== 'number' || typeof latency_ms !== 'number') return;
      // An answer that had not come when the users were cut off was not counted, though the server went on with it.
      if ((time_s - leadSeconds) % rowSeconds > loadSecondsOfEachRow) return;
      answers[seed].count++;
      answers[seed].latencyMs += latency_ms;
    });
    const seconds = leadSeconds + run.rows.length * rowSeconds;
    const wished = results.map((result) => decidedBySecond(result, run.workload.initialReplicas, seconds));
    // Replicas were read after the load of each row.
    const simulated = run.rows.map(([start]) =>
      mean(wished.map((curve) => curve[leadSeconds + start + loadSecondsOfEachRow])),
    );
    const recorded = run.rows.map(([, , replicas]) => replicas);
    const recordedCount = run.rows.reduce((sum, [, , , count]) => sum + count, 0);
    const recordedMs = run.rows.reduce((sum, [, , , count, ms]) => sum + count * ms, 0) / recordedCount;
    const count = mean(answers.map((one) => one.count));
    const latencyMs = mean(answers.map((one) => one.latencyMs / one.count));
    const distance = mean(simulated.map((pods, row) => Math.abs(pods - recorded[row])));
    const constant = mean(recorded.map((pods) => Math.abs(pods - mean(recorded))));
    console.log(
      `pods ${mean(simulated).toFixed(2)} (recorded ${mean(recorded).toFixed(2)}), answers ${count.toFixed(0)} (${recordedCount}), ` +
        `mean ${latencyMs.toFixed(0)} ms (${recordedMs.toFixed(0)}), rows ${distance.toFixed(2)} pods apart, a constant ${constant.toFixed(2)}`,
    );
    expect(Math.abs(mean(simulated) / mean(recorded) - 1)).toBeLessThan(0.2);
    expect(Math.abs(count / recordedCount - 1)).toBeLessThan(0.2);
    expect(Math.abs(latencyMs / recordedMs - 1)).toBeLessThan(0.2);
    expect(distance).toBeLessThan(constant);
  });
});

if (isSkipped) it.skip(skipLine, () => {});
