import { isoTime } from '../base/isoTime.js';
import type { Evidence } from '../imports/evidence/evidence.js';
import type { Derived } from './derived.js';
import type { DraftParts } from './draftParts.js';
import { mixText } from './draftTraffic.js';
import type { Findings } from './findings.js';
import { serverLines } from './modelServer/draftServer.js';
import { digits, seconds } from './phrases.js';
import type { Answer, Question } from './questions.js';
import type { Target } from './target.js';

/** What was found, a line each: the number, its range, and where it is from. */
export function foundLines(
  evidence: readonly Evidence[],
  { target, findings, load, server }: Pick<DraftParts, 'target' | 'findings' | 'load' | 'server'>,
): string[] {
  const { cpu, idle, calm, spread, startup, lags, leftOut, cpuRequest } = findings;
  const out = leftOut.length === 0 ? '' : `; left out: ${leftOut.join(', ')}`;
  const phases = startup?.phases.map(({ name, seconds: length }) => `${name} ${seconds(length)}`) ?? [];
  const mean = calm?.mean?.value ?? spread?.meanSeconds;
  return [
    `service ${target.service}: ${serviceText(target)}`,
    `traffic ${load.words}`,
    ...(load.classes.length > 1 ? [`mix ${mixText(load.classes)}`] : []),
    ...(server === undefined ? [] : serverLines(server)),
    ...(cpu === undefined || server !== undefined ? [] : [`cpu ${rangeText(cpu)} a request: ${cpu.from}${out}`]),
    ...(idle === undefined || idle.high < 0.002 ? [] : [`idle burn ${coresText(idle)} a pod: ${idle.from}`]),
    ...(cpuRequest === undefined ? [] : [`cpuRequest ${coresText(cpuRequest)} a pod: ${cpuRequest.from}`]),
    ...(mean === undefined || calm === undefined
      ? []
      : [
          `latency at low load ${seconds(mean)} on average (${calm.binCount} calm intervals): io is what of it is not cpu`,
        ]),
    ...(startup === undefined
      ? []
      : [`startup ${startup.mean.from}${phases.length > 1 ? `; by phase, median: ${phases.join(', ')}` : ''}`]),
    ...lags.map((lag) => `metric lag ${rangeText(lag)} until the autoscaler sees a load: ${lag.from}`),
    ...evidence.flatMap((one) => (one.kind === 'load-test' ? [kneeText(one)] : [])),
  ].map((line) => `found ${line}`);
}

function serviceText({ workload, group, autoscalers, policies }: Target): string {
  const scaling = autoscalers.map(({ found: { manifest, platform } }) => {
    const { minCount, maxCount } = manifest.bounds;
    const bounds = manifest.hasBounds ? ` ${minCount} to ${maxCount}` : '';
    return `${platform.name}${bounds} (${manifest.targets.join(', ') || manifest.name})`;
  });
  const parts = [
    ...(workload === undefined
      ? []
      : [
          `${workload.kind} with ${coresOrNone(workload.cpuRequest)} requested, limit ${coresOrNone(workload.cpuLimit)}${probesText(workload.probes)}`,
        ]),
    ...(group === undefined
      ? []
      : [
          `group of ${group.instance.types.join(', ') || group.unit}, ${group.minCount ?? '?'} to ${group.maxCount ?? '?'}`,
        ]),
    ...scaling,
    ...policies.map(({ file }) => `policy ${file}`),
  ];
  return parts.join('; ') || 'no file describes it';
}

/** `, probes: readiness, liveness` */
function probesText(probes: readonly { readonly name: string }[]): string {
  if (probes.length === 0) return '';
  return `, probes: ${probes.map(({ name }) => name).join(', ')}`;
}

const coresOrNone = (value: number | undefined) => (value === undefined ? 'none' : `${digits(value)} vCPU`);

function kneeText({ file, knee }: Extract<Evidence, { kind: 'load-test' }>): string {
  if (knee.status === 'reached') {
    const doubt = knee.isContradicted ? '; higher rates went well at other times, so it may not be the load' : '';
    return `knee of ${file} between ${digits(knee.lowPerSecond)} and ${digits(knee.highPerSecond)} requests/s: ${knee.why}${doubt}`;
  }
  if (knee.status === 'unknown') return `knee not predicted: ${file} cannot tell, ${knee.why}`;
  return `knee not predicted: ${file} never reached it, all went well up to ${digits(knee.highestPerSecond)} requests/s`;
}

/** `38 ms (36 to 40 ms, measured)`. */
function rangeText({ value, low, high, basis }: Derived): string {
  return `${seconds(value)} (${seconds(low)} to ${seconds(high)}, ${basis})`;
}

function coresText({ value, low, high, basis }: Derived): string {
  return `${digits(value)} vCPU (${digits(low)} to ${digits(high)}, ${basis})`;
}

/** Stretches that are listed; the rest is counted. */
const LISTED = 5;

/** What of the recorded traffic is less than users wanted, as warnings. */
export function lowerBoundLines({ lowerBounds }: Findings, file: string, startUnixSeconds: number | null): string[] {
  const at = (value: number) => (startUnixSeconds === null ? `${digits(value)} s` : isoTime(startUnixSeconds + value));
  const lines = lowerBounds
    .slice(0, LISTED)
    .map(
      ({ fromSeconds, toSeconds, why }) =>
        `warn ${file} recorded traffic is a LOWER BOUND from ${at(fromSeconds)} to ${at(toSeconds)}: ${why}; assumed as recorded, users wanted at least that`,
    );
  const more = lowerBounds.length - LISTED;
  return more > 0
    ? [...lines, `warn ${file} ${more} more such stretches; all stand at the top of the scenario`]
    : lines;
}

/** What nobody said, with how to say it. */
export function guessLine({ key, unit }: Question, answer: Answer): string {
  const { low, high, basis, from } = answer;
  const range = low < high ? ` (${amountText(low, unit)} to ${amountText(high, unit)})` : '';
  const value = key === 'concurrency' && answer.value === 0 ? 'unlimited' : amountText(answer.value, unit);
  return `guess ${key} ${value}${range}, ${basis}: ${from}; to say it: --set ${key}=VALUE`;
}

/** An amount in its unit. */
export function amountText(value: number, unit: Question['unit']): string {
  if (unit === 'seconds') return seconds(value);
  if (unit === 'usd') return `USD ${digits(value)}`;
  return unit === 'vcpus' ? `${digits(value)} vCPU` : unit === 'rate' ? `${digits(value)}/s` : digits(value);
}
