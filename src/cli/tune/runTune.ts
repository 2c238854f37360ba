import { existsSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { type ExitCode, exitCode } from '../../base/exitCode.js';
import { checkOutputs } from '../../base/output/checkOutputs.js';
import { writeFiles } from '../../base/output/writeFiles.js';
import { ProblemError } from '../../base/problem.js';
import { shellCommand } from '../../base/shellCommand.js';
import { quotedLines, visibleJson } from '../../base/visible.js';
import { limitKinds } from '../../engine/limits/runEnd.js';
import { policyPlace } from '../../policy/policyFiles.js';
import type { Candidate } from '../../policy/policySpec.js';
import { readPolicyFile } from '../../policy/readPolicyFile.js';
import { bundleTypeScriptPolicy } from '../../policy/typescript/bundleTypeScriptPolicy.js';
import { tuneText } from '../../report/tuneText.js';
import type { TuneResult } from '../../results/tuneResult.js';
import { type Axis, readAxes } from '../../tune/axes.js';
import type { Deployment, TextOf } from '../../tune/deploy/deployment.js';
import { readGoal } from '../../tune/goal.js';
import { hasMusts, type Musts, readMusts } from '../../tune/musts.js';
import { finalRunCount, leastBudget } from '../../tune/tunePolicy.js';
import { type TunedScenario, tuneScenario } from '../../tune/tuneScenario.js';
import type { CommandInput } from '../command.js';
import type { Options } from '../options.js';
import { fileWords, settingWords } from '../repeatCommand.js';
import { defaultFolder } from '../reportFiles.js';
import { showWarnings } from '../showWarnings.js';
import { usageError } from '../usageError.js';
import { packageVersion } from '../version.js';
import { withPointRunner } from '../withPointRunner.js';
import { type PreparedTune, prepareTune } from './prepareTune.js';
import { type TuneWords, tuneWords } from './tuneWords.js';

/** Runs in all, when nobody says: a full grid of 200, and its final runs. */
const defaultBudget = 2_000;

/** Reads everything, searches, shows, writes. */
export async function runTune(input: CommandInput): Promise<ExitCode> {
  const { operands, options, output } = input;
  const words = tuneWords(operands, options);
  const { axes, notes } = readAxes(words.vary);
  const budget = readBudget(options);
  const folder = options.out ?? defaultFolder;
  const files = { page: join(folder, 'tune.html'), json: join(folder, 'tune.json') };
  const places = [
    { path: files.page, mark: pageMark },
    { path: files.json, mark: jsonMark },
  ];
  if (input.withoutFiles !== true) checkOutputs(places);
  if (options.mustShare !== undefined && options.uncertain === undefined) throw needsUncertain();
  readShare(options);
  const prepared = await prepareTune({ file: words.file, options, axes });
  checkWriteBest(options, prepared);
  const musts = readMusts(words.must, prepared.written.scenario);
  const tuned = await search(input, { prepared, axes, notes, musts, budget });
  const result: TuneResult = {
    ...tuned.result,
    version: packageVersion(),
    command: commandText(words, options, budget),
  };
  const shown = writeBest(result, tuned.edit, options);
  const json = `${visibleJson(shown, 2)}\n`;
  if (input.withoutFiles !== true) {
    const { renderTunePage } = await import('../../report/pages.js');
    const [page, data] = places;
    writeFiles([
      { ...page, text: renderTunePage(shown) },
      { ...data, text: json },
    ]);
  }
  output.listener?.document(shown);
  const { color, columns } = output;
  await output.write(
    options.json
      ? json
      : tuneText(shown, {
          color,
          columns,
          verbose: options.verbose,
          written: input.withoutFiles === true ? 'none' : `${files.page}, ${files.json}`,
        }),
  );
  showWarnings([...prepared.warnings, ...prepared.refused], { output, verbose: options.verbose });
  return codeOf(shown, output.say);
}

const pageMark = / - dryscale<\/title>/;
const jsonMark = /^\{\s*"format": "dryscale-tune\//;

function readBudget({ budget = defaultBudget, uncertain = finalRunCount }: Options): number {
  const least = leastBudget(uncertain);
  if (budget >= least) return budget;
  throw usageError({
    code: 'out-of-range',
    what: `--budget ${budget} is too few`,
    why: `Two settings have 5 runs each, the best ${uncertain} more and one to check its file: ${least}.`,
    fix: `write --budget ${least} or more.`,
  });
}

/** Share of the worlds in which what must hold does, when nobody says. */
const defaultShare = 0.95;

function readShare({ mustShare: given }: Options): number {
  if (given === undefined) return defaultShare;
  const ratio = /^[\d.]+ ?%$/.test(given) ? Number(given.replace('%', '')) / 100 : Number(given);
  if (ratio > 0 && ratio <= 1) return ratio;
  throw usageError({
    code: 'out-of-range',
    what: `--must-share is "${given}"`,
    why: 'It is a share of the worlds, above 0 and at most 1.',
    fix: 'write for example --must-share 95%.',
  });
}

interface Searching {
  readonly prepared: PreparedTune;
  readonly axes: readonly Axis[];
  readonly notes: readonly string[];
  readonly musts: Musts;
  readonly budget: number;
}

async function search(
  input: CommandInput,
  { prepared, axes, notes, musts, budget }: Searching,
): Promise<TunedScenario> {
  const { options } = input;
  const { written, today, accept, settingAt, refused } = prepared;
  const { scenario } = written;
  // A scenario's own policies lie beside it.
  const baseFolder = options.policies.length > 0 ? process.cwd() : written.folder;
  const goal = readGoal(options.goal, scenario);
  if (!hasMusts(musts) && goal.unit === 'usd') throw needsMust();
  let expected = budget;
  return withPointRunner(input, {
    title: scenario.name,
    expectedRunCount: () => expected,
    find: (runner) =>
      tuneScenario({
        counts: axes.map(({ values }) => values.length),
        axes,
        judging: {
          goal,
          musts,
          worldShare: options.uncertain === undefined ? undefined : readShare(options),
          objective: scenario.slo?.objective,
        },
        seed: scenario.seed,
        budget,
        finalCount: options.uncertain ?? finalRunCount,
        settingAt,
        accept,
        runner,
        today,
        refusedCount: () => refused.length,
        textOf: textOf(baseFolder),
        bindingsOf: (edit, candidate) => bundled(edit, candidate, baseFolder),
        notes: [...notes, ...prepared.notes],
        onStage: (_, runs) => {
          expected = Math.min(budget, Math.max(expected === budget ? 0 : expected, runs));
        },
      }),
  });
}

function needsUncertain(): Error {
  const why = 'It is a share of the worlds, and there are none.';
  return usageError({ code: 'needs-uncertain', what: '--must-share needs --uncertain', why, fix: 'add --uncertain.' });
}

function needsMust(): Error {
  return usageError({
    code: 'needs-must',
    what: 'nothing must hold',
    why: 'The cheapest setting is then the one that serves least.',
    fix: "add for example --must 'http_req_duration p(95)<300', or an slo to the scenario.",
  });
}

/** The text of a policy's file as it is on the disk: of TypeScript a spec has only what was bundled. */
function textOf(baseFolder: string): TextOf {
  return (spec) => {
    if (spec.kind !== 'typescript') return spec.code;
    const { path } = policyPlace(spec.path, baseFolder);
    return readPolicyFile({ path, shown: spec.path }).text;
  };
}

/** The candidate with the changed file in place of the parameters. */
async function bundled(
  edit: NonNullable<Deployment['edit']>,
  { bindings }: Candidate,
  baseFolder: string,
): Promise<Candidate['bindings']> {
  if (Object.keys(edit.bindings).length > 0) return edit.bindings;
  const entries = Object.entries(bindings).map(async ([name, spec]) => {
    if (!('path' in spec) || spec.path !== edit.file) return [name, spec] as const;
    const { path } = policyPlace(spec.path, baseFolder);
    const code = spec.kind === 'typescript' ? await bundleTypeScriptPolicy({ path, code: edit.text }) : edit.text;
    return [name, { ...spec, code, params: {} }] as const;
  });
  return Object.fromEntries(await Promise.all(entries));
}

/** Before anything runs: a file that is there is somebody's work, unless it is the policy itself. */
function checkWriteBest({ writeBest: file, force }: Options, { today }: PreparedTune): void {
  if (file === undefined) return;
  checkOutputs([{ path: file, isNamed: true }]);
  if (!existsSync(file) || force) return;
  const specs = Object.values(today.comparison.candidates[0].bindings);
  const isOwn = specs.some(
    (spec) => 'path' in spec && existsSync(spec.path) && realpathSync(spec.path) === realpathSync(file),
  );
  if (isOwn) return;
  const problem = { code: 'file-exists', where: { file }, what: 'is there already', why: 'It would be overwritten.' };
  throw new ProblemError([{ ...problem, fix: 'add --force, or name another file.' }], exitCode.outputBlocked);
}

/** The result with what became of `--write-best`. */
function writeBest(result: TuneResult, edit: Deployment['edit'], { writeBest: file }: Options): TuneResult {
  const { deployment } = result;
  if (file === undefined || deployment === null) return result;
  if (edit === undefined)
    return {
      ...result,
      notes: [...result.notes, `${file} is not written: ${deployment.reason ?? 'the file cannot be changed'}.`],
    };
  writeFiles([{ path: file, isNamed: true, text: edit.text }]);
  return { ...result, deployment: { ...deployment, written: file } };
}

/** Options that change no figure are left out. */
function commandText({ file, vary, must }: TuneWords, options: Options, budget: number): string {
  const { policies, goal, uncertain, mustShare } = options;
  return shellCommand([
    'dryscale',
    'tune',
    file,
    ...policies.flatMap((policy) => ['--policy', policy]),
    ...vary.flatMap((one) => ['--vary', one]),
    ...(goal === undefined ? [] : ['--goal', goal]),
    ...must.flatMap((one) => ['--must', one]),
    ...fileWords(options),
    ...(uncertain === undefined ? [] : ['--uncertain', String(uncertain)]),
    ...(mustShare === undefined ? [] : ['--must-share', mustShare]),
    ...(budget === defaultBudget ? [] : ['--budget', String(budget)]),
    ...settingWords(options),
  ]);
}

function codeOf({ best, points, search: { ended } }: TuneResult, say: (text: readonly string[]) => void): ExitCode {
  if (best !== null) return exitCode.success;
  if (ended !== 'all-failed') return exitCode.thresholdsCrossed;
  const failure = points.find((point) => point.failure !== undefined)?.failure;
  if (failure === undefined) return exitCode.invalidInput;
  say(quotedLines(failure.message));
  return failure.kind === limitKinds.run ? exitCode.outputBlocked : exitCode.policyFailed;
}
