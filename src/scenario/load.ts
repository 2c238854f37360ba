import { dirname, resolve } from 'node:path';
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
}

interface LoadOptions {
  /** `--set` settings, key.path=value each. */
  readonly set?: readonly string[];
}

export const scenarioEndings = [...dataEndings, ...codeEndings];
/** Largest scenario file that is read. */
const limitBytes = 1024 * 1024;

/**
 * Reads, checks and resolves a scenario file (.yaml, .yml, .json, .ts); a bare name may be one of this package.
 *
 * @throws ProblemError with all its problems
 */
export async function loadScenario(file: string, { set = [] }: LoadOptions = {}): Promise<LoadedScenario> {
  const path = scenarioPath(file);
  const text = readScenarioText(file, path);
  const { source, warnings: ofModule } = endsIn(path, codeEndings)
    ? await readModule(file, path)
    : { source: parsedOrThrow(parseDocument(text, file)), warnings: [] };
  const value = applySettings(source.value, set);
  const { scenario, uncertain, warnings: found } = check({ ...source, value }, set);
  const open = openBounds(value);
  const warnings = [...ofModule, ...found];
  const hash = canonicalHash(scenario);
  return { scenario, file, path, folder: dirname(path), hash, warnings, openBounds: open, uncertain };
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
  return check({ file: where, value: input, document: undefined, lineCounter: new LineCounter() }, []).scenario;
}

function parsedOrThrow(parsed: SourceDocument | Problem[]): SourceDocument {
  if (Array.isArray(parsed)) throw new ProblemError(sortProblems(parsed));
  return parsed;
}

type Checked = Pick<LoadedScenario, 'scenario' | 'uncertain'> & { readonly warnings: Problem[] };

function check(source: SourceDocument, set: readonly string[]): Checked {
  const parsed = scenarioSchema.safeParse(source.value);
  if (!parsed.success) throw problems(explain(parsed.error.issues, source), set);
  const scenario = resolveDefaults(parsed.data);
  const input = z.encode(scenarioSchema, parsed.data);
  const given = set.map(keyOf);
  const { findings: ofRanges, ...ranges } = readRanges({ input, resolved: encodeScenario(scenario), given });
  const all = [
    ...checkRules(scenario),
    ...ofRanges,
    ...thresholdFindings(scenario),
    ...abortFindings(parsed.data.thresholds),
  ];
  const findings = all.map(({ path, isWarning, ...words }) => ({
    isWarning: isWarning === true,
    problem: { ...words, where: locate(source, path) },
  }));
  const wrong = findings.filter(({ isWarning }) => !isWarning).map(({ problem }) => problem);
  if (wrong.length > 0) throw problems(fewProblems(sortProblems(wrong)), set);
  const uncertain = { input, seed: scenario.seed, ...ranges };
  return { scenario, uncertain, warnings: findings.map(({ problem }) => problem) };
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
