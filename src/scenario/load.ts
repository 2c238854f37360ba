import { dirname, join, resolve } from 'node:path';
import { LineCounter } from 'yaml';
import { z } from 'zod';
import { canonicalHash } from '../base/canonicalJson.js';
import { givenText, handedOver } from '../base/confinement.js';
import { parseDocument, type SourceDocument } from '../base/document.js';
import { exitCode } from '../base/exitCode.js';
import { fewProblems } from '../base/fewProblems.js';
import { codeEndings, dataEndings, endsIn } from '../base/fileEndings.js';
import { locate } from '../base/locate.js';
import { type Problem, ProblemError, sortProblems } from '../base/problem.js';
import { namedFile, shippedHint } from '../base/shippedFiles.js';
import { readUserText } from '../base/userFile.js';
import { type LockPlace, readLockedContext } from './contextLock.js';
import { contextServerMistakes } from './contextServerMistakes.js';
import { encodeScenario } from './encodeScenario.js';
import { explain } from './explain.js';
import { readTypeScriptScenario } from './module/readTypeScript.js';
import { openBounds } from './openBounds.js';
import { checkRules } from './rules.js';
import { resolveDefaults, type Scenario, type ScenarioInput, scenarioSchema } from './schema.js';
import { applySettings } from './settings.js';
import { abortFindings, thresholdFindings } from './thresholdFindings.js';
import type { Uncertain } from './worlds/drawWorlds.js';
import { type Ranges, readRanges } from './worlds/ranges.js';

/** A scenario that passed every check. */
export interface LoadedScenario {
  readonly scenario: Scenario;
  /** The file as the user wrote it. */
  readonly file: string;
  /** Absolute path of it. */
  readonly path: string;
  /** Absolute folder that the scenario's own paths are relative to. */
  readonly folder: string;
  /** sha256 of the resolved scenario. */
  readonly hash: string;
  readonly warnings: readonly Problem[];
  /** Key paths of the services' bounds that neither the file nor `--set` gives. */
  readonly openBounds: ReadonlySet<string>;
  /** What the file and `--set` say, in the form that `inspect` writes, with the ranges that the assumptions give. */
  readonly uncertain: Uncertain & Ranges;
  /** sha256 of the lock that holds what servers said of its context, where it has some. */
  readonly contextLock?: string | undefined;
}

interface LoadOptions {
  /** `--set` settings, key.path=value each. */
  readonly set?: readonly string[];
  /** What servers said of the context is not asked for: the lock may be missing. */
  readonly withoutLock?: boolean;
}

export const scenarioEndings = [...dataEndings, ...codeEndings];
/** Largest scenario file that is read. */
const limitBytes = 1024 * 1024;

/**
 * Reads, checks and resolves a scenario file (.yaml, .yml, .json, .ts); a bare name may be one of this package.
 *
 * @throws ProblemError with all its problems
 */
export async function loadScenario(
  file: string,
  { set = [], withoutLock = false }: LoadOptions = {},
): Promise<LoadedScenario> {
  const path = scenarioPath(file);
  const text = readScenarioText(file, path);
  const { source, warnings: ofModule } = endsIn(path, codeEndings)
    ? await readModule(file, path)
    : { source: parsedOrThrow(parseDocument(text, file)), warnings: [] };
  const value = applySettings(source.value, set);
  const folder = dirname(path);
  const place = withoutLock ? undefined : { folder, file };
  const { warnings: found, ...checked } = check({ ...source, value }, set, place);
  const open = openBounds(value);
  const warnings = [...ofModule, ...found];
  const hash = canonicalHash(checked.scenario);
  return { ...checked, file, path, folder, hash, warnings, openBounds: open };
}

async function readModule(file: string, path: string) {
  if (givenText(path) !== undefined) throw handedOver(file, 'a scenario in code', 'hand over YAML, or save the file.');
  const { value, warnings } = await readTypeScriptScenario({ path, shown: file });
  return { source: { file, value, document: undefined, lineCounter: new LineCounter() }, warnings };
}

/** The absolute path of a scenario that the user named. */
export function scenarioPath(file: string): string {
  const named = namedFile({ kind: 'scenarios', name: file, baseFolder: resolve(), endings: scenarioEndings });
  return named ?? resolve(file);
}

/** Checks and resolves a scenario object. @throws ProblemError with all its problems */
export function parseScenario(input: ScenarioInput, where = 'scenario'): Scenario {
  return parseObject(input, where).scenario;
}

/** The same with what the servers of its context said, by the lock in a folder. @throws ProblemError with all its problems */
export function parseScenarioIn(
  input: ScenarioInput,
  folder: string,
): Pick<LoadedScenario, 'scenario' | 'contextLock'> {
  return parseObject(input, 'scenario', { folder, file: join(folder, 'SCENARIO') });
}

function parseObject(value: ScenarioInput, file: string, place?: LockPlace): Checked {
  return check({ file, value, document: undefined, lineCounter: new LineCounter() }, [], place);
}

function parsedOrThrow(parsed: SourceDocument | Problem[]): SourceDocument {
  if (Array.isArray(parsed)) throw new ProblemError(sortProblems(parsed));
  return parsed;
}

type Checked = Pick<LoadedScenario, 'scenario' | 'uncertain' | 'contextLock'> & { readonly warnings: Problem[] };

function check(source: SourceDocument, set: readonly string[], place?: LockPlace): Checked {
  const parsed = scenarioSchema.safeParse(source.value);
  if (!parsed.success) throw problems(explain(parsed.error.issues, source), set);
  const { data, contextLock, lockProblems } = withLock(parsed.data, place);
  const scenario = resolveDefaults(data);
  const input = z.encode(scenarioSchema, data);
  const given = set.map(keyOf);
  const { findings: ofRanges, ...ranges } = readRanges({ input, resolved: encodeScenario(scenario), given });
  const all = [...checkRules(scenario), ...ofRanges, ...thresholdFindings(scenario), ...abortFindings(data.thresholds)];
  const findings = all.map(({ path, isWarning, ...words }) => ({
    isWarning: isWarning === true,
    problem: { ...words, where: locate(source, path) },
  }));
  const wrong = findings.filter(({ isWarning }) => !isWarning).map(({ problem }) => problem);
  if (wrong.length > 0) throw problems(fewProblems(sortProblems(wrong)), set);
  if (lockProblems !== undefined) throw lockProblems;
  const uncertain = { input, seed: scenario.seed, ...ranges };
  const lock = contextLock === undefined ? {} : { contextLock };
  return { scenario, uncertain, warnings: findings.map(({ problem }) => problem), ...lock };
}

type Parsed = z.output<typeof scenarioSchema>;

/** A scenario whose context is what its servers said; what is wrong with the lock is told after what is wrong with the scenario. */
function withLock(
  data: Parsed,
  place: LockPlace | undefined,
): { readonly data: Parsed; readonly contextLock?: string; readonly lockProblems?: ProblemError } {
  const { context } = data;
  if (place === undefined || context === undefined || context.mcp.length === 0) return { data };
  if (contextServerMistakes(data).some(({ isWarning }) => isWarning !== true)) return { data };
  try {
    const locked = readLockedContext(context, place);
    return { data: { ...data, context: locked.context }, contextLock: locked.sha256 };
  } catch (thrown) {
    if (thrown instanceof ProblemError) return { data, lockProblems: thrown };
    throw thrown;
  }
}

/** A value that `--set` put there is wrong usage, not a wrong file. */
function problems(found: readonly Problem[], set: readonly string[]): ProblemError {
  const keys = set.map(keyOf);
  const isSet = ({ where }: Problem) => keys.some((key) => where.path === key || where.path?.startsWith(`${key}.`));
  const bySet = found.filter(isSet);
  if (bySet.length === 0 || bySet.length < found.length) return new ProblemError(sortProblems(found));
  const named = bySet.map((problem) => ({ ...problem, what: `--set ${problem.where.path}: ${problem.what}` }));
  return new ProblemError(named, exitCode.wrongUsage);
}

/** Of `key.path=value`. */
function keyOf(setting: string): string {
  return setting.slice(0, setting.indexOf('='));
}

function readScenarioText(file: string, path: string): string {
  const hint = /[\\/]/.test(file) ? '' : shippedHint('scenarios', file);
  return readUserText({
    path,
    shown: file,
    limitBytes,
    why: 'A scenario is a file.',
    mayBePipe: true,
    words: (fault) => {
      if (fault === 'not-found') return { fix: `check the path, or write one with dryscale init. ${hint}`.trim() };
      if (fault !== 'too-large') return {};
      return { why: 'A scenario is a small file; traffic belongs into a trace.', fix: 'keep data in a trace file.' };
    },
  });
}
