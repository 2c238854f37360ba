import { parseDuration } from '../base/duration.js';
import { parseDecimal } from '../base/numberText.js';
import { instancePrices, instanceType } from '../platforms/aws/instanceTypes.js';
import type { Basis } from './derived.js';
import type { Findings } from './findings.js';
import type { ModelServer } from './modelServer/modelServer.js';
import { digits, seconds } from './phrases.js';
import { probeLagOf } from './probes.js';
import type { Target } from './target.js';

/** A number between its bounds: seconds, vCPUs, a count, US dollars. */
export interface Amount {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** An amount, and how it is known. */
export interface Answer extends Amount {
  readonly basis: Basis;
  readonly from: string;
}

/** What the files do not say, and a person may know. */
export interface Question {
  /** For `--set KEY=VALUE`. */
  readonly key: string;
  readonly unit: 'seconds' | 'vcpus' | 'count' | 'usd' | 'rate';
  /** Put to a person. */
  readonly text: string;
  /** Taken where nobody answers. */
  readonly fallback: Answer;
}

export const questionKeys = [
  'service',
  'model',
  'rate',
  'cpu',
  'startup',
  'cpuRequest',
  'vcpus',
  'concurrency',
  'slo',
  'min',
  'max',
  'io',
  'price',
] as const;

type Key = Exclude<(typeof questionKeys)[number], 'service' | 'model'>;

/** More than this nobody answers; the rest takes its default. */
export const QUESTION_LIMIT = 6;

/** Whose price stands for that of a vCPU where no file names a machine. */
const USUAL_TYPE = 'm6i.large';
/** No table of prices stands behind it: clouds ask from one to ten dollars for an H100. */
const USD_PER_GPU = 3;
/** Of the latency of an idle instance: no more than a guess. */
const CPU_SHARE = 0.4;

interface Open {
  readonly target: Target;
  readonly findings: Findings;
  readonly hasTraffic: boolean;
  readonly server?: ModelServer | undefined;
}

/** What a server of a model has no use for: tokens say what a request costs. */
const withoutTokens: readonly Key[] = ['cpu', 'cpuRequest', 'vcpus', 'concurrency', 'io'];

/** Every question, what moves the result most first, and whether the files leave it open. */
export function questionsFor({
  target,
  findings,
  hasTraffic,
  server,
}: Open): (Question & { readonly isOpen: boolean })[] {
  const { workload, group, autoscalers } = target;
  const { cpu, calm, spread, startup, cpuRequest } = findings;
  const needsRequest = autoscalers.some(({ found }) => (found.manifest.shares ?? []).length > 0);
  const bounds = autoscalers.some(({ found }) => found.manifest.hasBounds);
  const isOpen: Readonly<Record<Key, boolean>> = {
    rate: !hasTraffic,
    cpu: cpu === undefined,
    startup: startup === undefined,
    cpuRequest: needsRequest && workload?.cpuRequest === undefined && cpuRequest === undefined,
    vcpus: (workload?.cpuLimit ?? group?.instance.vcpus ?? undefined) === undefined,
    concurrency: true,
    slo: true,
    min: !bounds && group?.minCount == null,
    max: !bounds && group?.maxCount == null,
    io: calm?.mean === undefined && spread === undefined,
    price: group?.instance.usdPerHour == null,
  };
  const all: Readonly<Record<Key, Words>> = {
    ...ofRequests(findings),
    ...ofInstances(target, findings),
    ...(server === undefined ? {} : ofServer(server)),
  };
  const asked = questionKeys.filter((key): key is Key => key !== 'service' && key !== 'model');
  return asked
    .filter((key) => server === undefined || !withoutTokens.includes(key))
    .map((key) => ({ key, ...all[key], isOpen: isOpen[key] }));
}

type Words = Omit<Question, 'key'>;

type Asked<Name extends Key> = Readonly<Record<Name, Words>>;

/** About the requests and what users expect. */
function ofRequests({ calm, spread, cpu, meanGuess }: Findings): Asked<'rate' | 'cpu' | 'io' | 'slo'> {
  const mean = calm?.mean?.value ?? spread?.meanSeconds ?? calm?.p50?.value ?? meanGuess?.value;
  const tail = calm?.p95?.value ?? calm?.p99?.value ?? meanGuess?.high ?? (mean === undefined ? undefined : 3 * mean);
  const slo = tail === undefined ? 0.5 : niceSeconds(3 * tail);
  return {
    rate: {
      unit: 'rate',
      text: 'How many requests a second?',
      fallback: guess([50, 10, 200], 'no file has the traffic'),
    },
    cpu: {
      unit: 'seconds',
      text: 'CPU time of one request?',
      fallback:
        mean === undefined
          ? guess([0.02, 0.005, 0.1], 'no file has CPU, and none a latency')
          : guess(
              [CPU_SHARE * mean, 0.1 * mean, mean],
              `no file has CPU: two fifths of the latency ${meanGuess === undefined ? 'at low load ' : ''}(${seconds(mean)})${meanGuess === undefined ? '' : `; ${meanGuess.words}`}`,
            ),
    },
    io: {
      unit: 'seconds',
      text: 'How long does a request wait off the CPU (database, other services)?',
      fallback:
        meanGuess === undefined
          ? guess([0.03, 0.005, 0.2], 'no file has latencies')
          : guess(
              [meanGuess.value, meanGuess.low, meanGuess.high].map((one) =>
                Math.max(0, one - (cpu?.value ?? CPU_SHARE * meanGuess.value)),
              ) as [number, number, number], // safe: as many as were given
              `${meanGuess.words}: a mean of ${seconds(meanGuess.value)} if its spread is the usual (cv 1), less cpu`,
            ),
    },
    slo: {
      unit: 'seconds',
      text: 'Within which time is an answer good?',
      fallback: {
        ...{ value: slo, low: slo, high: slo, basis: 'default' },
        from:
          tail === undefined
            ? 'nobody said what is good'
            : `three times the latency ${meanGuess === undefined ? 'at low load' : 'of the load test'} (${seconds(tail)}), rounded up`,
      },
    },
  };
}

/** About an instance and how many of them there are. */
function ofInstances(
  { workload, group }: Target,
  { mostCoresPerPod = 0, bins, cpuRequest }: Findings,
): Asked<'startup' | 'cpuRequest' | 'vcpus' | 'concurrency' | 'min' | 'max' | 'price'> {
  const request = workload?.cpuRequest ?? cpuRequest?.value;
  const vcpus = Math.max(1, Math.ceil(Math.max(request ?? 0, mostCoresPerPod) - 1e-9));
  const pods = bins.flatMap((bin) => bin.pods ?? []);
  const isProbed = probeLagOf(workload?.probes ?? []) !== undefined;
  return {
    startup: {
      unit: 'seconds',
      text: isProbed ? 'How long from launch until a process answers its probes?' : 'How long from launch to ready?',
      fallback: guess(
        [30, 10, 120],
        `no file has starts (kubectl get pods -o json)${isProbed ? '; the probes come on top of it' : ''}`,
      ),
    },
    cpuRequest: {
      unit: 'vcpus',
      text: 'How many vCPUs does a pod request?',
      fallback: guess([0.5, 0.1, 2], 'the Deployment is not among the files, or not every container has requests.cpu'),
    },
    vcpus: {
      unit: 'vcpus',
      text: 'How many vCPUs may one instance use?',
      fallback: guess(
        [vcpus, Math.max(request ?? 0, mostCoresPerPod, 0.1), 4 * vcpus],
        workload === undefined
          ? 'no file says the size of an instance'
          : `no CPU limit: a pod may use what its node has left${mostCoresPerPod > 0 ? `; it used ${digits(mostCoresPerPod)} at most` : ''}`,
      ),
    },
    concurrency: {
      unit: 'count',
      text: 'How many requests does one instance work on at once (threads, workers)? 0: no limit',
      fallback: {
        value: 0,
        low: 0,
        high: 0,
        basis: 'default',
        from: 'no file says how many threads or workers: no limit',
      },
    },
    min: { unit: 'count', text: 'The least number of instances?', fallback: boundOf(pods, Math.min, 1) },
    max: { unit: 'count', text: 'The largest number of instances?', fallback: boundOf(pods, Math.max, 20) },
    price: {
      unit: 'usd',
      text: 'What does one instance cost an hour, in US dollars?',
      fallback: priceOf(request ?? group?.instance.vcpus ?? vcpus),
    },
  };
}

/** GPUs are dearer than vCPUs, weights load for minutes, and an answer takes as long as its tokens. */
function ofServer({ answerSeconds, gpuCount, outputTokens }: ModelServer): Asked<'startup' | 'slo' | 'price'> {
  const slo = niceSeconds(3 * answerSeconds);
  return {
    startup: {
      unit: 'seconds',
      text: 'How long from launch to ready, weights and graphs loaded?',
      fallback: guess([180, 60, 600], 'no file has starts (kubectl get pods -o json); weights and graphs take minutes'),
    },
    slo: {
      unit: 'seconds',
      text: 'Within which time is the whole answer good?',
      fallback: {
        ...{ value: slo, low: slo, high: slo, basis: 'default' },
        from: `three times what ${outputTokens.mean} tokens take on an idle server (${seconds(answerSeconds)}), rounded up; slo.ttft limits the first token`,
      },
    },
    price: {
      unit: 'usd',
      text: 'What does one replica cost an hour, in US dollars?',
      fallback: guess(
        [USD_PER_GPU * gpuCount, (USD_PER_GPU * gpuCount) / 2, USD_PER_GPU * gpuCount * 3],
        `no file has a price: USD ${USD_PER_GPU} an hour of a GPU, a round number and nobody's offer`,
      ),
    },
  };
}

function guess([value, low, high]: readonly [number, number, number], from: string): Answer {
  return { value, low: Math.min(low, value), high: Math.max(high, value), basis: 'guess', from };
}

function boundOf(pods: readonly number[], pick: (...values: number[]) => number, missing: number): Answer {
  const value =
    pods.length === 0
      ? missing
      : Math.max(
          1,
          pods.reduce((a, b) => pick(a, b)),
        );
  const from = pods.length === 0 ? 'no file has bounds' : 'the recorded count of pods; no file has bounds';
  return { value, low: value, high: value, basis: 'default', from };
}

function priceOf(vcpus: number): Answer {
  const usual = instanceType(USUAL_TYPE);
  if (usual === undefined) throw new Error(`${USUAL_TYPE} is in the table`);
  const usdPerVcpu = usual.usdPerHour / usual.vcpus;
  const value = Number((usdPerVcpu * vcpus).toPrecision(3));
  const from = `USD ${usdPerVcpu} an hour of a vCPU, as a ${USUAL_TYPE} on demand (${instancePrices.region})`;
  return { value, low: value / 2, high: value * 2, basis: 'default', from };
}

/** The next of 1, 2, 3, 5 times a power of ten. */
function niceSeconds(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 3, 5, 10].find((one) => one * power >= value * (1 - 1e-9)) ?? 10;
  return Number((step * power).toPrecision(3));
}

/**
 * What a person typed: `40ms`, `0.5`, `500m` vCPUs, or a range `30s..90s`, whose middle is the value.
 *
 * @returns undefined when it is none of these
 */
export function readAmount(text: string, unit: Question['unit']): Amount | undefined {
  const parts = text.trim().split('..');
  const numbers = parts.map((part) => readNumber(part.trim(), unit));
  if (parts.length > 2 || numbers.some((one) => one === undefined)) return undefined;
  const [low = 0, high = low] = numbers;
  if (high < low || (unit === 'count' && parts.length > 1)) return undefined;
  const isPositive = unit === 'rate' || unit === 'vcpus';
  if (low < 0 || (isPositive && low === 0) || (unit === 'count' && !Number.isInteger(low))) return undefined;
  return { value: (low + high) / 2, low, high };
}

function readNumber(text: string, unit: Question['unit']): number | undefined {
  if (unit === 'seconds') return parseDuration(text);
  if (unit === 'vcpus' && /^\d+m$/.test(text)) return Number(text.slice(0, -1)) / 1000;
  return parseDecimal(text);
}

/** How an amount is typed. */
export const amountExamples: Readonly<Record<Question['unit'], string>> = {
  seconds: '40ms, 1.5s, or a range 30s..90s',
  vcpus: '0.5, 500m, or a range 0.25..1',
  count: 'a whole number such as 8',
  usd: '0.096',
  rate: '50',
};
