import { meanVisits } from '../scenario/callGraph.js';
import { demandWithCalls, waitsForModels } from '../scenario/callLoad.js';
import { demandCurveText, type MeanDemand, neededOf } from '../scenario/demandCurve.js';
import type { StepCurve } from '../stats/stepCurve.js';
import { hasSessions } from '../traffic/sessions/settings.js';
import type { OpenSource } from '../traffic/source.js';
import type { RunInput } from './runInput.js';
import { stepsOf } from './stepsOf.js';
import type { Traffic } from './traffic.js';

/** One source's part in a service's load. */
interface Share {
  readonly source: OpenSource;
  readonly weight: number;
  readonly demand: MeanDemand;
  /** From outside; else calls of other services. */
  readonly isEntry: boolean;
  /** Its requests hold their slots for answers of models. */
  readonly waitsForModels: boolean;
}

/** Parts of a run whose curves do not know the future have none. */
interface Needs {
  readonly traffic: Traffic;
  readonly input: RunInput;
}

/**
 * Instances a service needs at an instant, from the sources' rate curves.
 *
 * @returns undefined where a curve is not known in advance: closed loops, sessions, traces with one row per request, model servers and who waits for them
 */
export function neededCurve({ traffic, input }: Needs, service: number): ((seconds: number) => number) | undefined {
  const shares = neededSharesOf({ traffic, input }, service);
  return shares && neededAt(shares, { traffic, input }, service);
}

/** Requests per second at an instant; draws of arrivals scatter around it. */
export interface PlannedRates {
  readonly all: (seconds: number) => number;
  /** Those from outside; undefined where all are. */
  readonly entry?: (seconds: number) => number;
}

/** @returns what the sources plan for a service; undefined where `neededCurve` is */
export function plannedRates({ traffic, input }: Needs, service: number): PlannedRates | undefined {
  const shares = sharesOf({ traffic, input }, service);
  if (shares === undefined) return undefined;
  const rateOf = (parts: readonly Share[]) => (seconds: number) =>
    parts.reduce((sum, { source, weight }) => sum + (source.rate?.at(seconds) ?? 0) * weight, 0);
  const entries = shares.filter(({ isEntry }) => isEntry);
  return { all: rateOf(shares), ...(entries.length < shares.length && { entry: rateOf(entries) }) };
}

/**
 * The needed instances over the whole run, as steps.
 *
 * Steps where every rate is constant or straight are exact to 1 us; smooth curves are looked at on a grid first (`stepsOf`).
 */
export function neededSteps({ traffic, input }: Needs, service: number): StepCurve | undefined {
  const shares = neededSharesOf({ traffic, input }, service);
  return (
    shares &&
    stepsOf({
      valueAt: neededAt(shares, { traffic, input }, service),
      rates: shares.flatMap(({ source }) => source.rate ?? []),
      endSeconds: input.scenario.duration,
    })
  );
}

/** `neededSteps` of each service, worked out once a run: the hindsight policy and the measures ask for the same. */
export function neededStepsOnce(needs: Needs): (service: number) => StepCurve | undefined {
  const known = new Map<number, StepCurve | undefined>();
  return (service) => {
    if (!known.has(service)) known.set(service, neededSteps(needs, service));
    return known.get(service);
  };
}

/** What a reader must know of the demand curve of a service. */
export function neededNote({ traffic, input }: Needs, service: number): string {
  const { scenario } = input;
  const name = Object.keys(scenario.services)[service];
  const shares = sharesOf({ traffic, input }, service);
  if (scenario.services[name].instance.model !== undefined)
    return `demand curve: none for ${name}, a model server: what it can take follows from the batch that forms.`;
  if (shares === undefined) {
    return `demand curve: none for ${name}, whose traffic is not known in advance (closed loop, sessions, or a trace of single requests).`;
  }
  if (shares.some((share) => share.waitsForModels)) {
    return `demand curve: none for ${name}, whose requests hold their slots for answers of models: how long those take is not known in advance.`;
  }
  const text = demandCurveText(
    scenario,
    name,
    shares.map(({ demand }) => demand),
  );
  return `demand curve: ${text}`;
}

/** None of a model server, whose limit follows from the batch that forms, and of those whose slots wait for one. */
function neededSharesOf(needs: Needs, service: number): Share[] | undefined {
  const { instance } = Object.values(needs.input.scenario.services)[service];
  const shares = instance.model === undefined ? sharesOf(needs, service) : undefined;
  return shares?.some((share) => share.waitsForModels) === true ? undefined : shares;
}

function sharesOf({ traffic, input }: Needs, service: number): Share[] | undefined {
  const shares: Share[] = [];
  const { requests } = input.scenario;
  for (const [index, source] of traffic.sources.entries()) {
    for (const [name, count] of meanVisits(requests, traffic.classNames[index])) {
      const isEntry = name === traffic.classNames[index];
      const profile = isEntry ? index : traffic.classNames.indexOf(name, traffic.sources.length);
      const weight = count * weightOf(traffic.profiles[profile].routes, service);
      if (weight === 0) continue;
      const isOfSessions = hasSessions(requests[traffic.classNames[index]]);
      if (source.kind === 'closed' || source.rate === undefined || isOfSessions) return undefined;
      shares.push({
        source,
        weight,
        demand: demandWithCalls(requests, name),
        isEntry,
        waitsForModels: waitsForModels(requests, name),
      });
    }
  }
  return shares;
}

function neededAt(shares: readonly Share[], { input }: Needs, service: number): (seconds: number) => number {
  const { scenario } = input;
  const needed = neededOf(scenario, Object.keys(scenario.services)[service]);
  return (seconds) => {
    let ratePerSecond = 0;
    let cpuSeconds = 0;
    let ioSeconds = 0;
    for (const { source, weight, demand } of shares) {
      const rate = (source.rate?.at(seconds) ?? 0) * weight;
      ratePerSecond += rate;
      cpuSeconds += rate * demand.cpuSeconds;
      ioSeconds += rate * demand.ioSeconds;
    }
    const mean = ratePerSecond > 0 ? 1 / ratePerSecond : 0;
    return needed({ ratePerSecond, demand: { cpuSeconds: cpuSeconds * mean, ioSeconds: ioSeconds * mean } });
  };
}

function weightOf(
  routes: readonly { readonly service: number; readonly cumulativeShare: number }[],
  service: number,
): number {
  let before = 0;
  let weight = 0;
  for (const route of routes) {
    if (route.service === service) weight += route.cumulativeShare - before;
    before = route.cumulativeShare;
  }
  return weight;
}
