import { formatDuration } from '../base/duration.js';
import { formatSize } from '../base/quantity.js';
import type { Assumption, Draft, DraftParts, Note } from './draftParts.js';
import { draftStartup } from './draftStartup.js';
import type { TrafficClass } from './draftTraffic.js';
import { durationText, rangeOf } from './durationText.js';
import type { Findings } from './findings.js';
import { ioTime, partsCv } from './ioTime.js';
import { modelInstance, modelRequests } from './modelServer/draftServer.js';
import { percent } from './phrases.js';
import type { Amount, Answer } from './questions.js';
import { withinClasses } from './spread.js';

/** The scenario, every number of it with where it comes from. */
export function draftScenario(parts: DraftParts): Draft {
  const { name, target, load, answers, policies } = parts;
  const assumptions: Assumption[] = [];
  const note = (
    path: string,
    { basis, from }: Pick<Answer, 'basis' | 'from'>,
    range?: readonly [string | number, string | number],
  ) => {
    assumptions.push({ path, ...(range === undefined ? {} : { low: range[0], high: range[1] }), basis, from });
  };
  const { server } = parts;
  const requests = server === undefined ? requestClasses(parts, note) : modelRequests(server, parts, note);
  const instance = server === undefined ? instanceOf(parts, note) : modelInstance(server, parts, note);
  const scaling = scalingOf(parts, note);
  for (const { name: source, share } of load.mixFrom === undefined ? [] : load.classes) {
    note(`traffic.${source}.scale`, { basis: 'measured', from: `${load.mixFrom}: ${percent(share)}` });
  }
  const slo = answers.get('slo');
  if (slo !== undefined) note('slo.latency', slo);
  const balancer = target.group?.unit === 'ec2' ? 'round-robin' : 'random';
  note('gateway.balancer', {
    basis: 'default',
    from:
      balancer === 'random'
        ? 'as kube-proxy picks pods; least-requests or power-of-two for a proxy that counts'
        : 'as an Application Load Balancer does',
  });
  const input = {
    name,
    duration: formatDuration(Number(load.durationSeconds.toFixed(3))),
    ...(policies.length === 0 ? {} : { policies: [...policies] }),
    traffic: load.traffic,
    ...(server === undefined ? {} : { models: { [server.name]: server.model } }),
    requests,
    services: { [target.service]: { instance, scaling } },
    gateway: { balancer },
    ...(slo === undefined
      ? {}
      : {
          slo: {
            latency: durationText(slo.value),
            objective: 0.99,
            // What nobody asked for does not fail a command.
            ...(slo.basis === 'asked' ? {} : { gate: false }),
          },
        }),
    assumptions,
  };
  return { input, assumptions };
}

function requestClasses({ evidence, target, findings, load, answers }: DraftParts, note: Note) {
  const { calm } = findings;
  const spread = findings.spread && withinClasses(findings.spread, load.classes);
  const ofAll = answers.get('cpu') ?? findings.cpu;
  const bytes = evidence.flatMap((one) =>
    one.kind === 'log' && one.responseBytes !== null ? [one.responseBytes.mean] : [],
  )[0];
  const isSplit = findings.cpu === ofAll && load.classes.some(({ latencyFactor }) => latencyFactor !== 1);
  const how = isSplit ? CLASS_SPLIT : load.classes.length > 1 ? '; the same for every class' : '';
  const built = load.classes.map(({ name, latencyFactor }: TrafficClass) => {
    const path = `requests.${name}`;
    const ofClass = spread && { ...spread, meanSeconds: spread.meanSeconds * latencyFactor };
    const cpu = ofAll && isSplit ? cpuOfClass(ofAll, latencyFactor) : ofAll;
    const io =
      answers.get('io') ??
      (calm === undefined || cpu === undefined ? undefined : ioTime(scaled(calm, latencyFactor), ofClass, cpu));
    const cv =
      ofClass === undefined || cpu === undefined || io === undefined
        ? undefined
        : partsCv(ofClass, cpu.value, io.value);
    const cvRatio = cv === undefined ? 1 : Number(Math.min(cv.value, CV_LIMIT).toPrecision(3));
    const shape = cv === undefined ? '; its spread (cv 1) is a guess' : `; cv ${cvRatio}: ${cv.from}`;
    const demand = (amount: Amount) => ({ lognormal: { mean: durationText(amount.value), cv: cvRatio } });
    if (cpu !== undefined) {
      note(`${path}.cpu`, { basis: cpu.basis, from: `${cpu.from}${how}${shape}` }, rangeOf(cpu));
    }
    if (io !== undefined) note(`${path}.io`, io, rangeOf(io));
    return [
      name,
      {
        route: target.service,
        ...(cpu === undefined ? {} : { cpu: cvRatio > 0 ? demand(cpu) : durationText(cpu.value) }),
        ...(io === undefined ? {} : { io: io.value > 0 && cvRatio > 0 ? demand(io) : durationText(io.value) }),
        ...(bytes === undefined ? {} : { responseBytes: formatSize(Math.round(bytes)) }),
      },
    ];
  });
  return Object.fromEntries(built);
}

const CLASS_SPLIT =
  '; of each class in proportion to its latency, as no file has CPU by class; the range also holds the same for every class';

/** A class whose answers take longer needs more: all that a log says of it. Its range reaches to what all need on average. */
function cpuOfClass({ value, low, high, ...known }: Answer, latencyFactor: number): Answer {
  return {
    ...known,
    value: value * latencyFactor,
    low: Math.min(low, low * latencyFactor),
    high: Math.max(high, high * latencyFactor),
  };
}

/** Beyond this a spread is a few slow requests, not a shape. */
const CV_LIMIT = 4;

function scaled(calm: NonNullable<Findings['calm']>, factor: number): NonNullable<Findings['calm']> {
  const entries = Object.entries(calm).map(([name, value]) => {
    if (typeof value === 'number') return [name, value];
    return [name, { value: value.value * factor, low: value.low * factor, high: value.high * factor }];
  });
  // safe: the same keys with the same kinds of values.
  return Object.fromEntries(entries) as NonNullable<Findings['calm']>;
}

function instanceOf({ target, findings, answers }: DraftParts, note: Note): Record<string, unknown> {
  const { workload, group, service } = target;
  const path = `services.${service}.instance`;
  const instance: Record<string, unknown> = {};
  /** What a person said or nobody knows, else what the file states. */
  const put = (
    key: string,
    stated: number | null | undefined,
    from: string,
    format: (value: number) => unknown = Number,
  ) => {
    const answer = answers.get(key);
    const value = answer?.value ?? stated;
    if (value === undefined || value === null || (key === 'concurrency' && value === 0)) return;
    instance[key] = format(value);
    if (answer === undefined) note(`${path}.${key}`, { basis: 'measured', from });
    else note(`${path}.${key}`, answer, answer.low < answer.high ? [answer.low, answer.high] : undefined);
  };
  const size = (bytes: number) => formatSize(Math.ceil(bytes));
  const type = group?.instance.types[0] ?? 'the group';
  put('vcpus', workload?.cpuLimit ?? group?.instance.vcpus, workload?.cpuLimit === undefined ? type : 'limits.cpu');
  const { cpuRequest, idle } = findings;
  put('cpuRequest', workload?.cpuRequest, 'requests.cpu');
  if (cpuRequest !== undefined && instance.cpuRequest === undefined) {
    instance.cpuRequest = cpuRequest.value;
    const { value, low, high } = cpuRequest;
    note(`${path}.cpuRequest`, cpuRequest, [Math.min(value, coresOf(low)), Math.max(value, coresOf(high))]);
  }
  put(
    'memory',
    workload?.memoryLimitBytes ?? group?.instance.memoryBytes,
    workload === undefined ? type : 'limits.memory',
    size,
  );
  put('memoryRequest', workload?.memoryRequestBytes, 'requests.memory', size);
  put('concurrency', undefined, '');
  if (idle !== undefined && idle.value >= LEAST_IDLE && answers.get('cpu') === undefined) {
    instance.baseCpu = coresOf(idle.value);
    note(`${path}.baseCpu`, idle, [coresOf(idle.low), coresOf(idle.high)]);
  }
  Object.assign(instance, draftStartup({ target, findings, answers }, note, path));
  if (workload !== undefined) {
    instance.drain = formatDuration(workload.graceSeconds);
    note(`${path}.drain`, { basis: 'measured', from: 'terminationGracePeriodSeconds, 30 s where it is not written' });
  }
  put('price', group?.instance.usdPerHour, group?.instance.priceSource ?? '');
  return instance;
}

/** Three digits. */
function coresOf(vcpus: number): number {
  return Number(vcpus.toPrecision(3));
}

/** vCPUs: less cannot be told from nothing. */
const LEAST_IDLE = 0.002;

function scalingOf({ target, load, answers }: DraftParts, note: Note): Record<string, unknown> {
  const { autoscalers, group, service } = target;
  const path = `services.${service}.scaling`;
  const stated = autoscalers
    .filter(({ found }) => found.manifest.hasBounds)
    .map((one) => ({
      file: one.evidence.file,
      ...one.found.manifest.bounds,
    }));
  const bound = (
    key: 'min' | 'max',
    values: readonly (number | null | undefined)[],
    pick: (...all: number[]) => number,
    file: string,
  ) => {
    const answer = answers.get(key);
    const known = values.flatMap((value) => value ?? []);
    const value = answer?.value ?? (known.length === 0 ? undefined : pick(...known));
    if (value === undefined) return undefined;
    note(`${path}.${key}`, answer ?? { basis: 'measured', from: file });
    return value;
  };
  const file = stated[0]?.file ?? group?.file ?? '';
  const min = bound(
    'min',
    [...stated.map(({ minCount }) => minCount), ...(stated.length === 0 ? [group?.minCount] : [])],
    Math.min,
    file,
  );
  const max = bound(
    'max',
    [...stated.map(({ maxCount }) => maxCount), ...(stated.length === 0 ? [group?.maxCount] : [])],
    Math.max,
    file,
  );
  const first = load.initialCount ?? (load.trace === undefined ? (group?.desiredCount ?? undefined) : undefined);
  const initial = first === undefined ? undefined : Math.min(max ?? first, Math.max(min ?? first, first));
  if (initial !== undefined)
    note(`${path}.initial`, { basis: 'measured', from: 'the count of instances at the begin of the recording' });
  return {
    ...(min === undefined ? {} : { min }),
    ...(max === undefined ? {} : { max: Math.max(max, min ?? 0) }),
    ...(initial === undefined ? {} : { initial }),
  };
}
