import { type ExitCode, exitCode } from '../../base/exitCode.js';
import { ProblemError } from '../../base/problem.js';
import { visibleJson } from '../../base/visible.js';
import { readObservations } from '../../imports/observations/readObservations.js';
import { resolveCandidates } from '../../policy/candidates.js';
import { oneLine } from '../../report/printedLines.js';
import type { PrintedLog } from '../../results/results.js';
import { CellPool } from '../../run/cellPool.js';
import { WorkerBugError } from '../../run/compare.js';
import type { Command, CommandInput } from '../command.js';
import type { Options } from '../options.js';
import type { Output } from '../output.js';
import { readInputFile } from '../readInputFile.js';
import { usageError } from '../usageError.js';

/** Recorded observations through a policy: what it would have decided, the world going on as it was recorded. */
export const decide: Command = {
  name: 'decide',
  summary: 'Run a policy on recorded observations or metrics, open loop; one decision (JSON) a line',
  operands: { name: 'none', min: 0, max: 0, describe: '' },
  options: ['policy', 'observations', 'metric', 'environment'],
  run: decideRecorded,
};

async function decideRecorded({ options, output }: CommandInput): Promise<ExitCode> {
  const { metricNames, environment } = options;
  const file = needed(options, 'observations', options.observations);
  needed(options, 'policy', options.policies[0]);
  const candidates = await resolveCandidates({ texts: options.policies, baseFolder: process.cwd(), metricNames });
  if (candidates.length !== 1) throw onePolicy(candidates.map(({ name }) => name));
  const [{ name, source, bindings }] = candidates;
  const specs = Object.values(bindings);
  if (specs.length !== 1) throw onePolicy(Object.keys(bindings));
  const recording = readObservations(readInputFile(file, 'There is nothing to decide on.'), {
    file,
    metricNames,
    environment,
  });
  for (const note of recording.notes) output.note(`note: ${note}`);
  const pool = new CellPool({ workerCount: 1 });
  try {
    const { observations, carriesDesired } = recording;
    const label = { scenario: file, policy: name, source, seed: 0, replication: 0 };
    const task = { spec: specs[0], observations, carriesDesired };
    const ended = await pool.decide(task, label, new AbortController().signal);
    if (ended.type === 'problems') throw new ProblemError(ended.problems);
    if (ended.type === 'bug') throw new WorkerBugError(ended.message, ended.stack);
    if (ended.type !== 'done') {
      if (ended.type === 'failed') tellLog(ended.failure.log, output);
      output.say(ended.type === 'failed' ? ended.failure.message : 'interrupted');
      return ended.type === 'failed' ? exitCode.policyFailed : exitCode.interrupted;
    }
    tellLog(ended.result.log, output);
    await output.write(ended.result.decisions.map((decision) => `${visibleJson(decision)}\n`).join(''));
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

function needed(_options: Options, name: 'policy' | 'observations', value: string | undefined): string {
  if (value !== undefined) return value;
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
