import { type Problem, ProblemError, problemLines } from '../../base/problem.js';
import { shellCommand } from '../../base/shellCommand.js';
import { visibleLine } from '../../base/visible.js';
import { buildDistribution } from '../../random/distributions/index.js';
import { openStream } from '../../random/keyedStream.js';
import { encodeScenario } from '../../scenario/encodeScenario.js';
import { type LoadedScenario, loadScenario } from '../../scenario/load.js';
import type { Scenario } from '../../scenario/schema.js';
import { hasSessions } from '../../traffic/sessions/settings.js';
import type { Exported, Exporter } from '../exporter.js';
import { k6Thresholds } from './k6Thresholds.js';
import { literal, quoted } from './literal.js';
import { type K6Source, toK6Scenario } from './toK6Scenario.js';

/** A k6 script that drives the traffic of a scenario. */
export const k6Exporter: Exporter = {
  name: 'k6',
  summary: 'SCENARIO -> a k6 script that sends its traffic',
  settings: ['set'],
  async write({ file, out, set }, warn) {
    const loaded = await loadScenario(file, { set: [...set] });
    for (const warning of loaded.warnings) warn(problemLines(warning, 'warning'));
    const usage = [`next: ${shellCommand(['k6', 'run', '-e', 'BASE_URL=http://your-service', out ?? 'SCRIPT.js'])}`];
    return { ...k6ScriptOf(loaded), usage };
  },
};

/** The script, and where it says something else than the scenario. @throws ProblemError for a damaged trace */
export function k6ScriptOf(
  loaded: Pick<LoadedScenario, 'scenario' | 'folder' | 'file'>,
): Pick<Exported, 'notes'> & { readonly text: string } {
  const load = k6LoadOf(loaded);
  return { text: scriptText(load, loaded), notes: load.notes };
}

/** The options of the script, and the functions they name. */
interface K6ScriptLoad {
  readonly options: Readonly<Record<string, unknown>>;
  /** Function of each request class. */
  readonly functions: Readonly<Record<string, string>>;
  readonly notes: readonly string[];
}

/** What k6 must do to send the traffic of a scenario. @throws ProblemError for a damaged trace */
export function k6LoadOf({ scenario, folder }: Pick<LoadedScenario, 'scenario' | 'folder'>): K6ScriptLoad {
  const chats = Object.entries(scenario.requests).filter(([, own]) => hasSessions(own));
  if (chats.length > 0)
    throw new ProblemError(
      chats.map(([name, { agent }]) => sessionProblem(name, agent === undefined ? 'session' : 'agent')),
    );
  const written = encodeScenario(scenario).traffic;
  const functions = functionNames(Object.values(scenario.traffic).map(({ request = '' }) => request));
  const made = Object.entries(scenario.traffic).map(([name, { request = '' }]): [string, K6Source] => {
    const exec = functions[request];
    return [name, toK6Scenario({ scenario, folder, name, written: written[name], exec })];
  });
  const sending = made.filter(([, { fields }]) => fields !== undefined);
  const kept = sending.filter(([, { exported }]) => Object.keys(exported).length > 0);
  const { thresholds, notes } = k6Thresholds(scenario);
  return {
    options: {
      scenarios: Object.fromEntries(sending.map(([name, { fields }]) => [name, fields])),
      ...(Object.keys(thresholds).length === 0 ? {} : { thresholds }),
      ...(kept.length === 0
        ? {}
        : { ext: { dryscale: { sources: Object.fromEntries(kept.map(([name, { exported }]) => [name, exported])) } } }),
    },
    functions,
    notes: [...made.flatMap(([, source]) => source.notes), ...arrivalNotes(sending), ...notes],
  };
}

function sessionProblem(name: string, key: 'session' | 'agent'): Problem {
  return {
    code: 'not-supported-yet',
    where: { path: `requests.${name}.${key}` },
    what: 'cannot be told to k6 yet',
    why: 'Its turns wait for one another and share their context, which single requests do not.',
    fix: 'remove it for the export, and write the loop of turns into the script by hand.',
  };
}

function arrivalNotes(sources: readonly [string, K6Source][]): string[] {
  const names = sources
    .filter(
      ([, { exported }]) => exported.arrivals !== undefined && !JSON.stringify(exported.arrivals).includes('even'),
    )
    .map(([name]) => name);
  if (names.length === 0) return [];
  return [`${names.join(', ')}: k6 spaces iterations evenly; the scenario does not, so its queues are longer`];
}

/** Words that JavaScript does not take for a function; `default` is one of its own. */
const reserved =
  /^(break|case|catch|class|const|continue|debugger|delete|do|else|enum|export|extends|false|finally|for|function|if|import|in|instanceof|let|new|null|return|static|super|switch|this|throw|true|try|typeof|var|void|while|with|yield|await|arguments|eval|http|sleep|scenario|options|setup|teardown|handleSummary|think|pause|oneOf|random|baseUrl)$/;

/** A function for each class: its name where that is an identifier. */
function functionNames(classes: readonly string[]): Record<string, string> {
  const names: Record<string, string> = {};
  for (const one of new Set(classes)) {
    const plain = one.replace(/[^\w]/g, '_').replace(/^(?=\d)/, '_');
    let name = reserved.test(plain) ? `${plain}_` : plain;
    while (Object.values(names).includes(name)) name += '_';
    names[one] = name;
  }
  return names;
}

function scriptText(
  { options, functions, notes }: K6ScriptLoad,
  { scenario }: Pick<LoadedScenario, 'scenario'>,
): string {
  const thinks = Object.entries(scenario.traffic).flatMap(([name, source]) =>
    'think' in source
      ? [`  ${/^[A-Za-z_]\w*$/.test(name) ? name : quoted(name)}: ${thinkCode(source.think, name)},`]
      : [],
  );
  const isPicking = thinks.some((line) => line.includes('oneOf('));
  return [
    `// The traffic of the dryscale scenario ${scenario.name}.`,
    '// One request of the scenario is one iteration here: put the real calls into the functions below.',
    ...notes.map((note) => `// - ${visibleLine(note)}`),
    "import http from 'k6/http';",
    ...(thinks.length === 0 ? [] : ["import { sleep } from 'k6';", "import { scenario } from 'k6/execution';"]),
    '',
    "const baseUrl = __ENV.BASE_URL || 'http://localhost:8080';",
    '',
    `export const options = ${literal(options)};`,
    '',
    ...(thinks.length === 0 ? [] : thinkLines(thinks, isPicking)),
    ...Object.entries(functions).flatMap(([requestClass, name]) => [
      `export ${name === 'default' ? 'default function' : `function ${name}`}() {`,
      `  http.get(\`\${baseUrl}/${requestClass}\`, { tags: { class: ${quoted(requestClass)} } });`,
      ...(thinks.length === 0 ? [] : ['  pause();']),
      '}',
      '',
    ]),
  ].join('\n');
}

function thinkLines(thinks: readonly string[], isPicking: boolean): string[] {
  return [
    '// Seconds from an answer to the next request, by scenario.',
    'const { random } = Math;',
    ...(isPicking ? ['const oneOf = (list) => list[Math.floor(random() * list.length)];'] : []),
    'const think = {',
    ...thinks,
    '};',
    'function pause() {',
    '  if (think[scenario.name] !== undefined) sleep(think[scenario.name]());',
    '}',
    '',
  ];
}

type Think = Extract<Scenario['traffic'][string], { think: unknown }>['think'];

/** Draws that stand for a distribution in a script. */
const DRAW_COUNT = 100;

/**
 * JavaScript that gives one think time, seconds; `random` stands for Math's.
 *
 * A constant and an exponential are themselves; any other law is the list of a hundred of its draws, one taken at random.
 */
function thinkCode(think: Think, owner: string): string {
  const distribution = buildDistribution(think);
  const { meanSeconds, variance } = distribution;
  if (variance === 0) return `() => ${short(meanSeconds)}`;
  if (think.variant === 'exponential') return `() => -${short(meanSeconds)} * Math.log(1 - random())`;
  const stream = openStream({ seed: 1, replication: 0, owner, purpose: 'think' });
  const draws = Array.from({ length: DRAW_COUNT }, () => distribution.sample(stream)).sort((a, b) => a - b);
  return `() => oneOf([${draws.map(short).join(', ')}])`;
}

function short(seconds: number): string {
  return String(Number(seconds.toPrecision(4)));
}
