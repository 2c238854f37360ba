import { join } from 'node:path';
import { type ExitCode, exitCode, worstExitCode } from '../../base/exitCode.js';
import { checkOutputs } from '../../base/output/checkOutputs.js';
import { writeFiles } from '../../base/output/writeFiles.js';
import { ProblemError } from '../../base/problem.js';
import { visibleJson, visibleLine } from '../../base/visible.js';
import { resolveCandidates } from '../../policy/candidates.js';
import { inEnvironment } from '../../policy/context/context.js';
import { type Candidate, membersOf } from '../../policy/policySpec.js';
import { json } from '../../report/json.js';
import { junitMark } from '../../report/junitText.js';
import { type NamedLock, namedLock } from '../../results/namedLock.js';
import { askPlayer } from '../../verify/askPlayer.js';
import { inContext } from '../../verify/contexts.js';
import {
  type GoldenDifference,
  goldenDifference,
  goldenText,
  readGolden,
  type Verified,
} from '../../verify/goldenFile.js';
import type { Sequence } from '../../verify/playLog.js';
import { sampleObservations } from '../../verify/sampleObservations.js';
import { type SelectedRuntimes, selectRuntimes } from '../../verify/selectRuntimes.js';
import type { Subject } from '../../verify/subject.js';
import type { PolicyVerification } from '../../verify/verification.js';
import { verificationDocument, verificationJunit } from '../../verify/verificationDocument.js';
import { verificationText } from '../../verify/verificationText.js';
import { verifyPolicy } from '../../verify/verifyPolicy.js';
import type { Command, CommandInput } from '../command.js';
import { readContexts } from '../contextFiles.js';
import { readObservationFiles } from '../observationFiles.js';
import { type Options, onlyValue } from '../options.js';
import { prepareComparisons } from '../prepareComparisons.js';
import { defaultFolder } from '../reportFiles.js';
import { conflicting, unknownName } from '../usageError.js';
import { packageVersion } from '../version.js';

/** One sequence of observations through a policy everywhere it may run: the same decisions are demanded. */
export const verify: Command = {
  name: 'verify',
  summary: 'Check that a policy decides the same in every runtime, time zone, locale and clock',
  operands: {
    name: 'policy',
    min: 1,
    max: 100,
    describe: 'Policies, as after --policy. Real interpreters run their code without io, os, debug and package',
  },
  options: [
    'observations',
    'from',
    'runtimes',
    'golden',
    'require',
    'context',
    'metric',
    'environment',
    'json',
    'out',
    'report',
  ],
  run: verifyAll,
};

async function verifyAll({ operands, options, output }: CommandInput): Promise<ExitCode> {
  const contexts = readContexts(options.contexts, options.environment);
  const reports = plannedReports(options);
  const selected = selectRuntimes({
    names: options.runtimes?.split(',').map((name) => name.trim()),
    isRequired: options.require,
  });
  const { source, subjects, ...lock } = await subjectsOf(operands, options, (text) => output.note(text));
  const golden = options.golden === undefined ? undefined : readGolden(options.golden);
  if (options.golden !== undefined && golden === undefined) checkOutputs([{ path: options.golden, isNamed: true }]);
  const verified: Verified[] = [];
  for (const one of subjects) {
    const [first] = contexts;
    const subject = first === undefined ? one : { ...one, contexts, sequence: inContext(one.sequence, first) };
    const policy = await verifyPolicy(
      subject,
      selected.found.filter(({ runs }) => runs(subject.spec)),
    );
    rejectUnverified(policy, selected, options);
    verified.push({ policy, observations: subject.sequence.observations });
  }
  const policies = verified.map(({ policy }) => policy);
  const codes = policies.map(codeOf);
  const lines = policies.map(verificationText);
  const mayWrite = options.golden !== undefined && golden === undefined && codes.every((code) => code === 0);
  if (golden !== undefined && options.golden !== undefined) {
    for (const one of verified) {
      const difference = one.policy.status === 'same' ? goldenDifference(golden, one, options.golden) : undefined;
      if (difference === undefined) continue;
      codes.push(exitCode.thresholdsCrossed);
      lines.push(...goldenLines(one.policy.name, options.golden, difference));
    }
  }
  const document = verificationDocument({
    dryscale: packageVersion(),
    observations: { source, ...lock },
    policies,
    missing: selected.missing.map(({ name }) => name),
    golden: options.golden === undefined ? null : { file: options.golden, written: mayWrite },
  });
  output.listener?.document(document);
  const files = {
    'report.json': `${visibleJson(document, 2)}\n`,
    'junit.xml': verificationJunit(policies, packageVersion()),
  };
  writeFiles([
    ...(mayWrite ? [{ path: options.golden ?? '', isNamed: true, text: goldenText(verified) }] : []),
    ...reports.map((place) => ({ ...place, text: files[place.fileName] })),
  ]);
  await output.write(
    options.json ? files['report.json'] : [`${visibleLine(`observations: ${source}`)}\n`, ...lines].join(''),
  );
  for (const { name, install } of selected.missing)
    output.note(`${name} is not installed (${install}): not verified there`);
  if (mayWrite) output.note(`wrote ${options.golden}`);
  else if (options.golden !== undefined && golden === undefined)
    output.note(`${options.golden} is not written: the decisions are not settled`);
  return worstExitCode(codes);
}

function goldenLines(name: string, file: string, { index, expected, found }: GoldenDifference): string[] {
  return [
    `${name}: DIFFERS from ${file} at decision ${index + 1}`,
    `  log  ${expected ?? 'no more'}`,
    `  now  ${found ?? 'no more'}`,
  ].map((line) => `${visibleLine(line)}\n`);
}

function codeOf({ status }: PolicyVerification): ExitCode {
  if (status === 'fails') return exitCode.policyFailed;
  return status === 'differs' ? exitCode.thresholdsCrossed : exitCode.success;
}

/** Nothing that was asked for and not done may pass for done. */
function rejectUnverified(policy: PolicyVerification, { found }: SelectedRuntimes, { require }: Options): void {
  const unsupported = policy.runs.filter(({ status }) => status === 'unsupported');
  if (policy.status !== 'not-verified' && !(require && unsupported.length > 0)) return;
  const reasons = [...new Set(unsupported.map(({ runtime, why }) => `${runtime}: ${why}`))];
  const runtimes = found.map(({ name }) => name).join(', ') || 'none';
  throw new ProblemError([
    {
      code: 'not-verified',
      where: { file: policy.source },
      what: `${policy.name} cannot be verified${reasons.length === 0 ? '' : `: ${reasons.join('; ')}`}`,
      why: `The runtimes here are ${runtimes}; Lua is for the Lua interpreters, TypeScript and manifests are for node.`,
      fix: 'name a runtime that can run it with --runtimes.',
    },
  ]);
}

interface Subjects extends NamedLock {
  /** Where the observations come from. */
  readonly source: string;
  readonly subjects: readonly Subject[];
}

async function subjectsOf(
  operands: readonly string[],
  options: Options,
  note: (text: string) => void,
): Promise<Subjects> {
  const { observations: files, metricNames, environment } = options;
  const from = onlyValue('from', options.from);
  if (from !== undefined && files.length > 0)
    throw conflicting('--from', '--observations', 'Observations come from one place.');
  if (from !== undefined) return recordedSubjects(operands, from, options);
  const candidates = await resolveCandidates({ texts: operands, baseFolder: process.cwd(), metricNames });
  if (files.length === 0) {
    const observations = sampleObservations();
    const shown =
      environment === undefined
        ? observations
        : observations.map((one) => ({ ...one, context: inEnvironment(one.context, environment) }));
    const source = `${shown.length} made up (--observations FILE or --from SCENARIO give real ones)`;
    return {
      source,
      subjects: candidates.flatMap((one) => subjectsIn(one, { observations: shown, carriesDesired: false })),
    };
  }
  const recording = readObservationFiles(files, { metricNames, environment });
  for (const text of recording.notes) note(`note: ${text}`);
  const source = `${recording.observations.length} of ${files.join(', ')}`;
  return { source, subjects: candidates.flatMap((one) => subjectsIn(one, recording)) };
}

/** Each policy gets what it sees itself in one run of the scenario. */
async function recordedSubjects(operands: readonly string[], from: string, options: Options): Promise<Subjects> {
  const { comparisons } = await prepareComparisons({
    files: [from],
    options: { ...options, policies: operands },
    isSingle: false,
  });
  const [comparison] = comparisons;
  const { scenario, folder, candidates, routers } = comparison;
  const subjects: Subject[] = [];
  for (const candidate of candidates) {
    const { bindings, name } = candidate;
    const task = {
      type: 'record',
      scenario,
      scenarioFolder: folder,
      bindings,
      routers,
      environment: options.environment,
    } as const;
    const answer = await askPlayer(task, {});
    if (answer.type === 'problems') throw new ProblemError(answer.problems);
    if (answer.type === 'bug') throw new Error(answer.stack);
    if (answer.type !== 'recorded') {
      const what = answer.type === 'lost' ? answer.what : answer.type === 'failed' ? answer.message : 'no answer';
      throw new ProblemError(
        [
          {
            code: 'policy-failed',
            where: { file: candidate.source },
            what: `${name}: ${what}`,
            why: `It failed in the run of ${from} that was to be recorded.`,
            fix: 'fix the policy at the line named above.',
          },
        ],
        exitCode.policyFailed,
      );
    }
    const { api } = scenario.cloud;
    const world = { api, apiLatencySeconds: api.latency, env: scenario.policyEnv };
    subjects.push(...subjectsIn(candidate, { observations: answer.observations, carriesDesired: false, world }));
  }
  const count = Math.max(0, ...subjects.map(({ sequence }) => sequence.observations.length));
  return { source: `${count} recorded in one run of ${from}`, subjects, ...namedLock(comparison) };
}

/** One policy for each of a candidate's bindings, with the observations of its service. */
function subjectsIn({ name, source, bindings }: Candidate, { observations, ...rest }: Sequence): Subject[] {
  const entries = Object.entries(bindings).flatMap(([service, spec]) =>
    membersOf(spec).map((member) => [service, member] as const),
  );
  const isTogether = entries.length > Object.keys(bindings).length;
  return entries.map(([service, spec]) => {
    if (!('code' in spec)) throw nothingToVerify(name);
    const isBound = service !== '*';
    const own = isBound
      ? observations.filter((one) => one.service === service)
      : observations.filter((one) => !Object.hasOwn(bindings, one.service));
    if (own.length === 0) throw noObservations(name, service, observations);
    return {
      name: entries.length === 1 ? name : `${name} (${isTogether ? spec.fileName : service})`,
      source,
      spec,
      sequence: { observations: own, ...rest },
      contexts: [],
    };
  });
}

function nothingToVerify(name: string): ProblemError {
  const why = 'It decides nothing from observations.';
  const fix = 'name a Lua or TypeScript policy, or a manifest.';
  return new ProblemError([{ code: 'nothing-to-verify', where: {}, what: `${name} cannot be verified`, why, fix }]);
}

function noObservations(name: string, service: string, observations: Sequence['observations']): ProblemError {
  const services = [...new Set(observations.map((one) => one.service))];
  return unknownName(`service of ${name}`, service, services);
}

function plannedReports({ out, report }: Options) {
  const kinds = {
    json: { fileName: 'report.json', mark: json.mark },
    junit: { fileName: 'junit.xml', mark: junitMark },
  } as const;
  if (out === undefined && report === undefined) return [];
  const names = new Set((report ?? 'json').split(',').map((name) => name.trim()));
  const chosen = [...names].map((name) => {
    if (name !== 'json' && name !== 'junit') throw unknownName('--report of verify', name, Object.keys(kinds));
    return { ...kinds[name], path: join(out ?? defaultFolder, kinds[name].fileName) };
  });
  checkOutputs(chosen);
  return chosen;
}
