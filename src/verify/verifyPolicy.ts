import { causesOf } from './causes.js';
import { contextRun, inContext } from './contexts.js';
import { type Environment, environments, sortedKeys } from './environments.js';
import { areSame, firstDifferent, hashOf, type RunLog, runsOf } from './runLog.js';
import type { NamedRuntime, RunPair, Subject } from './subject.js';
import { usesOf } from './twists/twist.js';
import type { Difference, DifferenceSide, PolicyVerification, RunVerification } from './verification.js';

/**
 * Plays one sequence of observations through a policy in every environment of every runtime, and compares the decisions.
 *
 * The first run of all is what the others are held to: `here` in the first runtime that supports the policy.
 * @throws ProblemError for a manifest that cannot be read
 */
export async function verifyPolicy(subject: Subject, runtimes: readonly NamedRuntime[]): Promise<PolicyVerification> {
  const runs: RunLog[] = [];
  for (const runtime of runtimes) runs.push(...(await playEverywhere(subject, runtime)));
  const judged = runs.filter(({ unsupported }) => unsupported === undefined);
  const [first] = judged;
  const status = statusOf(judged);
  const differences: Difference[] = [];
  for (const pair of status === 'differs' ? partingPairs(judged) : []) {
    const difference = differenceOf(pair, subject);
    differences.push({ ...difference, causes: await causesOf({ subject, runtimes, pair, all: judged }) });
  }
  return {
    name: subject.name,
    source: subject.source,
    kind: subject.spec.kind,
    status,
    observationCount: subject.sequence.observations.length,
    decisionsHash: first === undefined ? null : hashOf(first.entries),
    decisions: first?.entries ?? [],
    runs: runs.map((run) => verificationOf(run, first)),
    differences,
    fault: status === 'fails' ? (first.fault ?? null) : null,
  };
}

async function playEverywhere(
  { spec, contexts, ...subject }: Subject,
  { name, found }: NamedRuntime,
): Promise<RunLog[]> {
  const play = async (environment: Environment, sequence = subject.sequence): Promise<RunLog[]> => {
    const log = await found.play({ spec, sequence, environment });
    return runsOf(log, { runtime: name, version: found.version, environment: environment.name });
  };
  const runs = (await Promise.all(environments.map((one) => play(one)))).flat();
  for (const other of contexts.slice(1)) {
    const environment = { ...environments[0], name: contextRun(other) };
    runs.push(...(await play(environment, inContext(subject.sequence, other))));
  }
  const walksTables = runs.some((run) => usesOf(run.play.lines).some(({ input }) => input === 'order'));
  return walksTables ? [...runs, ...(await play(sortedKeys))] : runs;
}

function statusOf(judged: readonly RunLog[]): PolicyVerification['status'] {
  const [first, ...others] = judged;
  if (first === undefined) return 'not-verified';
  if (judged.every(({ fault }) => fault !== undefined)) return 'fails';
  return others.every((run) => areSame(first, run)) ? 'same' : 'differs';
}

function verificationOf(run: RunLog, first: RunLog | undefined): RunVerification {
  const { runtime, version, environment, unsupported, fault, entries } = run;
  const place = { runtime, version, environment };
  if (unsupported !== undefined) return { ...place, status: 'unsupported', decisionsHash: null, why: unsupported };
  const isSame = first === undefined || areSame(first, run);
  if (fault !== undefined) {
    return { ...place, status: isSame ? 'fails' : 'differs', decisionsHash: hashOf(entries), why: fault.message };
  }
  return { ...place, status: isSame ? 'same' : 'differs', decisionsHash: hashOf(entries), why: null };
}

/** The first pair within one runtime, and the first across runtimes; what is across alone needs no second telling. */
function partingPairs(judged: readonly RunLog[]): RunPair[] {
  const firsts = judged.filter((run, index) => judged.findIndex(({ runtime }) => runtime === run.runtime) === index);
  const within = firsts.flatMap((one) => {
    const other = judged.find((run) => run.runtime === one.runtime && !areSame(one, run));
    return other === undefined ? [] : [{ one, other }];
  });
  const across = firsts.slice(1).flatMap((other) => (areSame(firsts[0], other) ? [] : [{ one: firsts[0], other }]));
  return [...within.slice(0, 1), ...across.slice(0, 1)];
}

function differenceOf({ one, other }: RunPair, { sequence }: Subject): Omit<Difference, 'causes'> {
  const at = firstDifferent(one, other) ?? { entry: 0, observation: 0 };
  const side = ({ runtime, environment, entries, fault }: RunLog): DifferenceSide => {
    const entry = entries.at(at.entry);
    return {
      runtime,
      environment,
      decision: entry?.decision ?? null,
      fault: entry === undefined && fault !== undefined ? fault.message : null,
    };
  };
  return {
    observation: sequence.observations[at.observation],
    index: at.observation,
    one: side(one),
    other: side(other),
  };
}
