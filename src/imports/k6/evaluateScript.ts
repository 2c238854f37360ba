import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, resolve } from 'node:path';
import { z } from 'zod';
import { type MappedCode, readMappedCode } from '../../policy/typescript/errorPlace.js';
import { checkInput, inputProblem, readInput } from '../readInput.js';
import { bundleScript, isInside } from './bundleScript.js';
import { runSandbox, type SandboxLimits, type SandboxOutcome, standardLimits } from './runSandbox.js';
import { preludeCode, scriptCode } from './sandboxCode.js';

/** What a script exports: its options as data, and the names it gives to functions. */
export interface EvaluatedScript {
  /** Undefined when there is no such export. */
  readonly options: unknown;
  readonly exportNames: readonly string[];
  readonly functionNames: readonly string[];
}

/** Largest script that is read. */
export const scriptLimitBytes = 5_000_000;
/** Largest file that `open` reads. */
const FILE_LIMIT_BYTES = 32_000_000;
/** Files a script may open; each is a run of its own. */
const FILE_COUNT_LIMIT = 50;

const resultSchema = z.object({
  missingFiles: z.array(z.string()),
  exports: z.array(z.string()).default([]),
  functions: z.array(z.string()).default([]),
  options: z.unknown().optional(),
  error: z.object({ message: z.string(), stack: z.string() }).optional(),
});

type SandboxResult = z.output<typeof resultSchema>;

/**
 * Evaluates a k6 script in isolation and takes its options; its functions are never called.
 *
 * A file that the script opens is read by us, inside its folder only, and the script is run again with it.
 * @throws ProblemError
 */
export async function evaluateScript(
  file: string,
  env: Readonly<Record<string, string>>,
  limits: SandboxLimits = standardLimits,
): Promise<EvaluatedScript> {
  checkInput(file, scriptLimitBytes);
  const mapped = readMappedCode(await bundleScript(file));
  const files: Record<string, string> = {};
  for (let run = 0; run <= FILE_COUNT_LIMIT; run++) {
    const result = await runOnce(file, mapped, { input: { env, files }, limits });
    const missing = result.missingFiles.filter((key) => !Object.hasOwn(files, key));
    for (const key of missing) {
      const text = readOpened(file, key);
      if (text !== undefined) files[key] = text;
    }
    if (missing.some((key) => Object.hasOwn(files, key))) continue;
    if (result.error !== undefined) throw thrownProblem(file, mapped, result.error);
    return { options: result.options, exportNames: result.exports, functionNames: result.functions };
  }
  throw inputProblem(file, {
    code: 'too-many-files',
    what: `opens more than ${FILE_COUNT_LIMIT} files`,
    why: 'Each of them is read before the options are known.',
    fix: 'keep the options in a script of their own.',
  });
}

/** Frames of the script in a stack trace; no file is called so. */
const frameName = 'k6-script';

interface SandboxRun {
  readonly input: object;
  readonly limits: SandboxLimits;
}

async function runOnce(file: string, { code }: MappedCode, { input, limits }: SandboxRun): Promise<SandboxResult> {
  const prelude = preludeCode(JSON.stringify(input));
  const outcome = await runSandbox({ prelude, script: scriptCode(code), frameName }, limits);
  if (outcome.kind !== 'result') throw endedProblem(file, outcome.kind);
  return resultSchema.parse(JSON.parse(outcome.json));
}

/** The text of a file that the script opens, or undefined when there is none: k6 lets the script throw, and so do we. */
function readOpened(file: string, key: string): string | undefined {
  const isBinary = key.startsWith('b:');
  const name = key.slice(2).replace(/^file:\/\//, '');
  if (/^[a-z]+:\/\//i.test(name)) throw outside(file, name, 'is an address, not a file');
  const folder = dirname(realpathSync(resolve(file)));
  const asked = resolve(folder, name);
  if (!isInside(asked, folder)) throw outside(file, name, 'lies outside the folder of the script');
  if (!existsSync(asked) || !statSync(asked).isFile()) return undefined;
  const path = realpathSync(asked);
  if (!isInside(path, folder)) throw outside(file, name, 'lies outside the folder of the script');
  return readInput(path, FILE_LIMIT_BYTES).toString(isBinary ? 'latin1' : 'utf8');
}

function outside(file: string, name: string, what: string): Error {
  return inputProblem(file, {
    code: 'outside-folder',
    what: `opens "${name}", which ${what}`,
    why: 'An import reads nothing but the folder of the script.',
    fix: 'put the file beside the script.',
  });
}

function thrownProblem(file: string, mapped: MappedCode, error: { message: string; stack: string }): Error {
  const [name, line] = mapped.place(error, frameName)?.split(':') ?? [];
  const isHere = name === undefined || name === basename(file);
  const text = error.message.replace(/\s+/g, ' ').slice(0, 300);
  const words = {
    code: 'script-throws',
    what: `${isHere ? '' : `${name}:${line} `}throws while it is loaded: ${text}`,
    why: 'k6 would not start, either; the options are known only after the whole file has been evaluated.',
    fix: 'fix the script; what it takes from the environment is given with --env KEY=VALUE.',
  };
  return inputProblem(file, words, isHere && line !== undefined ? Number(line) : undefined);
}

const endings: Readonly<Record<Exclude<SandboxOutcome['kind'], 'result'>, { what: string; fix: string }>> = {
  'too-long': {
    what: `does not come to an end while it is loaded (${standardLimits.timeSeconds} s)`,
    fix: 'look for a loop outside its functions.',
  },
  'too-much-memory': { what: 'takes too much memory while it is loaded', fix: 'make less data outside its functions.' },
  ended: { what: 'ended its own thread while it was loaded', fix: 'keep such code inside its functions.' },
};

function endedProblem(file: string, kind: keyof typeof endings): Error {
  return inputProblem(file, {
    code: `script-${kind}`,
    ...endings[kind],
    why: 'The options are known only after the whole file has been evaluated.',
  });
}
