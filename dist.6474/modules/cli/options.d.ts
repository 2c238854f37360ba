import type { Allowance } from '../engine/limits/allowance.js';
import { type RegressionLimit } from '../results/regressionLimit.js';
import type { PrecisionGoal } from '../run/precisionGoal.js';
import { type BaselineOptions } from './baselineOptions.js';
import { type Shard } from './shardOption.js';
/** Every option there is; commands pick theirs. The one list: help, checks and completion come from it. */
export declare const optionRules: {
    readonly 'max-requests': {
        readonly type: 'integer';
        readonly value: 'N';
        readonly range: readonly [1, number];
        readonly describe: `Refuse a scenario with more expected arrivals per replication (${number})`;
    };
    readonly 'max-events': {
        readonly type: 'integer';
        readonly value: 'N';
        readonly range: readonly [1, number];
        readonly describe: `Refuse a run with more scrapes, decisions or faults (${number})`;
    };
    readonly 'max-memory': {
        readonly type: 'text';
        readonly value: 'SIZE';
        readonly describe: `Refuse a run, or results, that need more memory (${string})`;
    };
    readonly 'max-disk': {
        readonly type: 'text';
        readonly value: 'SIZE';
        readonly describe: `Refuse a larger file of --events (${string})`;
    };
    readonly vary: {
        readonly type: 'list';
        readonly value: 'KEY=VALUES';
        readonly describe: 'A parameter and the values to try: averageUtilization=50,60,70 or 50..80:5';
    };
    readonly goal: {
        readonly type: 'text';
        readonly value: 'MEASURE';
        readonly describe: 'What the best has least, or most, of (cost_usd); in comparisons with --uncertain';
    };
    readonly must: {
        readonly type: 'list';
        readonly value: 'EXPRESSION';
        readonly describe: "What must hold, e.g. 'http_req_duration p(95)<300' (the scenario's SLO and thresholds)";
    };
    readonly 'write-best': {
        readonly type: 'text';
        readonly value: 'FILE';
        readonly describe: 'Write the policy with the best values; all else in it stays';
    };
    readonly 'must-share': {
        readonly type: 'text';
        readonly value: 'RATIO';
        readonly describe: 'With --uncertain: the share of the worlds in which it must hold (95%)';
    };
    readonly budget: {
        readonly type: 'integer';
        readonly value: 'RUNS';
        readonly range: readonly [1, 1000000];
        readonly describe: 'Most runs in all (2000)';
    };
    readonly policy: {
        readonly type: 'list';
        readonly value: 'POLICY';
        readonly describe: 'A candidate: hpa.yaml, label=hpa.yaml, target-cpu?target=0.7, static:6, none';
    };
    readonly metric: {
        readonly type: 'list';
        readonly value: 'NAME=METRIC';
        readonly describe: 'Map a metric of the manifest to one of the scenario, e.g. http_rps=request_rate';
    };
    readonly manifest: {
        readonly type: 'list';
        readonly value: 'FILE';
        readonly describe: 'A Deployment or other workload: its requests, limits and grace period replace those of the service';
    };
    readonly runs: {
        readonly type: 'integer';
        readonly value: 'R';
        readonly range: readonly [1, 10000];
        readonly describe: 'Replications of every candidate (10)';
    };
    readonly precision: {
        readonly type: 'text';
        readonly value: 'RATIO';
        readonly describe: 'Add runs until each mean is known to within this share, e.g. 5%';
    };
    readonly 'precision-of': {
        readonly type: 'text';
        readonly value: 'MEASURES';
        readonly describe: 'Measures that --precision applies to (cost_usd,latency_all_p99_ms)';
    };
    readonly 'max-runs': {
        readonly type: 'integer';
        readonly value: 'R';
        readonly range: readonly [2, 10000];
        readonly describe: 'Most runs that --precision may use (100)';
    };
    readonly uncertain: {
        readonly type: 'integer';
        readonly value: '[N]';
        readonly range: readonly [2, 10000];
        readonly alone: 100;
        readonly describe: 'Draw the assumptions that have ranges in N worlds: does the answer hold in them (100)';
    };
    readonly replication: {
        readonly type: 'integer';
        readonly value: 'K';
        readonly range: readonly [0, number];
        readonly describe: 'Run only replication K';
    };
    readonly events: {
        readonly type: 'text';
        readonly value: 'FILE';
        readonly describe: 'Write every event of the run as NDJSON (with --replication)';
    };
    readonly observations: {
        readonly type: 'list';
        readonly value: 'FILE';
        readonly describe: 'Recorded observations: JSON lines, query_range answers (JSON; several files, or a folder) or a table (CSV); - is stdin';
    };
    readonly runtimes: {
        readonly type: 'text';
        readonly value: 'LIST';
        readonly describe: 'Runtimes to verify in: fengari,lua5.4,lua5.3,lua5.1,luajit,node (those that are installed)';
    };
    readonly golden: {
        readonly type: 'text';
        readonly value: 'FILE';
        readonly describe: 'A decision log: written if it is missing, else compared with (exit 99 if it differs)';
    };
    readonly require: {
        readonly type: 'flag';
        readonly describe: 'Fail (104) if a runtime is missing or cannot run a policy';
    };
    readonly context: {
        readonly type: 'list';
        readonly value: 'FILE';
        readonly describe: 'Not supported yet';
    };
    readonly at: {
        readonly type: 'text';
        readonly value: 'TIME';
        readonly describe: 'Show which rule held at that instant of a report.json, e.g. 12m';
    };
    readonly from: {
        readonly type: 'list';
        readonly value: 'FILE|TIME';
        readonly describe: 'Files that say what runs and what was recorded, told by content; of verify the scenario to run; of backtest when the judged part begins';
    };
    readonly namespace: {
        readonly type: 'text';
        readonly value: 'NAME';
        readonly describe: 'Namespace of the workload (that of the manifests, else default)';
    };
    readonly workload: {
        readonly type: 'text';
        readonly value: 'NAME';
        readonly describe: 'Deployment or StatefulSet that the queries are for';
    };
    readonly prometheus: {
        readonly type: 'text';
        readonly value: 'URL';
        readonly describe: 'Server that the script asks (http://localhost:9090)';
    };
    readonly range: {
        readonly type: 'text';
        readonly value: 'DURATION';
        readonly describe: 'How far back the queries go (24h)';
    };
    readonly step: {
        readonly type: 'text';
        readonly value: 'DURATION';
        readonly describe: 'Time between two points of an answer (1m)';
    };
    readonly to: {
        readonly type: 'text';
        readonly value: 'TIME';
        readonly describe: 'When the part that is judged ends: a date, 17:30, 1h30m, seconds';
    };
    readonly fit: {
        readonly type: 'text';
        readonly value: 'FROM..TO';
        readonly describe: 'Fit the free numbers on this part of the recording (with --test)';
    };
    readonly test: {
        readonly type: 'text';
        readonly value: 'FROM..TO';
        readonly describe: 'The part that judges what was fitted';
    };
    readonly actual: {
        readonly type: 'list';
        readonly value: 'FILE';
        readonly describe: 'What was recorded: Prometheus, Grafana, CloudWatch, access logs';
    };
    readonly seed: {
        readonly type: 'integer';
        readonly value: 'N';
        readonly range: readonly [0, number];
        readonly describe: "Replace the scenario's seed";
    };
    readonly workers: {
        readonly type: 'integer';
        readonly value: 'N';
        readonly range: readonly [1, 64];
        readonly describe: `Threads (${number})`;
    };
    readonly set: {
        readonly type: 'list';
        readonly value: 'KEY=VALUE';
        readonly describe: 'Override one setting, e.g. services.web.scaling.max=20';
    };
    readonly json: {
        readonly type: 'flag';
        readonly describe: 'Print one JSON document on stdout and nothing else';
    };
    readonly out: {
        readonly type: 'text';
        readonly value: 'PATH';
        readonly describe: 'Folder for the reports (reports/latest); for import and export, the file to write';
    };
    readonly report: {
        readonly type: 'text';
        readonly value: 'LIST';
        readonly describe: 'Reports to write (html,json); also junit, markdown, github (annotations); of explain sarif, junit, github';
    };
    readonly gate: {
        readonly type: 'text';
        readonly value: 'all|any|NAME';
        readonly describe: 'Whose SLO and thresholds decide the exit code (all)';
    };
    readonly against: {
        readonly type: 'text';
        readonly value: 'NAME';
        readonly describe: 'The reference (the first candidate); git:REV, the policies as they were in a revision; or git:REV:PATH, one of them';
    };
    readonly baseline: {
        readonly type: 'text';
        readonly value: 'FILE';
        readonly describe: 'An earlier report.json to compare with: exit 99 on a clear regression';
    };
    readonly 'max-regression': {
        readonly type: 'text';
        readonly value: 'LIMITS';
        readonly describe: "How much worse than the baseline or git:REV, e.g. cost_usd=5%,latency_all_p99_ms=20:warn (cost_usd=5%,latency_all_p99_ms=10%)";
    };
    readonly 'update-baseline': {
        readonly type: 'flag';
        readonly describe: 'Write --baseline FILE instead of comparing with it';
    };
    readonly shard: {
        readonly type: 'text';
        readonly value: 'I/N';
        readonly describe: 'Run part I of N; dryscale merge joins the parts';
    };
    readonly 'allow-empty': {
        readonly type: 'flag';
        readonly describe: 'Pass an SLO or threshold that has no data';
    };
    readonly environment: {
        readonly type: 'text';
        readonly value: 'NAME';
        readonly describe: 'Environment the policy sees (observation.context.environment)';
    };
    readonly env: {
        readonly type: 'list';
        readonly value: 'KEY=VALUE';
        readonly describe: '__ENV of a k6 script';
    };
    readonly format: {
        readonly type: 'text';
        readonly value: 'combined|json|envoy|alb';
        readonly describe: 'Format of the log (detected from its first line); of an exported one combined or json; of k6-results summary-export or handle-summary';
    };
    readonly keep: {
        readonly type: 'list';
        readonly value: 'probes|static';
        readonly describe: 'Keep health probes or static files of the log';
    };
    readonly classes: {
        readonly type: 'integer';
        readonly value: 'K';
        readonly range: readonly [1, 100];
        readonly describe: 'Add a column for each of the K most frequent request classes';
    };
    readonly interval: {
        readonly type: 'text';
        readonly value: '1s|1m';
        readonly describe: 'Interval of the counts (1m), or of the points of an exported series (15s, or what the curves allow)';
    };
    readonly start: {
        readonly type: 'text';
        readonly value: 'TIME';
        readonly describe: 'Date of second 0 in an exported file (the start of the run, else 2026-01-05T00:00:00Z)';
    };
    readonly series: {
        readonly type: 'list';
        readonly value: 'N|NAME[=ROLE]';
        readonly describe: 'Which series of a Prometheus answer to take; NAME=ROLE says what a recorded series shows';
    };
    readonly resume: {
        readonly type: 'flag';
        readonly describe: 'Go on from the finished runs of an interrupted comparison in the same folder';
    };
    readonly watch: {
        readonly type: 'flag';
        readonly describe: 'Run again when a file is saved, and serve the report on a local address';
    };
    readonly yes: {
        readonly type: 'flag';
        readonly describe: 'Ask nothing: take the defaults, and list them';
    };
    readonly force: {
        readonly type: 'flag';
        readonly describe: 'Overwrite what is there';
    };
    readonly quiet: {
        readonly type: 'flag';
        readonly describe: 'No progress, no warnings';
    };
    readonly verbose: {
        readonly type: 'flag';
        readonly describe: 'Show intervals and definitions too';
    };
    readonly 'no-color': {
        readonly type: 'flag';
        readonly describe: 'No colours';
    };
    readonly debug: {
        readonly type: 'flag';
        readonly describe: 'Show stack traces';
    };
};
export type OptionName = keyof typeof optionRules;
/** What `--runs` is when left out: enough for an interval, and done in seconds. */
export declare const defaultRunCount = 10;
/** Options of every command. */
export declare const commonOptions: readonly OptionName[];
/** Options of the commands that run scenarios. */
export declare const runOptions: readonly OptionName[];
type Camel<Name extends string> = Name extends `${infer Head}-${infer Rest}` ? `${Head}${Capitalize<Camel<Rest>>}` : Name;
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
export declare function readOptions(raw: RawOptions): Options;
/** Given twice with the same value it says one thing; with two values nobody knows which is meant. @throws ProblemError with exit code 2 */
export declare function onlyValue(name: OptionName, given: readonly string[]): string | undefined;
export {};
