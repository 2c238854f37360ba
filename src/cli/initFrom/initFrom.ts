import { basename, join } from 'node:path';
import { type ExitCode, exitCode } from '../../base/exitCode.js';
import { type OutputFile, writeFiles } from '../../base/output/writeFiles.js';
import { ProblemError } from '../../base/problem.js';
import { shellCommand } from '../../base/shellCommand.js';
import { visibleLine } from '../../base/visible.js';
import type { DraftParts } from '../../derive/draftParts.js';
import { draftScenario } from '../../derive/draftScenario.js';
import { type DraftTraffic, draftTraffic } from '../../derive/draftTraffic.js';
import { findingsOf } from '../../derive/findings.js';
import { amountText, foundLines, guessLine, lowerBoundLines } from '../../derive/foundLines.js';
import { modelServerOf } from '../../derive/modelServer/modelServer.js';
import { type Answer, QUESTION_LIMIT, type Question, questionsFor } from '../../derive/questions.js';
import { scenarioFile } from '../../derive/scenarioFile.js';
import { targetOf } from '../../derive/target.js';
import { warningLine } from '../../imports/evidence/warning.js';
import type { Recording } from '../../results/recording.js';
import { renderSchemaFile } from '../../scenario/jsonSchema.js';
import { parseScenario } from '../../scenario/load.js';
import type { ScenarioInput } from '../../scenario/schema.js';
import { applySettings } from '../../scenario/settings.js';
import { stepsOf } from '../backtest/actualRecording.js';
import type { CommandInput } from '../command.js';
import { schemaFor } from '../schemaFile.js';
import { askQuestions } from './ask.js';
import { checkLine } from './checkLine.js';
import { policyCopies } from './policyCopies.js';
import { readFiles } from './readFiles.js';
import { rejectCpuTargets } from './rejectCpuTargets.js';
import { rejectTaken } from './rejectTaken.js';
import { answerOf, readSettings, rejectIdle } from './settings.js';
import { rejectUnknowable } from './unknowable.js';

const SCENARIO_FILE = 'dryscale.yaml';

/** Everything that the files say, before anybody is asked. */
interface Known extends Pick<DraftParts, 'evidence' | 'target' | 'findings' | 'server'> {
  readonly recording: Recording;
}

/** Writes a scenario out of files: what they say, what a person adds, and defaults, each number with where it is from. */
export async function initFrom(files: readonly string[], input: CommandInput): Promise<ExitCode> {
  const { options, output } = input;
  const { out: folder = '.', force, yes } = options;
  const settings = readSettings(options.set);
  const { evidence, recording, warnings, readLines } = await readFiles(files, options.series);
  const target = targetOf(evidence, settings.service);
  const known: Known = {
    ...{ evidence, recording, target, findings: findingsOf(evidence, recording, target) },
    server: modelServerOf(evidence, settings.model),
  };
  const say = (lines: readonly string[]) => output.write(lines.map((line) => `${visibleLine(line)}\n`).join(''));
  await say([
    ...readLines,
    ...[...warnings, ...target.warnings].map(warningLine),
    ...lowerBoundLines(known.findings, trafficFile(recording), recording.startUnixSeconds),
  ]);
  if (target.problems.length > 0) throw new ProblemError(target.problems);
  if (known.server !== undefined) rejectCpuTargets(target);
  const hasTraffic = loadOf(known) !== undefined;
  const questions = questionsFor({ ...known, hasTraffic });
  rejectIdle(settings, questions, known.server !== undefined);
  const typed = new Map<string, Answer>();
  for (const question of questions) {
    const text = settings.typed.get(question.key);
    if (text !== undefined) typed.set(question.key, answerOf(question, text, `--set ${question.key}=${text}`));
  }
  const open = questions.filter(({ key, isOpen }) => isOpen && !typed.has(key));
  const isTerminal = !yes && process.stdin.isTTY === true && output.isInteractive;
  const terminal = { input: process.stdin, output: process.stderr };
  const asked = isTerminal ? await askQuestions(open.slice(0, QUESTION_LIMIT), terminal, shownDefault) : new Map();
  const given = new Map<string, Answer>([...typed, ...asked]);
  rejectUnknowable({ ...known, hasTraffic, given });
  const guessed = open.filter(({ key }) => !given.has(key) && key !== 'rate');
  const answers = new Map([...guessed.map(({ key, fallback }) => [key, fallback] as const), ...given]);
  const load = loadOf(known, given.get('rate'));
  if (load === undefined) throw new Error('traffic that is known, and none');
  await say([
    ...foundLines(evidence, { ...known, load }),
    ...guessed.map((question) => guessLine(question, question.fallback)),
    ...[...load.notes, ...(known.server?.notes ?? [])].map((note) => `note ${note}`),
  ]);
  const written = filesOf({ ...known, folder, load, answers, ofScenario: settings.ofScenario });
  rejectTaken(written.places, force);
  writeFiles(written.places);
  await say(written.places.map(({ path }) => `wrote ${path}`));
  const [policy] = written.policies;
  const actual = { recording, steps: stepsOf(evidence), warnings: [] };
  if (policy !== undefined && recording.series.some(({ role }) => /^(ready-)?replicas$/.test(role)))
    await say([await checkLine({ scenario: join(folder, SCENARIO_FILE), policy, files, actual }, input)]);
  await say([...nextCommands(folder, written.policies).map((command) => `next ${command}`)]);
  return exitCode.success;
}

function loadOf({ evidence, recording, findings, server }: Known, rate?: Answer): DraftTraffic | undefined {
  return draftTraffic({ evidence, recording, bins: findings.bins, rate, server });
}

function trafficFile({ series }: Recording): string {
  return series.find(({ role }) => role === 'request-rate')?.source.file ?? series[0]?.source.file ?? '';
}

function shownDefault({ key, unit, fallback }: Question): string {
  return key === 'concurrency' ? 'no limit' : amountText(fallback.value, unit);
}

interface WriteParts extends Known {
  readonly folder: string;
  readonly load: DraftTraffic;
  readonly answers: ReadonlyMap<string, Answer>;
  readonly ofScenario: readonly string[];
}

/** Every file, as it will stand; the scenario is checked before anything is written. @throws ProblemError */
function filesOf({ folder, evidence, load, ofScenario, ...parts }: WriteParts) {
  const copies = policyCopies(parts.target);
  const draft = draftScenario({
    ...parts,
    evidence,
    load,
    name: parts.target.service,
    policies: copies.map(({ name }) => name),
  });
  // safe: settings change values of an object; the check that follows judges the result.
  const input = applySettings(draft.input, ofScenario) as Readonly<Record<string, unknown>>;
  const withTraces = draft.assumptions.filter(({ path }) => !ofScenario.some((one) => one.startsWith(`${path}=`)));
  const changed = ofScenario.map((setting) => ({
    path: setting.slice(0, setting.indexOf('=')),
    basis: 'asked' as const,
    from: `--set ${setting}`,
  }));
  const assumptions = [...withTraces, ...changed];
  checkDraft({ ...input, assumptions }, ofScenario);
  const schema = schemaFor(folder);
  const { startUnixSeconds } = parts.recording;
  const top = [
    `yaml-language-server: $schema=${schema.path}`,
    `Drafted from ${[...new Set(evidence.map(({ file }) => basename(file)))].join(', ')}. A comment says where the number below it comes from: measured,`,
    'derived, asked, default or guess, and between which bounds it lies. Change what you know better.',
    ...lowerBoundLines(parts.findings, '', startUnixSeconds).map((line) => line.replace(/^warn +/, '')),
    ...load.notes,
    ...(parts.server?.notes ?? []),
  ];
  const text = scenarioFile({ input: { ...input, assumptions }, assumptions }, top);
  const places: OutputFile[] = [
    { path: join(folder, SCENARIO_FILE), text },
    ...(load.trace === undefined ? [] : [{ path: join(folder, load.trace.name), text: load.trace.text }]),
    ...copies.map(({ name, text: copy }) => ({ path: join(folder, name), text: copy })),
    ...(schema.isMissing ? [{ path: join(folder, schema.path), text: renderSchemaFile() }] : []),
  ];
  return { places, policies: copies.map(({ name }) => join(folder, name)) };
}

/** A setting of the command line that makes the scenario wrong is wrong usage. */
function checkDraft(input: Readonly<Record<string, unknown>>, ofScenario: readonly string[]): void {
  try {
    // safe: it is parsed here by the scenario's schema.
    parseScenario(input as unknown as ScenarioInput, SCENARIO_FILE);
  } catch (thrown) {
    if (!(thrown instanceof ProblemError) || ofScenario.length === 0) throw thrown;
    throw new ProblemError(thrown.problems, exitCode.wrongUsage);
  }
}

function nextCommands(folder: string, policies: readonly string[]): string[] {
  const scenario = join(folder, SCENARIO_FILE);
  const candidates = policies.flatMap((path) => ['--policy', path]);
  const compare = candidates.length === 0 ? ['--policy', 'none'] : candidates;
  return [shellCommand(['dryscale', 'inspect', scenario]), shellCommand(['dryscale', 'compare', scenario, ...compare])];
}
