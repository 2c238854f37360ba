import type { Allowance } from '../engine/limits/allowance.js';
import { defaultRegressionLimits, type RegressionLimit } from '../results/regressionLimit.js';
import type { PrecisionGoal } from '../run/precisionGoal.js';
import { defaultWorkerCount } from '../run/workerCount.js';

import { type BaselineOptions, readBaselineOptions, readLimits, rejectIdleLimits } from './baselineOptions.js';
import { allowanceOf, limitOptions, limitRules } from './limitOptions.js';
import { mcpRules } from './mcpOptions.js';
import { readPrecision } from './precisionOption.js';
import { readShard, type Shard } from './shardOption.js';
import { tuneRules } from './tuneOptions.js';
import { usageError } from './usageError.js';

interface OptionRule {
  readonly type: 'flag' | 'text' | 'list' | 'integer';
  readonly describe: string;
  /** What stands for the value in the help. */
  readonly value?: string;
  /** Of an integer, both included. */
  readonly range?: readonly [number, number];
  /** Of an integer: what the option alone means. */
  readonly alone?: number;
}

/** Every option there is; commands pick theirs. The one list: help, checks and completion come from it. */
export const optionRules = {
  policy: {
    type: 'list',
    value: 'POLICY',
    describe: 'A candidate: hpa.yaml, label=hpa.yaml, target-cpu?target=0.7, static:6, none',
  },
  metric: {
    type: 'list',
    value: 'NAME=METRIC',
    describe: 'Map a metric of the manifest to one of the scenario, e.g. http_rps=request_rate',
  },
  model: {
    type: 'text',
    value: 'MODEL@GPU',
    describe: 'A preset, or a model on its GPUs: llama-3.1-70b@4xh100, qwen3-32b@2xh100,fp8,2025',
  },
  manifest: {
    type: 'list',
    value: 'FILE',
    describe: 'A Deployment or other workload: its requests, limits and grace period replace those of the service',
  },
  ...tuneRules,
  runs: {
    type: 'integer',
    value: 'R',
    range: [1, 10_000],
    describe: 'Replications of every candidate (10; of chaos 3)',
  },
  precision: {
    type: 'text',
    value: 'RATIO',
    describe: 'Add runs until each mean is known to within this share, e.g. 5%',
  },
  'precision-of': {
    type: 'text',
    value: 'MEASURES',
    describe: 'Measures that --precision applies to (cost_usd,latency_all_p99_ms)',
  },
  'max-runs': {
    type: 'integer',
    value: 'R',
    range: [2, 10_000],
    describe: 'Most runs that --precision may use (100)',
  },
  uncertain: {
    type: 'integer',
    value: '[N]',
    range: [2, 10_000],
    alone: 100,
    describe: 'Draw the assumptions that have ranges in N worlds: does the answer hold in them (100)',
  },
  replication: { type: 'integer', value: 'K', range: [0, 2 ** 31], describe: 'Run only replication K' },
  events: { type: 'text', value: 'FILE', describe: 'Write every event of the run as NDJSON (with --replication)' },
  observations: {
    type: 'list',
    value: 'FILE',
    describe:
      'Recorded observations: JSON lines, query_range answers (JSON; several files, or a folder) or a table (CSV); - is stdin',
  },
  runtimes: {
    type: 'text',
    value: 'LIST',
    describe: 'Runtimes to verify in: fengari,lua5.4,lua5.3,lua5.1,luajit,node (those that are installed)',
  },
  golden: {
    type: 'text',
    value: 'FILE',
    describe: 'A decision log: written if it is missing, else compared with (exit 99 if it differs)',
  },
  require: { type: 'flag', describe: 'Fail (104) if a runtime is missing or cannot run a policy' },
  context: { type: 'list', value: 'FILE', describe: 'Not supported yet' },
  at: { type: 'text', value: 'TIME', describe: 'Show which rule held at that instant of a report.json, e.g. 12m' },
  from: {
    type: 'list',
    value: 'FILE|TIME',
    describe:
      'Files that say what runs and what was recorded, told by content; of verify the scenario to run; of backtest when the judged part begins',
  },
  namespace: {
    type: 'text',
    value: 'NAME',
    describe: 'Namespace of the workload (that of the manifests, else default)',
  },
  workload: { type: 'text', value: 'NAME', describe: 'Deployment or StatefulSet that the queries are for' },
  prometheus: { type: 'text', value: 'URL', describe: 'Server that the script asks (http://localhost:9090)' },
  range: { type: 'text', value: 'DURATION', describe: 'How far back the queries go (24h)' },
  step: { type: 'text', value: 'DURATION', describe: 'Time between two points of an answer (1m)' },
  to: { type: 'text', value: 'TIME', describe: 'When the part that is judged ends: a date, 17:30, 1h30m, seconds' },
  fit: {
    type: 'text',
    value: 'FROM..TO',
    describe: 'Fit the free numbers on this part of the recording (with --test)',
  },
  test: { type: 'text', value: 'FROM..TO', describe: 'The part that judges what was fitted' },
  actual: { type: 'list', value: 'FILE', describe: 'What was recorded: Prometheus, Grafana, CloudWatch, access logs' },
  seed: { type: 'integer', value: 'N', range: [0, Number.MAX_SAFE_INTEGER], describe: "Replace the scenario's seed" },
  workers: { type: 'integer', value: 'N', range: [1, 64], describe: `Threads (${defaultWorkerCount()})` },
  set: { type: 'list', value: 'KEY=VALUE', describe: 'Override one setting, e.g. services.web.scaling.max=20' },
  json: { type: 'flag', describe: 'Print one JSON document on stdout and nothing else' },
  out: {
    type: 'text',
    value: 'PATH',
    describe: 'Folder for the reports (reports/latest); for import and export, the file to write',
  },
  report: {
    type: 'text',
    value: 'LIST',
    describe:
      'Reports to write (html,json); also junit, markdown, openmetrics, github (annotations); of explain sarif, junit, github',
  },
  gate: { type: 'text', value: 'all|any|NAME', describe: 'Whose SLO and thresholds decide the exit code (all)' },
  against: {
    type: 'text',
    value: 'NAME',
    describe:
      'The reference (the first candidate); git:REV, the policies as they were in a revision; or git:REV:PATH, one of them',
  },
  baseline: {
    type: 'text',
    value: 'FILE',
    describe: 'An earlier report.json to compare with: exit 99 on a clear regression',
  },
  'max-regression': {
    type: 'text',
    value: 'LIMITS',
    describe: `How much worse than the baseline or git:REV, e.g. cost_usd=5%,latency_all_p99_ms=20:warn (${defaultRegressionLimits})`,
  },
  'update-baseline': { type: 'flag', describe: 'Write --baseline FILE instead of comparing with it' },
  shard: { type: 'text', value: 'I/N', describe: 'Run part I of N; dryscale merge joins the parts' },
  ...limitRules,
  ...mcpRules,
  'allow-empty': { type: 'flag', describe: 'Pass an SLO or threshold that has no data' },
  environment: {
    type: 'text',
    value: 'NAME',
    describe: 'Environment the policy sees (observation.context.environment)',
  },
  'refresh-context': {
    type: 'flag',
    describe: 'First ask the servers of context.mcp, starting their commands, and write context.lock.json',
  },
  env: { type: 'list', value: 'KEY=VALUE', describe: '__ENV of a k6 script' },
  format: {
    type: 'text',
    value: 'combined|json|envoy|alb',
    describe:
      'Format of the log (detected from its first line); of an exported one combined or json; of k6-results summary-export or handle-summary; of prometheus json or openmetrics',
  },
  keep: { type: 'list', value: 'probes|static', describe: 'Keep health probes or static files of the log' },
  classes: {
    type: 'integer',
    value: 'K',
    range: [1, 100],
    describe: 'Add a column for each of the K most frequent request classes',
  },
  interval: {
    type: 'text',
    value: '1s|1m',
    describe: 'Interval of the counts (1m), or of the points of an exported series (15s, or what the curves allow)',
  },
  start: {
    type: 'text',
    value: 'TIME',
    describe: 'Date of second 0 in an exported file (the start of the run, else 2026-01-05T00:00:00Z)',
  },
  series: {
    type: 'list',
    value: 'N|NAME[=ROLE]',
    describe: 'Which series of a Prometheus answer to take; NAME=ROLE says what a recorded series shows',
  },
  resume: { type: 'flag', describe: 'Go on from the finished runs of an interrupted comparison in the same folder' },
  watch: { type: 'flag', describe: 'Run again when a file is saved, and serve the report on a local address' },
  yes: { type: 'flag', describe: 'Ask nothing: take the defaults, and list them' },
  force: { type: 'flag', describe: 'Overwrite what is there' },
  quiet: { type: 'flag', describe: 'No progress, no warnings' },
  verbose: { type: 'flag', describe: 'Show intervals and definitions too' },
  'no-color': { type: 'flag', describe: 'No colours' },
  debug: { type: 'flag', describe: 'Show stack traces' },
} as const satisfies Record<string, OptionRule>;

export type OptionName = keyof typeof optionRules;

/** What `--runs` is when left out: enough for an interval, and done in seconds. */
export const defaultRunCount = 10;

/** Options of every command. */
export const commonOptions: readonly OptionName[] = ['quiet', 'verbose', 'no-color', 'debug'];
/** Options of the commands that run scenarios. */
export const runOptions: readonly OptionName[] = [
  'policy',
  'metric',
  'manifest',
  'runs',
  'precision',
  'precision-of',
  'max-runs',
  'uncertain',
  'goal',
  'replication',
  'seed',
  'workers',
  'set',
  'json',
  'out',
  'report',
  'gate',
  'against',
  'baseline',
  'max-regression',
  'update-baseline',
  'shard',
  ...limitOptions,
  'allow-empty',
  'environment',
  'refresh-context',
  'resume',
  'watch',
];

type Camel<Name extends string> = Name extends `${infer Head}-${infer Rest}`
  ? `${Head}${Capitalize<Camel<Rest>>}`
  : Name;

interface Values {
  readonly flag: boolean;
  readonly text: string | undefined;
  readonly list: readonly string[];
  readonly integer: number | undefined;
}

/** Every option by its name, as its type is read. */
type PlainOptions = {
  readonly [Name in OptionName as Camel<Name>]: Values[(typeof optionRules)[Name]['type']];
};

/** What a command line asks for, checked. */
export interface Options extends Omit<PlainOptions, 'precision' | 'workers' | 'gate' | 'baseline' | 'shard'> {
  readonly policies: readonly string[];
  readonly metricNames: Readonly<Record<string, string>>;
  readonly manifests: readonly string[];
  readonly contexts: readonly string[];
  readonly precision: PrecisionGoal | undefined;
  readonly workers: number;
  readonly gate: string;
  readonly baseline: BaselineOptions | undefined;
  /** `--max-regression`, if given. */
  readonly limits: readonly RegressionLimit[] | undefined;
  readonly shard: Shard | undefined;
  /** `--max-...`: how much a run may take. */
  readonly allowance: Allowance;
}

/** Values as the parser gives them: text, flags, or lists where an option was given more than once. */
export type RawOptions = Readonly<Record<string, unknown>>;

/**
 * Checks what the parser found.
 *
 * @throws ProblemError with exit code 2 for a value outside its range, one given twice, or an option of a later version
 */
export function readOptions(raw: RawOptions): Options {
  const plain = plainOptions(raw);
  return {
    ...plain,
    policies: plain.policy,
    metricNames: metricNames(raw),
    manifests: plain.manifest,
    contexts: plain.context,
    precision: readPrecision({
      ratio: plain.precision,
      measures: plain.precisionOf,
      maxRunCount: plain.maxRuns,
      hasReplication: plain.replication !== undefined,
    }),
    workers: plain.workers ?? defaultWorkerCount(),
    gate: plain.gate ?? 'all',
    baseline: readBaselineOptions({ file: plain.baseline, isUpdate: plain.updateBaseline }),
    limits: limits(raw),
    shard: readShard(plain.shard, raw),
    allowance: allowanceOf({
      requestCount: plain.maxRequests,
      eventCount: plain.maxEvents,
      memory: plain.maxMemory,
      disk: plain.maxDisk,
    }),
  };
}

const readers = { flag, text, list, integer };

function plainOptions(raw: RawOptions): PlainOptions {
  const camel = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  const names = Object.keys(optionRules) as OptionName[]; // safe: it is made of these keys
  const read = names.map((name) => [camel(name), readers[optionRules[name].type](raw, name)] as const);
  return Object.fromEntries(read) as unknown as PlainOptions; // safe: each is read by the type of its rule
}

function list(raw: RawOptions, name: OptionName): string[] {
  const given = raw[name];
  const values = given === undefined ? [] : (Array.isArray(given) ? given : [given]).map(String);
  if (values.some((value) => value === '')) throw missingValue(name);
  return values;
}

function metricNames(raw: RawOptions): Record<string, string> {
  const pairs = list(raw, 'metric').map((given): [string, string] => {
    const split = given.lastIndexOf('=');
    if (split > 0 && split < given.length - 1) return [given.slice(0, split), given.slice(split + 1)];
    throw usageError({
      code: 'bad-metric',
      what: `--metric is "${given}"`,
      why: 'It names a metric of the manifest and one of the scenario.',
      fix: 'write for example --metric http_requests_per_second=request_rate.',
    });
  });
  return Object.fromEntries(pairs);
}

function text(raw: RawOptions, name: OptionName): string | undefined {
  return onlyValue(name, list(raw, name));
}

/** Given twice with the same value it says one thing; with two values nobody knows which is meant. @throws ProblemError with exit code 2 */
export function onlyValue(name: OptionName, given: readonly string[]): string | undefined {
  const values = [...new Set(given)];
  if (values.length < 2) return values[0];
  throw usageError({
    code: 'given-twice',
    what: `--${name} is given twice, with ${values.map((value) => `"${value}"`).join(' and ')}`,
    why: 'Only one of them can be meant.',
    fix: `keep one --${name}.`,
  });
}

function integer(raw: RawOptions, name: OptionName): number | undefined {
  const given = text(raw, name);
  if (given === undefined) return undefined;
  const rule: OptionRule = optionRules[name];
  const [least, most] = rule.range ?? [0, Number.MAX_SAFE_INTEGER];
  const value = Number(given);
  if (/^[+-]?\d+$/.test(given) && value >= least && value <= most) return value;
  throw usageError({
    code: 'out-of-range',
    what: `--${name} is "${given}"`,
    why: `The allowed range is the whole numbers ${least}..${most}.`,
    fix: `write for example --${name} ${Math.max(least, Math.min(most, 4))}.`,
  });
}

/** `merge` finds out from the parts whether there is a revision. */
function limits(raw: RawOptions): readonly RegressionLimit[] | undefined {
  const found = readLimits(text(raw, 'max-regression'));
  const isMerge = raw.blobs !== undefined;
  const hasRevision = text(raw, 'against')?.startsWith('git:') === true;
  rejectIdleLimits(found, isMerge || hasRevision || text(raw, 'baseline') !== undefined);
  return found;
}

function flag(raw: RawOptions, name: OptionName): boolean {
  const given = raw[name];
  return Array.isArray(given) ? given.at(-1) === true : given === true;
}

function missingValue(name: OptionName): Error {
  const rule: OptionRule = optionRules[name];
  return usageError({
    code: 'missing-value',
    what: `--${name} has no value`,
    why: 'It needs one.',
    fix: `write --${name} ${rule.value ?? 'VALUE'}.`,
  });
}
