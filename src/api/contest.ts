import { resolve } from 'node:path';
import { canonicalHash } from '../base/canonicalJson.js';
import { exitCode } from '../base/exitCode.js';
import { suggestion } from '../base/nearest.js';
import { type Problem, ProblemError } from '../base/problem.js';
import { resolveCandidates } from '../policy/candidates.js';
import { parsePolicySpec } from '../policy/parsePolicySpec.js';
import type { PolicyDefinition } from '../policy/policy.js';
import type { Contest } from '../run/plan.js';
import { bindManifests } from '../scenario/bindManifests.js';
import { checkManifests } from '../scenario/checkManifests.js';
import { loadScenario, parseScenario } from '../scenario/load.js';
import { manifestBounds } from '../scenario/manifestBounds.js';
import { openBounds } from '../scenario/openBounds.js';
import { rejectBadThresholds } from '../scenario/rejectBadThresholds.js';
import { checkRules } from '../scenario/rules.js';
import type { Scenario, ScenarioInput } from '../scenario/schema.js';
import { applySettings } from '../scenario/settings.js';
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
  const written = await readScenario(source, options, []);
  const { folder } = written;
  const ofScenario = written.scenario.policies.length === 0 ? ['none'] : written.scenario.policies;
  const baseFolder = policies === undefined ? folder : resolve();
  const read = await readPolicies(policies ?? ofScenario, baseFolder, Object.keys(written.scenario.services));
  rejectBadNames(read, options.reference);
  const bound = bindManifests(
    written.scenario,
    read.map(({ candidate }) => candidate),
  );
  const { candidates } = bound;
  const bounds = manifestBounds(written.scenario, written.openBounds, candidates);
  const loaded = bounds.set.length === 0 ? written : await readScenario(source, options, bounds.set);
  const { scenario, hash, warnings, where } = loaded;
  rejectBadThresholds(scenario, where);
  const told = [...warnings, ...bound.warnings, ...bounds.notes, ...checkManifests(scenario, candidates)];
  for (const warning of told) options.warn(warning);
  return { scenario, folder, hash, candidates, inline: read.map(({ definition }) => definition) };
}

interface ReadScenario {
  readonly scenario: Scenario;
  readonly folder: string;
  readonly hash: string;
  readonly warnings: readonly Problem[];
  readonly openBounds: ReadonlySet<string>;
  /** Of its problems. */
  readonly where: { readonly file?: string };
}

/** @param set settings on top of what is written, key.path=value each */
async function readScenario(
  source: ScenarioSource,
  { seed, folder }: CheckedOptions,
  set: readonly string[],
): Promise<ReadScenario> {
  const all = [...set, ...(seed === undefined ? [] : [`seed=${seed}`])];
  if (typeof source === 'string') return { ...(await loadScenario(source, { set: all })), where: { file: source } };
  // safe: what does not fit the type any more is found by the checks of parseScenario.
  const input = all.length === 0 ? source : (applySettings(source, all) as ScenarioInput);
  const scenario = parseScenario(input);
  const warnings = checkRules(scenario)
    .filter(({ isWarning }) => isWarning === true)
    .map(({ code, what, why, fix, path }) => ({ code, what, why, fix, where: { path: path.map(String).join('.') } }));
  return {
    scenario,
    folder: resolve(folder),
    hash: canonicalHash(scenario),
    warnings,
    openBounds: openBounds(input),
    where: {},
  };
}

type ReadCandidate = Pick<InlineCandidate, 'candidate'> & Partial<InlineCandidate>;

async function readPolicies(
  policies: readonly PolicySource[],
  baseFolder: string,
  serviceNames: readonly string[],
): Promise<ReadCandidate[]> {
  // All texts together, for their names depend on each other; their order among objects is that of the results.
  const texts = policies.filter((policy) => typeof policy === 'string');
  const candidates = await resolveCandidates({ texts, baseFolder, serviceNames });
  const found: ReadCandidate[] = [];
  for (const policy of policies) {
    if (typeof policy === 'string') {
      const { length } = parsePolicySpec(policy, serviceNames);
      found.push(...candidates.splice(0, length).map((candidate) => ({ candidate })));
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
