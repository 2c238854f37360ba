import { buildSource } from '../traffic/sources/index.js';
import { scanTrace } from '../traffic/sources/trace.js';
import { modelsAreWaitedFor, requestLoads } from './callLoad.js';
import { capacityPerSecond, type MeanDemand, meanDemandOf, neededInstances } from './demandCurve.js';
import { encodeScenario } from './encodeScenario.js';
import { estimateContext } from './estimateContext.js';
import { expectedArrivals } from './expectedArrivals.js';
import type { LoadedScenario } from './load.js';
import type { Scenario, ScenarioInput } from './schema.js';
import { warmStartOf } from './warmStart.js';

/** What a scenario will ask of its services, before anything runs. */
interface Estimates {
  /** By source: expected arrivals in one replication. */
  readonly expectedArrivals: Readonly<Record<string, number>>;
  /** By source: highest rate of its curve, per second. */
  readonly peakRatePerSecond: Readonly<Record<string, number | null>>;
  /** By request class: mean demands. */
  readonly meanDemandMs: Readonly<Record<string, { readonly cpu: number; readonly io: number }>>;
  /** By service: requests a second one instance can serve at most, instances it starts with, and those needed at the peak. */
  readonly services: Readonly<
    Record<
      string,
      {
        readonly capacityPerInstance: number | null;
        readonly startsWith: number;
        readonly neededAtPeak: number | null;
      }
    >
  >;
  /** By trace source. */
  readonly traces: Readonly<Record<string, { readonly rows: number; readonly gaps: number; readonly step_s: number }>>;
}

/** The resolved form of a scenario, loadable again, and its estimates. */
export function inspectScenario({ scenario, folder }: Pick<LoadedScenario, 'scenario' | 'folder'>): {
  readonly resolved: ScenarioInput;
  readonly estimates: Estimates;
} {
  return { resolved: encodeScenario(scenario), estimates: estimate(scenario, folder) };
}

/** Points at which a curve is looked at for its peak. */
const PEAK_POINTS = 5000;

function estimate(scenario: Scenario, folder: string): Estimates {
  const context = estimateContext(scenario, folder);
  const peakRatePerSecond: Record<string, number | null> = {};
  const traces: Estimates['traces'][string] extends infer T ? Record<string, T> : never = {};
  for (const [name, settings] of Object.entries(scenario.traffic)) {
    if (settings.executor === 'trace') {
      const scan = scanTrace(settings, context);
      traces[name] = { rows: scan.rowCount, gaps: scan.gapCount, step_s: scan.stepSeconds };
    }
    const source = buildSource(settings, context);
    const rate = source.kind === 'open' ? source.rate : undefined;
    peakRatePerSecond[name] = rate === undefined ? null : peakOf(rate.at, scenario.duration);
  }
  return {
    expectedArrivals: expectedArrivals(scenario, folder),
    peakRatePerSecond,
    meanDemandMs: Object.fromEntries(
      Object.entries(scenario.requests).map(([name, settings]) => {
        const { cpuSeconds, ioSeconds } = meanDemandOf(settings);
        return [name, { cpu: round(cpuSeconds * 1e3), io: round(ioSeconds * 1e3) }];
      }),
    ),
    services: Object.fromEntries(
      Object.keys(scenario.services).map((name) => [
        name,
        serviceEstimate({ scenario, folder, name }, peakRatePerSecond),
      ]),
    ),
    traces,
  };
}

function serviceEstimate(
  { scenario, folder, name }: { readonly scenario: Scenario; readonly folder: string; readonly name: string },
  peaks: Readonly<Record<string, number | null>>,
): Estimates['services'][string] {
  const { initial, min } = scenario.services[name].scaling;
  const startsWith = initial === 'needed' ? warmStartOf(scenario, name, folder).count : initial;
  let ratePerSecond = 0;
  let cpuSeconds = 0;
  let ioSeconds = 0;
  for (const [source, { request }] of Object.entries(scenario.traffic)) {
    for (const { weight, demand } of requestLoads(scenario, request ?? '', name)) {
      const peak = peaks[source];
      if (peak === null)
        return { capacityPerInstance: capacityOf(scenario, name, demand), startsWith, neededAtPeak: null };
      ratePerSecond += peak * weight;
      cpuSeconds += peak * weight * demand.cpuSeconds;
      ioSeconds += peak * weight * demand.ioSeconds;
    }
  }
  if (ratePerSecond === 0) return { capacityPerInstance: null, startsWith, neededAtPeak: min };
  if (modelsAreWaitedFor(scenario, name)) return { capacityPerInstance: null, startsWith, neededAtPeak: null };
  const demand = { cpuSeconds: cpuSeconds / ratePerSecond, ioSeconds: ioSeconds / ratePerSecond };
  const capacity = capacityPerSecond(scenario.services[name], demand);
  return {
    capacityPerInstance: Number.isFinite(capacity) ? round(capacity) : null,
    startsWith,
    neededAtPeak: neededInstances(scenario, name, { ratePerSecond, demand }),
  };
}

function capacityOf(scenario: Scenario, name: string, demand: MeanDemand): number | null {
  const capacity = capacityPerSecond(scenario.services[name], demand);
  return Number.isFinite(capacity) ? round(capacity) : null;
}

function peakOf(rateAt: (seconds: number) => number, durationSeconds: number): number {
  let peak = 0;
  for (let point = 0; point < PEAK_POINTS; point++)
    peak = Math.max(peak, rateAt(((point + 0.5) * durationSeconds) / PEAK_POINTS));
  return round(peak);
}

function round(value: number): number {
  return Number(value.toPrecision(6));
}
