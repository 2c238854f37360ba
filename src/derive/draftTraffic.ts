import { formatDuration } from '../base/duration.js';
import { isoTime } from '../base/isoTime.js';
import type { Evidence, LoadStep } from '../imports/evidence/evidence.js';
import type { LogClass } from '../imports/evidence/log/logEvidence.js';
import type { RecordedSeries, Recording } from '../results/recording.js';
import type { ModelServer } from './modelServer/modelServer.js';
import { percent } from './phrases.js';
import type { Answer } from './questions.js';
import type { ServiceBin } from './serviceBins.js';
import { nameOf } from './target.js';

/** A class of requests and its share of the traffic. */
export interface TrafficClass {
  readonly name: string;
  /** Adds up to 1. */
  readonly share: number;
  /** Mean latency of the class over that of all; 1 where it is not known. */
  readonly latencyFactor: number;
}

/** The traffic of a scenario, and what it says of its length. */
export interface DraftTraffic {
  readonly traffic: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly classes: readonly TrafficClass[];
  readonly durationSeconds: number;
  /** `traces/requests.csv`; undefined where the traffic is no recording. */
  readonly trace: { readonly name: string; readonly text: string } | undefined;
  /** Count of instances at the begin. */
  readonly initialCount: number | undefined;
  /** In words for `found`. */
  readonly words: string;
  /** Where the shares of classes are from. */
  readonly mixFrom: string | undefined;
  /** For the reader; nothing is cut in silence. */
  readonly notes: readonly string[];
}

interface TrafficSources {
  readonly evidence: readonly Evidence[];
  readonly recording: Recording;
  readonly bins: readonly ServiceBin[];
  readonly rate: Answer | undefined;
  readonly server?: ModelServer | undefined;
}

/** Arrivals of one run, at most: above, the hours around the peak play. */
const ARRIVAL_LIMIT = 2_000_000;
/** A class below this share is one of the others. */
const LEAST_SHARE = 0.01;
const CLASS_LIMIT = 8;
const STEP_LIMIT = 60;
const TRACE_FILE = 'traces/requests.csv';

/** Recorded requests before a load script, that before a rate that somebody named. @returns undefined where nothing tells the traffic */
export function draftTraffic({ evidence, recording, bins, rate, server }: TrafficSources): DraftTraffic | undefined {
  const steps = evidence.flatMap((one) => (one.kind === 'series' ? one.steps : []));
  if (steps.length > 0 && steps.length <= STEP_LIMIT) return ofSteps(steps, bins);
  const series = recording.series.find(({ role }) => role === 'request-rate') ?? perPodRate(recording, bins);
  if (series !== undefined && series.points.length > 1) return ofRecording(series, { recording, bins, evidence });
  const script = evidence.find((one) => one.kind === 'load-script');
  if (script !== undefined) {
    const names = [...new Set(Object.values(script.classes))];
    const share = 1 / Math.max(1, names.length);
    return {
      ...none,
      traffic: script.traffic,
      classes: names.map((name) => ({ name, share, latencyFactor: 1 })),
      durationSeconds: script.durationSeconds,
      words: `the load of ${script.file}: what a test sends, not what users want`,
      notes: script.notes,
    };
  }
  const measured = server?.measuredRate;
  if (rate === undefined && measured === undefined) return undefined;
  const ratePerSecond = rate?.value ?? measured?.ratePerSecond ?? 0;
  const from =
    rate === undefined
      ? `, the most that was answered in ${measured?.file}: what a test sends, not what users want`
      : '';
  return {
    ...none,
    traffic: { users: { executor: 'constant-arrival-rate', ...wholeRate(ratePerSecond), duration: '1h' } },
    classes: oneClass,
    durationSeconds: 3600,
    words: `${ratePerSecond} requests/s, constant${from}`,
  };
}

/** k6 has whole rates: others in 1000 s. */
function wholeRate(ratePerSecond: number): Readonly<Record<string, unknown>> {
  return Number.isInteger(ratePerSecond)
    ? { rate: ratePerSecond }
    : { rate: Math.round(ratePerSecond * 1000), timeUnit: '1000s' };
}

const oneClass: readonly TrafficClass[] = [{ name: 'request', share: 1, latencyFactor: 1 }];
const none = { trace: undefined, initialCount: undefined, mixFrom: undefined, notes: [] };

/** Requests of one pod, times the pods that were there. */
function perPodRate(recording: Recording, bins: readonly ServiceBin[]): RecordedSeries | undefined {
  const perPod = recording.series.find(({ role }) => role === 'request-rate-per-pod');
  if (perPod === undefined) return undefined;
  const points = bins.flatMap(({ seconds, requestsPerSecond }) =>
    requestsPerSecond === undefined ? [] : [[seconds, requestsPerSecond] as const],
  );
  return { ...perPod, role: 'request-rate', points };
}

/** The load that was meant, step by step; clients that wait for their answers stay as many. */
function ofSteps(steps: readonly LoadStep[], bins: readonly ServiceBin[]): DraftTraffic {
  const sources = steps.map(({ startSeconds, durationSeconds, ratePerSecond, clientCount }, index) => [
    `step-${String(index + 1).padStart(2, '0')}`,
    {
      executor: 'constant-arrival-rate',
      ...wholeRate(ratePerSecond),
      startTime: formatDuration(Number(startSeconds.toFixed(3))),
      duration: formatDuration(Number(durationSeconds.toFixed(3))),
      ...(clientCount === null ? {} : { preAllocatedVUs: clientCount, maxVUs: clientCount, arrivals: 'even' }),
    },
  ]);
  const last = steps[steps.length - 1];
  return {
    ...none,
    traffic: Object.fromEntries(sources),
    classes: oneClass,
    durationSeconds: last.startSeconds + last.durationSeconds,
    initialCount: podsAt(bins, 0),
    words: `${steps.length} steps of load, ${Math.min(...steps.map((one) => one.ratePerSecond))} to ${Math.max(...steps.map((one) => one.ratePerSecond))} requests/s`,
  };
}

interface Recorded extends Pick<TrafficSources, 'evidence' | 'recording' | 'bins'> {}

function ofRecording(series: RecordedSeries, { recording, bins, evidence }: Recorded): DraftTraffic {
  const { points } = series;
  const step = series.stepSeconds ?? points[1][0] - points[0][0];
  const timeOf = (at: number) => {
    const { startUnixSeconds } = recording;
    return startUnixSeconds === null ? String(at) : isoTime(startUnixSeconds + at);
  };
  const rows = points.map(([at, value]) => `${timeOf(at)},${Number(Math.max(0, value).toPrecision(7))}`);
  const wholeSeconds = points[points.length - 1][0] + step - points[0][0];
  const arrivals = points.reduce((sum, [, value]) => sum + Math.max(0, value) * step, 0);
  const window = arrivals > ARRIVAL_LIMIT ? aroundPeak(points, step) : undefined;
  const { fromSeconds = points[0][0], toSeconds } = window ?? {};
  const durationSeconds = toSeconds === undefined ? wholeSeconds : toSeconds - fromSeconds;
  const classes = mixOf(evidence);
  const peak = points.reduce((most, [, value]) => Math.max(most, value), 0);
  const settings = { executor: 'trace', file: TRACE_FILE, time: 'time', rate: 'rate' };
  const part = window === undefined ? {} : { from: timeOf(fromSeconds), to: timeOf(window.toSeconds) };
  const traffic = classes.map(({ name, share }) => [
    classes.length === 1 ? 'recorded' : name,
    { ...settings, ...part, ...(classes.length === 1 ? {} : { request: name, scale: share }) },
  ]);
  return {
    traffic: Object.fromEntries(traffic),
    classes,
    durationSeconds,
    trace: { name: TRACE_FILE, text: `${['time,rate', ...rows].join('\n')}\n` },
    initialCount: podsAt(bins, fromSeconds),
    words: `${rateText(arrivals / wholeSeconds)} requests/s on average, ${rateText(peak)} at the peak, ${formatDuration(wholeSeconds)} by ${formatDuration(step)} (${series.source.name})`,
    mixFrom: classes.length === 1 ? undefined : 'the share of the lines of the log',
    notes:
      window === undefined
        ? []
        : [
            `the trace has ${Math.round(arrivals / 1e6)} million requests: ${formatDuration(durationSeconds)} around the peak play; take \`from\` and \`to\` out and set duration: ${formatDuration(wholeSeconds)} to play all`,
          ],
  };
}

function rateText(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** The pods of the bin that holds at an instant. */
function podsAt(bins: readonly ServiceBin[], seconds: number): number | undefined {
  const pods = bins.findLast((bin) => bin.seconds <= seconds && bin.pods !== undefined)?.pods ?? bins[0]?.pods;
  return pods === undefined ? undefined : Math.max(0, Math.round(pods));
}

/** As much time around the busiest row as the limit of arrivals allows: two thirds of it before, where the rise is. */
function aroundPeak(points: RecordedSeries['points'], step: number) {
  const peak = points.reduce((best, [, value], index) => (value > points[best][1] ? index : best), 0);
  let [first, last] = [peak, peak];
  let arrivals = points[peak][1] * step;
  for (;;) {
    const goesBack = first > 0 && (last + 1 >= points.length || peak - first <= 2 * (last - peak));
    const next = goesBack ? first - 1 : last + 1;
    if (next >= points.length) break;
    arrivals += Math.max(0, points[next][1]) * step;
    if (arrivals > ARRIVAL_LIMIT) break;
    if (goesBack) first = next;
    else last = next;
  }
  return { fromSeconds: points[first][0], toSeconds: points[last][0] + step };
}

/** The most frequent classes of the log, the rest as one; a single class where no log tells them apart. */
function mixOf(evidence: readonly Evidence[]): readonly TrafficClass[] {
  const found = evidence.flatMap((one) => (one.kind === 'log' ? [one.classes] : []))[0] ?? [];
  const shown = found.filter(({ share, name }) => share >= LEAST_SHARE && name !== 'other').slice(0, CLASS_LIMIT);
  if (shown.length < 2) return oneClass;
  const rest = found.filter((one) => !shown.includes(one));
  const meanOf = (classes: readonly LogClass[]) => {
    const timed = classes.filter((one) => latencyOf(one) !== null);
    const shares = timed.reduce((sum, { share }) => sum + share, 0);
    return shares > 0 ? timed.reduce((sum, one) => sum + one.share * (latencyOf(one) ?? 0), 0) / shares : 0;
  };
  const all = meanOf(found);
  const factorOf = (classes: readonly LogClass[]) => (all > 0 && meanOf(classes) > 0 ? meanOf(classes) / all : 1);
  const names = new Set<string>();
  const kept = shown.map((one) => ({
    name: uniqueName(one.name, names),
    share: one.share,
    latencyFactor: factorOf([one]),
  }));
  const left = 1 - kept.reduce((sum, { share }) => sum + share, 0);
  const others = left > 1e-6 ? [{ name: uniqueName('other', names), share: left, latencyFactor: factorOf(rest) }] : [];
  return [...kept, ...others].map((one) => ({ ...one, share: Number(one.share.toPrecision(6)) }));
}

function latencyOf({ meanUpstreamSeconds, meanLatencySeconds }: LogClass): number | null {
  return meanUpstreamSeconds ?? meanLatencySeconds;
}

/** `GET /cart` as `GET_cart`; two that become the same get a number. */
function uniqueName(text: string, taken: Set<string>): string {
  const plain = nameOf(text.replace(/ \//, '_').replace(/_$/, '_root'));
  let name = plain;
  for (let number = 2; taken.has(name); number++) name = `${plain}-${number}`;
  taken.add(name);
  return name;
}

/** The mix in words: `GET_cart 60 %, POST_pay 40 %`. */
export function mixText(classes: readonly TrafficClass[]): string {
  return classes.map(({ name, share }) => `${name} ${percent(share)}`).join(', ');
}
