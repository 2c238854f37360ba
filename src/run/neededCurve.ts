import { type MeanDemand, meanDemandOf, neededInstances } from '../scenario/demandCurve.js';
import type { OpenSource } from '../traffic/source.js';
import type { Assembly } from './assemble.js';

/** One source's part in a service's load. */
interface Share {
  readonly source: OpenSource;
  readonly weight: number;
  readonly demand: MeanDemand;
}

/**
 * Instances a service needs at an instant, from the sources' rate curves.
 *
 * @returns undefined where a curve is not known in advance: closed loops, traces with one row per request
 */
export function neededCurve({ traffic, input }: Assembly, service: number): ((seconds: number) => number) | undefined {
  const { scenario } = input;
  const serviceName = Object.keys(scenario.services)[service];
  const shares: Share[] = [];
  for (const [index, source] of traffic.sources.entries()) {
    const weight = weightOf(traffic.profiles[index].routes, service);
    if (weight === 0) continue;
    if (source.kind === 'closed' || source.rate === undefined) return undefined;
    shares.push({ source, weight, demand: meanDemandOf(scenario.requests[traffic.classNames[index]]) });
  }
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
    const demand = { cpuSeconds: cpuSeconds * mean, ioSeconds: ioSeconds * mean };
    return neededInstances(scenario, serviceName, { ratePerSecond, demand });
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
