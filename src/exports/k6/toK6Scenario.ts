import { formatDuration } from '../../base/duration.js';
import { type ExportedSource, executorSchemas } from '../../imports/k6/optionsSchema.js';
import { demandWithCalls } from '../../scenario/callLoad.js';
import { estimateContext } from '../../scenario/estimateContext.js';
import type { Scenario, ScenarioInput } from '../../scenario/schema.js';
import type { OpenSource, Source } from '../../traffic/source.js';
import { buildSource } from '../../traffic/sources/index.js';
import { type Approximation, approximateCurve } from './approximateCurve.js';

/** What a source becomes. */
export interface K6Source {
  /** Undefined when it never sends. */
  readonly fields: Readonly<Record<string, unknown>> | undefined;
  /** What k6 has no word for, for the way back. */
  readonly exported: ExportedSource;
  readonly notes: readonly string[];
}

interface SourceOfScenario {
  readonly scenario: Scenario;
  readonly folder: string;
  readonly name: string;
  /** The source in the words of the file. */
  readonly written: ScenarioInput['traffic'][string];
  /** Name of the function that sends its requests. */
  readonly exec: string;
}

type Fields = Record<string, unknown>;

/** A source as a scenario of k6: its own six executors as they are, any other as stages of a rate. */
export function toK6Scenario(context: SourceOfScenario): K6Source {
  const { scenario, folder, name, written, exec } = context;
  const { startTime } = scenario.traffic[name];
  const leftSeconds = scenario.duration - startTime;
  const silent = (why: string): K6Source => ({
    fields: undefined,
    exported: {},
    notes: [`${name} is left out: ${why}`],
  });
  if (leftSeconds <= 0) return silent('it begins after the end of the run');
  const source = buildSource(scenario.traffic[name], estimateContext(scenario, folder));
  const made = isK6(written.executor) ? ownFields(context, leftSeconds) : stagesOf(context, { source, leftSeconds });
  if (made === undefined) return silent('it sends nothing');
  const common = {
    executor: isK6(written.executor) ? written.executor : 'ramping-arrival-rate',
    exec,
    ...(startTime === 0 ? {} : { startTime: formatDuration(startTime) }),
  };
  const pool = source.kind === 'open' ? poolOf(context, source) : { fields: {}, exported: {}, notes: [] };
  return {
    fields: { ...common, ...made.fields, ...pool.fields },
    exported: { ...keptWords(context, source), ...pool.exported },
    notes: [...made.notes, ...pool.notes],
  };
}

function isK6(executor: string): executor is keyof typeof executorSchemas {
  return Object.hasOwn(executorSchemas, executor);
}

interface Made {
  readonly fields: Fields;
  readonly notes: readonly string[];
}

/** The fields that k6 knows of one of its own executors, cut at the end of the run; undefined when it sends nothing. */
function ownFields({ scenario, name, written }: SourceOfScenario, leftSeconds: number): Made | undefined {
  const settings = scenario.traffic[name];
  if (!isK6(written.executor)) return undefined;
  const known = Object.keys(executorSchemas[written.executor].shape).filter(
    (key) => key !== 'exec' && key !== 'startTime',
  );
  const fields = Object.fromEntries(
    Object.entries(written).filter(([key, value]) => known.includes(key) && value !== undefined),
  );
  const notes: string[] = [];
  if (known.includes('duration')) {
    const own = 'duration' in settings ? settings.duration : undefined;
    fields.duration = formatDuration(Math.min(own ?? leftSeconds, leftSeconds));
  }
  if ('maxDuration' in settings) fields.maxDuration = formatDuration(Math.min(settings.maxDuration, leftSeconds));
  if ('stages' in settings) {
    const isUsers = 'startVUs' in settings;
    const start = isUsers ? settings.startVUs : settings.startRate;
    const stages = cutStages(settings.stages, { start, lengthSeconds: leftSeconds, isUsers });
    if (isUsers && start === 0 && stages.every(({ target }) => target === 0)) return undefined;
    fields.stages = stages.map(({ duration, target }) => ({ duration: formatDuration(duration), target }));
  }
  if (!('timeUnit' in settings)) return { fields, notes };
  return withWholeRates(fields, settings.timeUnit, { name, notes });
}

interface Stage {
  readonly duration: number;
  readonly target: number;
}

interface Cut {
  readonly start: number;
  readonly lengthSeconds: number;
  /** Users come and go one by one, rates move on the line. */
  readonly isUsers: boolean;
}

/** The stages up to an instant, the last one cut there. */
function cutStages(stages: readonly Stage[], { start, lengthSeconds, isUsers }: Cut): Stage[] {
  const cut: Stage[] = [];
  let left = lengthSeconds;
  let from = start;
  for (const stage of stages) {
    if (left <= 0) break;
    if (stage.duration <= left) cut.push(stage);
    else cut.push(...partOf(stage, { from, seconds: left, isUsers }));
    left -= stage.duration;
    from = stage.target;
  }
  return cut;
}

interface Part {
  readonly from: number;
  readonly seconds: number;
  readonly isUsers: boolean;
}

/** The first seconds of a stage. Users go to the last whole number that was reached, and stay. */
function partOf({ duration, target }: Stage, { from, seconds, isUsers }: Part): Stage[] {
  const reached = from + ((target - from) * seconds) / duration;
  if (!isUsers) return [{ duration: seconds, target: reached }];
  const whole = target > from ? Math.floor(reached) : Math.ceil(reached);
  if (whole === from) return [{ duration: seconds, target: from }];
  const atSeconds = (duration * (whole - from)) / (target - from);
  return [
    { duration: atSeconds, target: whole },
    { duration: seconds - atSeconds, target: whole },
  ];
}

/** Rates in whole numbers; undefined when all are 0, which k6 refuses. */
function withWholeRates(
  fields: Fields,
  timeUnitSeconds: number,
  { name, notes }: { readonly name: string; readonly notes: readonly string[] },
): Made | undefined {
  // safe: `stages` was made of stages a few lines above its callers, and rates are numbers of the schema.
  const stages = (fields.stages ?? []) as readonly { readonly duration: string; readonly target: number }[];
  const first = Number(fields.rate ?? fields.startRate ?? 0);
  const whole = wholeRates([first, ...stages.map(({ target }) => target)], timeUnitSeconds);
  if (whole.rates.every((rate) => rate === 0)) return undefined;
  return {
    fields: {
      ...fields,
      [fields.rate === undefined ? 'startRate' : 'rate']: whole.rates[0],
      timeUnit: formatDuration(whole.timeUnitSeconds),
      ...(fields.stages === undefined
        ? {}
        : { stages: stages.map(({ duration }, index) => ({ duration, target: whole.rates[index + 1] })) }),
    },
    notes: whole.isExact ? notes : [...notes, `${name}: rates are rounded to millionths, k6 takes whole numbers only`],
  };
}

/** Below this many arrivals a time unit, rounding to whole numbers would show. */
const FINE_COUNT = 5000;

interface CurveContext {
  readonly source: Source;
  readonly leftSeconds: number;
}

function stagesOf(
  { scenario, name, written }: SourceOfScenario,
  { source, leftSeconds }: CurveContext,
): Made | undefined {
  if (source.kind !== 'open') return undefined;
  const settings = scenario.traffic[name];
  const own = 'duration' in settings ? settings.duration : undefined;
  const fromSeconds = settings.startTime;
  const span = { fromSeconds, toSeconds: fromSeconds + Math.min(own ?? leftSeconds, leftSeconds) };
  const curve = approximateCurve(source, span);
  if (curve.peakPerSecond === 0) return undefined;
  const timeUnitSeconds = [1, 60, 3600, 86_400].find((unit) => unit * curve.peakPerSecond >= FINE_COUNT) ?? 86_400;
  const whole = (rate: number) => Math.round(rate * timeUnitSeconds);
  const last = curve.stages.findLastIndex(({ ratePerSecond }) => ratePerSecond > 0);
  const fields = {
    startRate: whole(curve.startRate),
    timeUnit: formatDuration(timeUnitSeconds),
    // A trace that is over needs no more stages than the one that ends it.
    stages: curve.stages.slice(0, last + 2).map(({ durationSeconds, ratePerSecond }) => ({
      duration: formatDuration(Math.round(durationSeconds * 1000) / 1000),
      target: whole(ratePerSecond),
    })),
  };
  return { fields, notes: [approximationNote(name, written.executor, curve)] };
}

function approximationNote(name: string, executor: string, curve: Approximation): string {
  const percent = (ratio: number) => `${Number((100 * ratio).toPrecision(2))} %`;
  const grid = formatDuration(Math.round(curve.gridSeconds * 1000) / 1000);
  const drawn = executor === 'markov-modulated' ? '; one drawing of its random rate' : '';
  return `${name}: ${executor} as straight stages, at most ${percent(curve.worstErrorRatio)} of the peak beside its means over ${grid}, ${percent(Math.abs(curve.totalErrorRatio))} ${curve.totalErrorRatio < 0 ? 'fewer' : 'more'} requests in all${drawn}`;
}

/** Points at which a curve is looked at for its peak. */
const PEAK_POINTS = 1000;

/** k6 wants a number of users; where ours has no limit they are enough for twice the demand, and may grow tenfold. */
function poolOf(
  { scenario, name }: SourceOfScenario,
  source: OpenSource,
): Pick<K6Source, 'exported' | 'notes'> & { fields: Fields } {
  const { vuPool } = source;
  if (vuPool !== undefined) {
    const { initialCount, maxCount } = vuPool;
    return { fields: { preAllocatedVUs: initialCount, maxVUs: maxCount }, exported: {}, notes: [] };
  }
  const { cpuSeconds, ioSeconds } = demandWithCalls(scenario.requests, scenario.traffic[name].request ?? '');
  const users = Math.max(10, Math.ceil(2 * peakOf(source, scenario) * (cpuSeconds + ioSeconds)));
  return {
    fields: { preAllocatedVUs: users, maxVUs: 10 * users },
    exported: { vuLimit: 'none' },
    notes: [`${name}: k6 wants a number of users; ${users}, growing to ${10 * users}, is room for slow answers`],
  };
}

function peakOf({ rate }: OpenSource, { duration }: Scenario): number {
  let peak = 0;
  for (let point = 0; rate !== undefined && point < PEAK_POINTS; point++) {
    peak = Math.max(peak, rate.at(((point + 0.5) * duration) / PEAK_POINTS));
  }
  return peak;
}

/** Words of ours that k6 does not have. */
function keptWords({ scenario, name, written, exec }: SourceOfScenario, source: Source): ExportedSource {
  const request = scenario.traffic[name].request;
  return {
    ...(request === undefined || request === exec ? {} : { request }),
    ...(source.kind === 'open' && 'arrivals' in written && written.arrivals !== undefined
      ? { arrivals: written.arrivals }
      : {}),
    ...(source.kind === 'closed' && 'think' in written ? { think: written.think } : {}),
  };
}

/** Rates of k6 are whole numbers a time unit. */
interface WholeRates {
  readonly rates: readonly number[];
  readonly timeUnitSeconds: number;
  /** Whether nothing had to be rounded. */
  readonly isExact: boolean;
}

/** Factors by which a time unit is made longer, so that a fraction becomes whole: 0.5 a second is 1 every 2 s. */
const factors = [
  1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 60, 100, 120, 200, 250, 500, 600, 1e3, 3600, 1e4, 1e5, 1e6,
];

/** The same rates as whole numbers in the shortest longer unit; rounded in millionths where none fits. */
export function wholeRates(rates: readonly number[], timeUnitSeconds: number): WholeRates {
  const isWhole = (value: number) => Math.abs(value - Math.round(value)) <= 1e-9 * Math.max(1, value);
  const fitting = factors.find((factor) => rates.every((rate) => isWhole(rate * factor)));
  const factor = fitting ?? factors[factors.length - 1];
  return {
    rates: rates.map((rate) => Math.round(rate * factor)),
    timeUnitSeconds: timeUnitSeconds * factor,
    isExact: fitting !== undefined,
  };
}
