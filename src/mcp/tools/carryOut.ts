import { exitCode } from '../../base/exitCode.js';
import type { Problem } from '../../base/problem.js';
import { CallProblems } from '../callProblems.js';
import { answeredJob, tookTooLong } from '../job/answeredJob.js';
import type { CommandEnd } from '../job/jobRequest.js';
import { defaultWallMs, textCharacters } from '../limits.js';
import type { CallContext } from './tool.js';

/** A command line, with what belongs to it. */
export interface CommandCall {
  readonly command: string;
  readonly operands: readonly string[];
  /** By option, as after `--`; what is undefined is left out. */
  readonly options: Readonly<Record<string, string | number | readonly string[] | undefined>>;
  readonly files?: readonly { readonly name: string; readonly text: string }[] | undefined;
  /** Texts of our own that stand for files. */
  readonly own?: Readonly<Record<string, string>>;
  readonly maxWallMs?: number | undefined;
  readonly maxRequests?: number | undefined;
}

/** Does what a command does, in a process of its own. @throws CallProblems where there is nothing to show for it */
export async function carryOut(call: CommandCall, context: CallContext): Promise<CommandEnd> {
  const { settings } = context.shared;
  const maxWallMs = call.maxWallMs ?? defaultWallMs;
  const texts = { ...textsOf(call.files ?? []), ...call.own };
  const words = [
    call.command,
    ...call.operands.map((word) => (word.startsWith('-') ? `./${word}` : word)),
    ...Object.entries(call.options).flatMap(([name, value]) =>
      value === undefined ? [] : [value].flat().map((one) => `--${name}=${one}`),
    ),
  ];
  const limits = call.maxRequests === undefined ? [] : [`--max-requests=${call.maxRequests}`];
  const { root, mayRunCode } = settings;
  const { signal, onProgress } = context;
  const request = { type: 'command', root, mayRunCode, texts, words, limits } as const;
  const outcome = await answeredJob(context.shared, request, { maxWallMs, signal, onProgress });
  if (outcome.type !== 'done') throw new Error('a command is answered by its end');
  if (outcome.end.document === undefined && outcome.end.exitCode !== exitCode.success) {
    throw new CallProblems([failure(outcome.end, maxWallMs)]);
  }
  return outcome.end;
}

/** A command that came to nothing, by its exit code and what it said. */
function failure({ exitCode: code, said }: CommandEnd, maxWallMs: number): Problem {
  if (code === exitCode.interrupted) return tookTooLong(maxWallMs);
  const what = said.join('\n').slice(0, 4_000) || 'it ended without a result';
  const isPolicy = code === exitCode.policyFailed;
  const why = isPolicy ? 'A policy that fails decides nothing.' : 'There are no results.';
  return { code: isPolicy ? 'policy-failed' : 'failed', where: {}, what, why, fix: 'mend what is named there.' };
}

function textsOf(files: readonly { readonly name: string; readonly text: string }[]): Record<string, string> {
  const problems = files.flatMap(({ name }, index): Problem[] => {
    if (!/^([a-z]:)?[\\/]|(^|[\\/])\.\.([\\/]|$)/i.test(name)) return [];
    const why = 'A text stands for a file below the root.';
    return [
      {
        code: 'outside-root',
        where: { path: `files.${index}.name` },
        what: `"${name}" leads elsewhere`,
        why,
        fix: 'name it without "..", such as hpa.yaml.',
      },
    ];
  });
  const characters = files.reduce((sum, { text }) => sum + text.length, 0);
  if (characters > textCharacters) {
    const what = `the texts have ${characters} characters, more than ${textCharacters}`;
    problems.push({
      code: 'too-large',
      where: { path: 'files' },
      what,
      why: 'They are kept in memory.',
      fix: 'put the files below the root.',
    });
  }
  if (problems.length > 0) throw new CallProblems(problems);
  return Object.fromEntries(files.map(({ name, text }) => [name, text]));
}

/** A scenario that is handed over as text stands for this file. */
const scenarioFile = 'scenario.yaml';

/** A scenario by its name, or as text: several lines, or JSON. */
export function scenarioOf(
  scenario: string,
  files: readonly { readonly name: string; readonly text: string }[] = [],
): { readonly file: string; readonly files: readonly { readonly name: string; readonly text: string }[] } {
  if (!/\n|^\s*\{/.test(scenario)) return { file: scenario, files };
  return {
    file: scenarioFile,
    files: [...files.filter(({ name }) => name !== scenarioFile), { name: scenarioFile, text: scenario }],
  };
}
