import { type ExitCode, exitCode } from '../../base/exitCode.js';
import { type Problem, ProblemError } from '../../base/problem.js';
import { quotedLines, visibleJson } from '../../base/visible.js';
import { standIn, tableService } from '../../imports/observations/observationsOf.js';
import { showsNothing } from '../../imports/observations/readObservations.js';
import type { RecordedManifest, Recording } from '../../imports/observations/recording.js';
import { chooseManifest } from '../../platforms/chooseManifest.js';
import { readManifests } from '../../platforms/readManifestSet.js';
import { resolveCandidates } from '../../policy/candidates.js';
import { parseEvery } from '../../policy/decideRunner.js';
import type { OpenLoopDecision } from '../../policy/openLoopDecision.js';
import { membersOf, type SinglePolicySpec } from '../../policy/policySpec.js';
import { decideSummaries, summaryLines } from '../../report/decideSummary.js';
import { oneLine } from '../../report/printedLines.js';
import type { PrintedLog } from '../../results/results.js';
import { CellPool } from '../../run/cellPool.js';
import { WorkerBugError } from '../../run/compare.js';
import { metricNames } from '../../telemetry/metrics.js';
import type { Command, CommandInput } from '../command.js';
import { readObservationFiles } from '../observationFiles.js';
import type { Options } from '../options.js';
import type { Output } from '../output.js';
import { showWarnings } from '../showWarnings.js';
import { unknownName, usageError } from '../usageError.js';

/** Recorded observations through a policy: what it would have decided, the world going on as it was recorded. */
export const decide: Command = {
  name: 'decide',
  summary: 'Run a policy on recorded observations or metrics, open loop; one decision (JSON) a line',
  operands: { name: 'none', min: 0, max: 0, describe: '' },
  options: ['policy', 'observations', 'metric', 'environment', 'json'],
  run: decideRecorded,
};

/** Those of the service that the policy is bound to; a table is of one service, whose name it does not know. @throws ProblemError with exit code 2 */
function ofService(recording: Recording, bound: string): Recording {
  const services = [...new Set(recording.observations.map(({ service }) => service))];
  if (bound === '*' || (services.length === 1 && services[0] === tableService)) return recording;
  if (!services.includes(bound)) throw unknownName('service of --policy', bound, services);
  const observations = recording.observations.filter(({ service }) => service === bound);
  return { ...recording, observations, missingCount: observations.filter(showsNothing).length };
}

async function decideRecorded({ options, output, interruption }: CommandInput): Promise<ExitCode> {
  const { metricNames: given, environment, observations: files } = options;
  needed('observations', files[0]);
  needed('policy', options.policies[0]);
  const ofPolicy = withMetricsOfOurs(given);
  const candidates = await resolveCandidates({
    texts: options.policies,
    baseFolder: process.cwd(),
    metricNames: ofPolicy,
  });
  if (candidates.length !== 1) throw onePolicy(candidates.map(({ name }) => name));
  const [{ name, source, bindings }] = candidates;
  const specs = Object.values(bindings).flatMap(membersOf);
  const [service] = Object.keys(bindings);
  if (specs.length !== 1) throw onePolicy(name.split(/[;+]/));
  const manifest = manifestOf(specs[0]);
  const read = readObservationFiles(files, {
    metricNames: given,
    environment,
    ...(manifest === undefined ? {} : { manifest }),
  });
  const recording = ofService(read, service);
  for (const note of recording.notes) output.note(`note: ${note}`);
  const pool = new CellPool({ workerCount: 1 });
  try {
    const { observations, carriesDesired } = recording;
    const label = { scenario: files.join(', '), policy: name, source, seed: 0, replication: 0 };
    const task = { spec: withStandIns(specs[0], manifest), observations, carriesDesired };
    const ended = await pool.decide(task, label, interruption.signal);
    if (ended.type === 'problems') throw new ProblemError(ended.problems);
    if (ended.type === 'bug') throw new WorkerBugError(ended.message, ended.stack);
    if (ended.type !== 'done') {
      if (ended.type === 'failed') tellLog(ended.failure.log, output);
      output.say(ended.type === 'failed' ? quotedLines(ended.failure.message) : 'interrupted');
      return ended.type === 'failed' ? exitCode.policyFailed : exitCode.interrupted;
    }
    tellLog(ended.result.log, output);
    const { decisions } = ended.result;
    await output.write(decisions.map((decision) => `${visibleJson(decision)}\n`).join(''));
    tellSummary(recording, decisions, { output, isJson: options.json });
    showWarnings(manifest?.warnings ?? [], { output, verbose: options.verbose });
    return exitCode.success;
  } finally {
    pool.close();
  }
}

/** Stdout is for decisions; what the policy printed goes beside them. */
function tellLog(log: PrintedLog | undefined, output: Output): void {
  if (log === undefined) return;
  const leftOut = log.total - log.lines.length;
  if (leftOut > 0) output.note(`log: ${leftOut} earlier lines were left out`);
  for (const { time_s, service, text } of log.lines) output.note(`log: ${time_s} s  ${service}  ${oneLine(text)}`);
}

/** Beside the decisions, since stdout is for them alone. */
function tellSummary(
  { observations, carriesDesired, missingCount }: Recording,
  decisions: readonly OpenLoopDecision[],
  { output, isJson }: { readonly output: Output; readonly isJson: boolean },
): void {
  const summaries = decideSummaries({ observations, decisions, hasCount: !carriesDesired, missingCount });
  output.listener?.document({ decisions, summary: summaries });
  if (decisions.length === 0) return;
  if (isJson) output.say(visibleJson({ summary: summaries }));
  else for (const one of summaries) output.note(summaryLines(one, summaries.length === 1));
}

/** `--metric` names series too; a policy knows our metrics only. */
function withMetricsOfOurs(given: Options['metricNames']): Record<string, string> {
  const known: readonly string[] = metricNames;
  return Object.fromEntries(Object.entries(given).filter(([, target]) => known.includes(target)));
}

interface ManifestToAsk extends RecordedManifest {
  /** What of it is not as it would be: a clock, a field that is not simulated. */
  readonly warnings: readonly Problem[];
}

/** What a recording must know of the manifest that decides on it; undefined for another policy. */
function manifestOf(spec: SinglePolicySpec): ManifestToAsk | undefined {
  if (spec.kind !== 'manifest') return undefined;
  const { manifest } = chooseManifest(
    readManifests({ ...spec, text: spec.code, file: spec.path }),
    'service',
    spec.path,
  );
  const everySeconds = parseEvery(manifest.definition.every, spec.fileName);
  // Where a value comes from is the recording's business here.
  const warnings = manifest.warnings.filter(({ code }) => code !== 'not-simulated');
  return { recordable: manifest.recordable ?? [], everySeconds, warnings };
}

/** A trigger that reads its own series needs some metric's name all the same. */
function withStandIns(spec: SinglePolicySpec, manifest: RecordedManifest | undefined): SinglePolicySpec {
  if (spec.kind !== 'manifest') return spec;
  const open = manifest?.recordable.filter(({ metric }) => metric === undefined) ?? [];
  const named = Object.fromEntries(open.map(({ names: [name] }) => [name, standIn]));
  return { ...spec, metricNames: { ...spec.metricNames, ...named } };
}

function needed(name: 'policy' | 'observations', value: string | undefined): void {
  if (value !== undefined) return;
  throw usageError({
    code: 'missing-option',
    what: `decide needs --${name}`,
    why: 'It takes one policy and a file of observations.',
    fix: 'write for example: dryscale decide --policy hpa.yaml --observations yesterday.jsonl.',
  });
}

function onePolicy(names: readonly string[]): ProblemError {
  return usageError({
    code: 'too-many-policies',
    what: `decide got ${names.length} policies: ${names.join(', ')}`,
    why: 'It runs one.',
    fix: 'name one policy without a list of parameters.',
  });
}
