import { resolve } from 'node:path';
import { canonicalHash } from '../base/canonicalJson.js';
import { exitCode } from '../base/exitCode.js';
import { suggestion } from '../base/nearest.js';
import { type Problem, ProblemError } from '../base/problem.js';
import { resolveCandidates } from '../policy/candidates.js';
import { parsePolicySpec } from '../policy/parsePolicySpec.js';
import type { PolicyDefinition } from '../policy/policy.js';
import { rejectTooMuch } from '../run/limits/index.js';
import { planRun } from '../run/limits/limit.js';
import type { PlannedComparison } from '../run/plan.js';
import { bindManifests } from '../scenario/bindManifests.js';
import { checkManifests } from '../scenario/checkManifests.js';
import { loadScenario, parseScenarioIn } from '../scenario/load.js';
import { manifestBounds } from '../scenario/manifestBounds.js';
import { openBounds } from '../scenario/openBounds.js';
import { hashWith, readRouters } from '../scenario/readRouters.js';
import { checkRules } from '../scenario/rules.js';
import type { Scenario, ScenarioInput } from '../scenario/schema.js';
import { applySettings } from '../scenario/settings.js';
import { workloadSets } from '../scenario/workloadSets.js';
import { inlineManifest, isManifestText } from './inlineManifest.js';
import { type InlineCandidate, inlineCandidate } from './inlinePolicy.js';
import type { CheckedOptions } from './options.js';

/** A scenario: the path of its file, or what `defineScenario` returns. */
export type ScenarioSource = string | ScenarioInput;

/**
 * A policy: a file with parameters, as after `--policy`, `none`, `static:N`, the text of a manifest (YAML of several lines, or
 * JSON), or an object with `decide`.
 */
export type PolicySource = string | PolicyDefinition;

/** A scenario and its candidates, checked; `inline` is parallel to the candidates. */
export interface PreparedComparison extends PlannedComparison {
  readonly inline: readonly (PolicyDefinition | undefined)[];
}

/**
 * Reads a scenario and its policies, so that nothing that could have been known stops the runs later.
 *
 * @param policies undefined: the scenario's own, else `none`
 * @throws ProblemError with every problem of the file or object
 */
export async function prepareComparison(
  source: ScenarioSource,
  policies: readonly PolicySource[] | undefined,
  options: CheckedOptions,
): Promise<PreparedComparison> {
  const written = await readScenario(source, options, []);
  const { folder } = written;
  const ofScenario = written.scenario.policies.length === 0 ? ['none'] : written.scenario.policies;
  const baseFolder = policies === undefined ? folder : resolve();
  const read = await readPolicies(policies ?? ofScenario, {
    baseFolder,
    serviceNames: Object.keys(written.scenario.services),
    metricNames: options.metricNames,
  });
  rejectBadNames(read, options.reference);
  const bound = bindManifests(
    written.scenario,
    read.map(({ candidate }) => candidate),
  );
  const { candidates } = bound;
  const deployed = workloadSets(written.scenario, candidates, options.manifests);
  const bounds = manifestBounds(written.scenario, written.openBounds, candidates);
  const own = [...deployed.set, ...bounds.set];
  const loaded = own.length === 0 ? written : await readScenario(source, options, own);
  const { scenario, warnings, contextLock } = loaded;
  const routers = await readRouters(scenario, folder);
  const hash = hashWith(loaded.hash, routers);
  const notes = [...bound.warnings, ...deployed.notes, ...bounds.notes];
  for (const warning of [...warnings, ...notes, ...checkManifests(scenario, candidates)]) options.warn(warning);
  rejectTooMuch(
    planRun({ ...(typeof source === 'string' ? { file: source } : {}), scenario, folder, candidates }),
    options.allowance,
  );
  const inline = read.map(({ definition }) => definition);
  return { scenario, folder, hash, candidates, routers, contextLock, inline };
}

interface ReadScenario {
  readonly scenario: Scenario;
  readonly folder: string;
  readonly hash: string;
  readonly warnings: readonly Problem[];
  readonly openBounds: ReadonlySet<string>;
  readonly contextLock?: string | undefined;
}

/** @param own settings under those of the user, key.path=value each */
async function readScenario(
  source: ScenarioSource,
  { seed, folder, set }: CheckedOptions,
  own: readonly string[],
): Promise<ReadScenario> {
  const all = [...own, ...set, ...(seed === undefined ? [] : [`seed=${seed}`])];
  try {
    if (typeof source === 'string') return await loadScenario(source, { set: all });
    return readObject(source, all, folder);
  } catch (thrown) {
    throw thrown instanceof ProblemError
      ? new ProblemError(thrown.problems.map(inWordsOfOptions), thrown.exitCode)
      : thrown;
  }
}

function readObject(source: ScenarioInput, set: readonly string[], folder: string): ReadScenario {
  // safe: what does not fit the type any more is found by the checks of parseScenario.
  const input = set.length === 0 ? source : (applySettings(source, set) as ScenarioInput);
  const { scenario, contextLock } = parseScenarioIn(input, resolve(folder));
  const warnings = checkRules(scenario)
    .filter(({ isWarning }) => isWarning === true)
    .map(({ code, what, why, fix, path }) => ({ code, what, why, fix, where: { path: path.map(String).join('.') } }));
  return {
    scenario,
    folder: resolve(folder),
    hash: canonicalHash(scenario),
    contextLock,
    warnings,
    openBounds: openBounds(input),
  };
}

/** There is no command line here: `--set` is the option `set`. */
function inWordsOfOptions(problem: Problem): Problem {
  if (!problem.what.startsWith('--set ')) return problem;
  return {
    ...problem,
    what: problem.what.replace('--set ', 'set: '),
    fix: problem.fix.replaceAll('--set ', 'set: '),
    where: { path: 'options.set', ...problem.where },
  };
}

type ReadCandidate = Pick<InlineCandidate, 'candidate'> & Partial<InlineCandidate>;

interface PolicyWords {
  /** Paths are relative to it. */
  readonly baseFolder: string;
  readonly serviceNames: readonly string[];
  readonly metricNames: Readonly<Record<string, string>>;
}

async function readPolicies(policies: readonly PolicySource[], words: PolicyWords): Promise<ReadCandidate[]> {
  // All texts together, for their names depend on each other; their order among objects is that of the results.
  const texts = policies.filter((policy) => typeof policy === 'string').filter((text) => !isManifestText(text));
  const candidates = await resolveCandidates({ texts, ...words });
  const found: ReadCandidate[] = [];
  for (const policy of policies) {
    if (isDefinition(policy)) found.push(inlineCandidate(policy));
    else if (typeof policy !== 'string') throw badPolicy(policy);
    else if (isManifestText(policy)) found.push({ candidate: inlineManifest(policy, words.metricNames) });
    else {
      const { length } = parsePolicySpec(policy, words.serviceNames);
      found.push(...candidates.splice(0, length).map((candidate) => ({ candidate })));
    }
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
