import { readdirSync } from 'node:fs';
import { dataEndings, endsIn } from '../base/fileEndings.js';
import { ProblemError } from '../base/problem.js';
import { optionalText } from '../base/userFile.js';
import { exporters } from '../exports/index.js';
import { importers } from '../imports/index.js';
import { namedCandidates } from '../policy/namedCandidates.js';
import { policyEndings } from '../policy/policyFiles.js';
import { reporters } from '../report/index.js';
import { loadScenario, scenarioEndings } from '../scenario/load.js';
import { modelNames } from './commands/models.js';
import { explainReportNames } from './explain/explainReports.js';
import { optionRules } from './options.js';
import { schemaNames } from './schemaNames.js';

/** What the shell's script asks with; the words of the line follow. */
const flag = '--get-yargs-completions';

const commandsOfScenarios = ['run', 'compare', 'headroom', 'tune', 'chaos', 'validate', 'inspect'];

/** What the first operand of a command may be, where that is one of a list. */
const operandNames = new Map<string, () => readonly string[]>([
  ['models', modelNames],
  ['schema', () => schemaNames],
  ['import', () => importers.map(({ name }) => name)],
  ['export', () => exporters.map(({ name }) => name)],
]);

/** Looking further down, or showing more, takes longer than typing. */
const depthLimit = 3;
const fileLimit = 200;

/**
 * The values that a shell may complete the last word of a line to: scenario and policy files, names of policies, reports.
 *
 * The shell itself leaves out those that begin otherwise. @returns undefined when the line is none of this: the parser
 * completes commands and names of options
 */
export async function completedValues(args: readonly string[]): Promise<readonly string[] | undefined> {
  if (args[0] !== flag) return undefined;
  const words = args.slice(2);
  const { option, typed } = lastWord(words);
  if (option === '--policy') return ['none', ...filesUnder(typed, policyEndings)];
  if (option === '--from') return filesUnder(typed, scenarioEndings).filter(isScenario);
  if (option === '--model') return modelNames();
  if (option === '--manifest') return filesUnder(typed, dataEndings);
  if (option === '--report' && words[0] === 'explain') return explainReportNames;
  if (option === '--report') return [...reporters.map(({ name }) => name), 'github'];
  if (option === '--gate') return ['all', 'any', ...(await policyNames(words))].map(escapedForShell);
  if (option === '--against') return (await policyNames(words)).map(escapedForShell);
  if (option !== undefined || typed.startsWith('-')) return undefined;
  const names = words.length === 2 ? operandNames.get(words[0])?.() : undefined;
  if (names !== undefined) return names;
  if (words.length > 1 && words[0] === 'doctor') return ['none', ...filesUnder(typed, policyEndings)];
  if (words.length < 2 || !commandsOfScenarios.includes(words[0])) return undefined;
  return filesUnder(typed, scenarioEndings).filter(isScenario);
}

/** Some shells make three words of `--gate=a`. */
function lastWord(words: readonly string[]): { readonly option: string | undefined; readonly typed: string } {
  const last = words.at(-1) ?? '';
  const split = /^(--[\w-]+)=(.*)$/s.exec(last);
  if (split !== null) return { option: split[1], typed: split[2] };
  const before = words.slice(0, -1).filter((word) => word !== '=');
  const option = before.at(-1);
  const takesValue = option?.startsWith('--') === true && !option.includes('=') && !flags.includes(option);
  return takesValue ? { option, typed: last === '=' ? '' : last } : { option: undefined, typed: last };
}

/** Options without a value: the word after them is one of its own. */
const flags = [
  '--help',
  '--version',
  ...Object.entries(optionRules).flatMap(([name, { type }]) => (type === 'flag' ? [`--${name}`] : [])),
];

/** The names that candidates will have: of the line's policies, else of its scenarios'. */
async function policyNames(words: readonly string[]): Promise<string[]> {
  const given = words.flatMap((word, index) => {
    if (word === '--policy') return words.slice(index + 1, index + 2);
    return word.startsWith('--policy=') ? [word.slice('--policy='.length)] : [];
  });
  const named: { texts: readonly string[]; serviceNames: readonly string[] }[] = [];
  for (const file of words.slice(1).filter((word) => endsIn(word, scenarioEndings))) {
    try {
      const { scenario } = await loadScenario(file);
      named.push({ texts: scenario.policies, serviceNames: Object.keys(scenario.services) });
    } catch (thrown) {
      // A scenario that cannot be read has no names to offer; running it says why.
      if (!(thrown instanceof ProblemError)) throw thrown;
    }
  }
  if (given.length > 0) return namesOf(given, [...new Set(named.flatMap(({ serviceNames }) => serviceNames))]);
  return [...new Set(named.flatMap(({ texts, serviceNames }) => namesOf(texts, serviceNames)))];
}

function namesOf(texts: readonly string[], serviceNames: readonly string[]): string[] {
  const naming = { baseFolder: process.cwd(), serviceNames: serviceNames.length === 0 ? undefined : serviceNames };
  try {
    return namedCandidates(texts, naming).map(({ name }) => name);
  } catch (thrown) {
    if (thrown instanceof ProblemError) return [];
    throw thrown;
  }
}

/** zsh takes what follows a colon for a description. */
function escapedForShell(name: string): string {
  const isZsh = [process.env.SHELL, process.env.ZSH_NAME].some((shell) => shell?.includes('zsh') === true);
  return isZsh ? name.replaceAll(':', '\\:') : name;
}

/** Much else ends like a scenario: manifests, policies, settings of other tools. */
function isScenario(file: string): boolean {
  const text = optionalText(file, largestScenarioBytes) ?? '';
  return /\btraffic\b/.test(text) && /\bservices\b/.test(text);
}

/** As large as the program reads. */
const largestScenarioBytes = 1024 * 1024;

/** Files in the folder that was typed so far and below it, as they would be typed. */
function filesUnder(typed: string, endings: readonly string[]): string[] {
  const folder = typed.slice(0, typed.lastIndexOf('/') + 1);
  const found: string[] = [];
  const list = (shown: string, depth: number): void => {
    for (const entry of entriesOf(shown)) {
      if (found.length >= fileLimit || entry.name.startsWith('.') || entry.name === 'node_modules') continue;
      if (entry.isDirectory()) {
        if (depth < depthLimit) list(`${shown}${entry.name}/`, depth + 1);
      } else if (endsIn(entry.name, endings)) found.push(`${shown}${entry.name}`);
    }
  };
  list(folder, 1);
  return found;
}

function entriesOf(shown: string) {
  try {
    return readdirSync(shown === '' ? '.' : shown, { withFileTypes: true });
  } catch {
    // Not a folder that can be read: nothing to offer.
    return [];
  }
}
