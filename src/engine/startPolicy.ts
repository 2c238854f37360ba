import { controllerPlaces } from '../fleet/controllers.js';
import * as rank from '../kernel/rank.js';
import { ContextTimeline } from '../policy/context/contextTimeline.js';
import { everyDefaultSeconds } from '../policy/decideRunner.js';
import type { LoadedPolicy, PolicyRunner } from '../policy/policy.js';
import type { SinglePolicySpec } from '../policy/policySpec.js';
import { openPolicyStream } from '../policy/policyStream.js';
import type { PolicyLog } from '../record/policyLog.js';
import { calendarStartOf } from '../scenario/calendarStart.js';
import type { MetricFeed } from '../telemetry/feed.js';
import { ActionsTogether } from './actionsTogether.js';
import type { Assembly } from './assemble.js';
import type { AssembledService } from './assembleService.js';
import { standardAllowance } from './limits/allowance.js';
import { DecisionCount } from './limits/decisionCount.js';
import { oraclePolicy } from './oraclePolicy.js';
import type { PolicyAtWork } from './policyAtWork.js';
import { ServicePolicyHost } from './policyHost.js';

/** What drives one service, before anything is wired. */
export interface LoadedBinding {
  readonly spec: SinglePolicySpec;
  readonly policy: LoadedPolicy | undefined;
  /** By which it gets metrics; what knows the future or never decides needs none. */
  readonly feeds: readonly MetricFeed[];
}

export interface Workplace {
  readonly assembly: Assembly;
  readonly service: AssembledService;
  readonly log: PolicyLog;
}

/** Of several policies of a service one. */
interface Among {
  readonly together: ActionsTogether;
  /** From 0, in the order in which they are called. */
  readonly order: number;
  readonly controllersBefore: number;
}

/** Starts a service's policy, once in each of its controllers. */
export function startPolicy(
  { assembly, service, log }: Workplace,
  binding: LoadedBinding,
  among?: Among,
): PolicyAtWork[] {
  const { spec, policy, feeds } = binding;
  const loaded = spec.kind === 'oracle' ? oracleOf(assembly, service) : policy;
  if (loaded === undefined) return [];
  const all = controllerPlaces(service.settings.scaling.controllers);
  const places = loaded.aloneBecause === undefined ? all : all.slice(0, 1);
  const together = among?.together ?? (places.length > 1 ? new ActionsTogether() : undefined);
  const { input } = assembly;
  const others = assembly.services.filter((other) => other !== service);
  const common = {
    ...assembly,
    services: [service, ...others],
    feeds,
    api: input.scenario.cloud.api,
    contexts: new ContextTimeline(input.scenario.context, input.environment),
    startSeconds: calendarStartOf(input.scenario, input.scenarioFolder).seconds,
    env: input.scenario.policyEnv,
    together,
    log,
    touches: input.touches,
    memoryBytes: (input.allowance ?? standardAllowance).memoryBytes,
  };
  const run = { seed: input.scenario.seed, replication: input.replication };
  const hosts = places.map((own) => {
    const place = { ...own, index: own.index + (among?.controllersBefore ?? 0) };
    const random = openPolicyStream(service.name, place.index, run);
    return new ServicePolicyHost({ ...common, place, random });
  });
  const decideRank = rank.decide + (among?.order ?? 0) * rankStep;
  const runners = hosts.map((host) => startOne(assembly, loaded, host, decideRank));
  const aloneFinding = `${service.name}: runs once, not in each of ${all.length} controllers: ${loaded.aloneBecause}`;
  return [
    {
      // A manifest's own name is that of its service, more often than not: two files would be told apart by nothing.
      name: 'fileName' in spec ? spec.fileName : loaded.name,
      service,
      controllerCount: places.length,
      feeds,
      bounds: boundsOf(loaded, service),
      periodSeconds: () => runners[0].runner.everySeconds ?? periodOf(runners[0].firstWakeSeconds),
      metricsRead: () => new Set(hosts.flatMap((host) => [...host.metricsRead])),
      isDone: () => runners.every(({ runner }) => runner.nextWakeSeconds === Number.POSITIVE_INFINITY),
      findings: () => [
        ...runners.flatMap(({ runner }) => runner.findings ?? []),
        ...(among === undefined ? (together?.findings ?? []) : []),
        ...(places.length < all.length ? [aloneFinding] : []),
      ],
    },
  ];
}

/** A bound of its own outside of the service's never comes to bear. */
function boundsOf({ boundsOf }: LoadedPolicy, { name, bounds }: AssembledService): PolicyAtWork['bounds'] {
  const own = boundsOf?.(name) ?? bounds;
  const within = (count: number) => Math.min(Math.max(count, bounds.minCount), bounds.maxCount);
  return { minCount: within(own.minCount), maxCount: within(own.maxCount) };
}

/** Between the ranks of policies that decide at one instant: their periods differ, so the order of planning is not theirs. */
const rankStep = 1 / 1024;

interface StartedRunner {
  readonly runner: PolicyRunner;
  readonly firstWakeSeconds: number;
}

function startOne(
  { input, calendar, nowSeconds }: Assembly,
  loaded: LoadedPolicy,
  host: ServicePolicyHost,
  decideRank: number,
): StartedRunner {
  input.onPolicy?.(0, true);
  input.touches?.started(loaded);
  const { eventCount } = input.allowance ?? standardAllowance;
  const decisions = new DecisionCount(loaded, eventCount);
  const runner = loaded.start(host);
  const firstWakeSeconds = runner.nextWakeSeconds;
  input.onPolicy?.(0, false);
  decisions.plan(runner.everySeconds, input.scenario.duration);
  const planWake = (): void => {
    if (runner.nextWakeSeconds === Number.POSITIVE_INFINITY) return;
    calendar.at(runner.nextWakeSeconds, decideRank, () => {
      const now = nowSeconds();
      if (input.onObservation !== undefined) input.onObservation(host.observe());
      input.onPolicy?.(now, true);
      decisions.note(now);
      runner.wake();
      input.touches?.woke(now, runner);
      input.onPolicy?.(now, false);
      planWake();
    });
  };
  planWake();
  return { runner, firstWakeSeconds };
}

/** A policy decides first at t = every; a script wakes at 0, and counts like a policy that says nothing of it. */
function periodOf(firstWakeSeconds: number): number {
  return firstWakeSeconds > 0 && Number.isFinite(firstWakeSeconds) ? firstWakeSeconds : everyDefaultSeconds;
}

function oracleOf(assembly: Assembly, { name, index, startups }: AssembledService): LoadedPolicy {
  const leadSeconds = startups.meanSeconds + assembly.input.scenario.cloud.api.latency;
  return oraclePolicy({ needed: assembly.neededSteps(index), leadSeconds, serviceName: name });
}
