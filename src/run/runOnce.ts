import { noWork } from '../fleet/workTotals.js';
import { rank } from '../kernel/rank.js';
import { loadPolicy } from '../platforms/loadPolicy.js';
import type { LoadedPolicy } from '../policy/policy.js';
import type { PolicySpec } from '../policy/policySpec.js';
import type { RunResult } from '../results/runResult.js';
import { calendarStartOf } from '../scenario/calendarStart.js';
import { defaultFeed, type MetricFeed } from '../telemetry/feed.js';
import { type AssembledService, type Assembly, assemble, startupMeanSeconds } from './assemble.js';
import { checkBooks } from './checkBooks.js';
import { neededSteps } from './neededCurve.js';
import { oraclePolicy } from './oraclePolicy.js';
import { planFaults } from './planFaults.js';
import type { PolicyAtWork } from './policyAtWork.js';
import { ServicePolicyHost } from './policyHost.js';
import type { RunInput } from './runInput.js';
import { summarise } from './summarise.js';
import { burnedVcpuSeconds, type WorkMarks } from './totals/serviceWork.js';

/**
 * The only door of the engine: one run of a scenario under its policies.
 *
 * A pure function of its input: no clock, no environment, no locale. Reads the traces the scenario names.
 * @throws PolicyFault when a policy fails; ProblemError when a trace is damaged
 */
export function runOnce(input: RunInput): RunResult {
  const loaded = loadPolicies(input);
  const assembly = assemble(
    input,
    loaded.flatMap(({ feeds }) => feeds),
  );
  const policies = assembly.services.flatMap((service) => startPolicy(assembly, service, loaded[service.index]));
  const faults = planFaults(assembly);
  planLooks(assembly);
  const marks = planWorkMarks(assembly);
  planProgress(assembly);
  assembly.model.run();
  checkBooks(assembly);
  return summarise(assembly, { policies, marks, faults });
}

/** What drives one service, before anything is wired. */
interface LoadedBinding {
  readonly spec: PolicySpec | undefined;
  readonly policy: LoadedPolicy | undefined;
  /** By which it gets metrics; what knows the future or never decides needs none. */
  readonly feeds: readonly MetricFeed[];
}

/** [service] */
function loadPolicies({ scenario, bindings, onPolicy }: RunInput): LoadedBinding[] {
  return Object.entries(scenario.services).map(([name, settings]) => {
    const spec = specOf({ name, settings }, bindings);
    onPolicy?.(0, true);
    const policy = spec && loadPolicy(spec);
    const feeds = policy === undefined ? [] : (policy.feedsOf?.(name) ?? [defaultFeed]);
    onPolicy?.(0, false);
    return { spec, policy, feeds };
  });
}

function startPolicy(assembly: Assembly, service: AssembledService, binding: LoadedBinding): PolicyAtWork[] {
  const { input, calendar } = assembly;
  const { spec, policy, feeds } = binding;
  const loaded = spec?.kind === 'oracle' ? oracleOf(assembly, service) : policy;
  if (loaded === undefined) return [];
  const others = assembly.services.filter((other) => other !== service);
  const host = new ServicePolicyHost({
    services: [service, ...others],
    table: assembly.table,
    telemetry: assembly.telemetry,
    feeds,
    cloud: assembly.cloud,
    environment: input.environment,
    nowSeconds: assembly.nowSeconds,
    startSeconds: calendarStartOf(input.scenario, input.scenarioFolder).seconds,
  });
  input.onPolicy?.(0, true);
  const runner = loaded.start(host);
  const periodSeconds = periodOf(runner.nextWakeSeconds);
  input.onPolicy?.(0, false);
  const planWake = (): void => {
    if (runner.nextWakeSeconds === Number.POSITIVE_INFINITY) return;
    calendar.at(runner.nextWakeSeconds, rank.decide, () => {
      const now = assembly.nowSeconds();
      input.onPolicy?.(now, true);
      runner.wake();
      input.onPolicy?.(now, false);
      planWake();
    });
  };
  planWake();
  const isDone = () => runner.nextWakeSeconds === Number.POSITIVE_INFINITY;
  // A manifest's own name is that of its service, more often than not: two files would be told apart by nothing.
  const name = spec !== undefined && 'fileName' in spec ? spec.fileName : loaded.name;
  return [{ name, host, service, feeds, periodSeconds, isDone, findings: () => runner.findings ?? [] }];
}

/** A policy decides first at t = every; a script wakes at 0, and 15 s is what the contract takes for left out. */
function periodOf(firstWakeSeconds: number): number {
  return firstWakeSeconds > 0 && Number.isFinite(firstWakeSeconds) ? firstWakeSeconds : 15;
}

function oracleOf(assembly: Assembly, { name, index, settings }: AssembledService): LoadedPolicy {
  const leadSeconds = startupMeanSeconds(settings) + assembly.input.scenario.cloud.api.latency;
  return oraclePolicy({ needed: neededSteps(assembly, index), leadSeconds, serviceName: name });
}

/** A service's own fixed policy goes before the candidate. */
function specOf(
  { name, settings }: Pick<AssembledService, 'name' | 'settings'>,
  bindings: RunInput['bindings'],
): PolicySpec | undefined {
  if (settings.scaling.policy === 'none' || settings.scaling.perRequest !== undefined) return undefined;
  return bindings[name] ?? bindings['*'];
}

/** The timeline's looks, at multiples of its own step. */
function planLooks({ timeline, calendar, services, gateway }: Assembly): void {
  if (timeline === undefined) return;
  const looksPerStep = Math.round(timeline.stepSeconds / timeline.lookSeconds);
  const plan = (index: number): void => {
    calendar.at(index * timeline.lookSeconds, rank.record, () => {
      const samples = services.map(({ fleet, settings, index: service }) => ({
        desired: fleet.desired,
        ready: fleet.readyCount,
        starting: fleet.startingCount,
        queue: gateway.queueDepth(service),
        busyVcpuSeconds: burnedVcpuSeconds(fleet.peekWorkTotals()),
        servingVcpus: (fleet.readyCount + fleet.drainingCount) * settings.instance.vcpus,
      }));
      timeline.look(samples, index % looksPerStep === 0);
      plan(index + 1);
    });
  };
  plan(1);
}

/** Work totals at the begin of the span; what the span did is the difference at the end. */
function planWorkMarks({ calendar, services, input }: Assembly): WorkMarks {
  const marks: WorkMarks = {
    atWarmup: services.map(noWork),
  };
  if (input.scenario.warmup > 0) {
    calendar.at(input.scenario.warmup, rank.fault, () => {
      marks.atWarmup = services.map(({ fleet }) => fleet.workTotals());
    });
  }
  return marks;
}

function planProgress({ calendar, input, nowSeconds }: Assembly): void {
  const { onProgress, scenario } = input;
  if (onProgress === undefined) return;
  const plan = (index: number): void => {
    calendar.at((index * scenario.duration) / 200, rank.record, () => {
      onProgress(nowSeconds());
      plan(index + 1);
    });
  };
  plan(1);
}
