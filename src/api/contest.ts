import { resolve } from 'node:path';
import { canonicalHash } from '../base/canonicalJson.js';
import { exitCode } from '../base/exitCode.js';
import { suggestion } from '../base/nearest.js';
import { type Problem, ProblemError } from '../base/problem.js';
import { resolveCandidates } from '../policy/candidates.js';
import type { PolicyDefinition } from '../policy/policy.js';
import type { Contest } from '../run/plan.js';
import { checkManifests } from '../scenario/checkManifests.js';
import { loadScenario, parseScenario } from '../scenario/load.js';
import { rejectBadThresholds } from '../scenario/rejectBadThresholds.js';
import { checkRules } from '../scenario/rules.js';
import type { Scenario, ScenarioInput } from '../scenario/schema.js';
import { type InlineCandidate, inlineCandidate } from './inlinePolicy.js';
import type { CheckedOptions } from './options.js';

/** A scenario: the path of its file, or what `defineScenario` returns. */
export type ScenarioSource = string | ScenarioInput;

/** A policy: a file with parameters, as after `--policy`, `none`, `static:N`, or an object with `decide`. */
export type PolicySource = string | PolicyDefinition;

/** A scenario and its candidates, checked; `inline` is parallel to the candidates. */
export interface PreparedContest extends Contest {
  readonly inline: readonly (PolicyDefinition | undefined)[];
}

/**
 * Reads a scenario and its policies, so that nothing that could have been known stops the runs later.
 *
 * @param policies undefined: the scenario's own, else `none`
 * @throws ProblemError with every problem of the file or object
 */
export async function prepareContest(
  source: ScenarioSource,
  policies: readonly PolicySource[] | undefined,
  options: CheckedOptions,
): Promise<PreparedContest> {
  const { scenario, folder, hash, warnings, where } = await readScenario(source, options);
  rejectBadThresholds(scenario, where);
  const ofScenario = scenario.policies.length === 0 ? ['none'] : scenario.policies;
  const baseFolder = policies === undefined ? folder : resolve();
  const candidates = await readPolicies(policies ?? ofScenario, baseFolder);
  rejectBadNames(candidates, options.reference);
  const contest = { scenario, folder, hash, candidates: candidates.map(({ candidate }) => candidate) };
  for (const warning of [...warnings, ...checkManifests(scenario, contest.candidates)]) options.warn(warning);
  return { ...contest, inline: candidates.map(({ definition }) => definition) };
}

interface ReadScenario {
  readonly scenario: Scenario;
  readonly folder: string;
  readonly hash: string;
  readonly warnings: readonly Problem[];
  /** Of its problems. */
  readonly where: { readonly file?: string };
}

async function readScenario(source: ScenarioSource, { seed, folder }: CheckedOptions): Promise<ReadScenario> {
  if (typeof source === 'string') {
    const loaded = await loadScenario(source, { set: seed === undefined ? [] : [`seed=${seed}`] });
    return { ...loaded, where: { file: source } };
  }
  const scenario = parseScenario(seed === undefined ? source : { ...source, seed });
  const warnings = checkRules(scenario)
    .filter(({ isWarning }) => isWarning === true)
    .map(({ code, what, why, fix, path }) => ({ code, what, why, fix, where: { path: path.map(String).join('.') } }));
  return { scenario, folder: resolve(folder), hash: canonicalHash(scenario), warnings, where: {} };
}

type ReadCandidate = Pick<InlineCandidate, 'candidate'> & Partial<InlineCandidate>;

async function readPolicies(policies: readonly PolicySource[], baseFolder: string): Promise<ReadCandidate[]> {
  // One by one: a text may be several candidates, and their order is that of the results.
  const found: ReadCandidate[] = [];
  for (const policy of policies) {
    if (typeof policy === 'string') {
      const candidates = await resolveCandidates({ texts: [policy], baseFolder });
      found.push(...candidates.map((candidate) => ({ candidate })));
    } else if (isDefinition(policy)) found.push(inlineCandidate(policy));
    else throw badPolicy(policy);
  }
  if (found.length === 0) throw usage('no-policy', 'the list of policies is empty', 'name one, or leave the list out.');
  return found;
}

function isDefinition(value: unknown): value is PolicyDefinition {
  return typeof value === 'object' && value !== null && 'decide' in value && typeof value.decide === 'function';
}

function badPolicy(policy: unknown): ProblemError {
  const what = `a policy is ${policy === null ? 'null' : `of type ${typeof policy}`}, without a function decide`;
  return usage('bad-policy', what, 'give a path, none, static:N, or an object with decide(observation, context).');
}

function rejectBadNames(found: readonly ReadCandidate[], reference: string | undefined): void {
  const names = found.map(({ candidate }) => candidate.name);
  const double = names.find((name, index) => names.indexOf(name) !== index);
  if (double !== undefined) {
    throw usage('double-policy', `two policies are named "${double}"`, 'leave one out, or give each its own `name`.');
  }
  if (reference !== undefined && !names.includes(reference)) {
    throw usage('unknown-name', `reference: "${reference}" is no policy here`, suggestion(reference, names));
  }
}

function usage(code: string, what: string, fix: string): ProblemError {
  const why = 'Results are told apart by the names of their policies.';
  return new ProblemError([{ code, where: {}, what, why, fix }], exitCode.wrongUsage);
}
