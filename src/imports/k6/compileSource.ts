import { SourceMap } from 'node:module';
import { askEsbuild, esbuildLimitSeconds } from '../../base/esbuildProcess.js';
import { type Problem, ProblemError } from '../../base/problem.js';

/** One file of a script as CommonJS, and what its import statements ask for. */
export interface CompiledSource {
  readonly code: string;
  /** Where a position of the code, both from 1, stands in the file. */
  place(line: number, column: number): { readonly line: number; readonly column: number } | undefined;
}

/** A text as the code of a module. @param file as problems name it @throws ProblemError with every mistake in it */
export async function compileSource(text: string, file: string): Promise<CompiledSource> {
  const outcome = await askEsbuild({ call: 'transform', text: withoutSourceMap(text), options: optionsFor(file) });
  if (outcome.kind === 'errors') throw new ProblemError(outcome.errors.map((message) => asProblem(message, file)));
  if (outcome.kind !== 'code') throw new ProblemError([beyondEsbuild(outcome.kind, file)]);
  const { code, map } = outcome;
  let read: SourceMap | undefined;
  return {
    code,
    place(line, column) {
      read ??= new SourceMap(JSON.parse(map));
      const entry = read.findEntry(line - 1, column - 1);
      return 'originalLine' in entry ? { line: entry.originalLine + 1, column: entry.originalColumn + 1 } : undefined;
    },
  };
}

/**
 * esbuild follows the last comment of this kind, even to a file. Of a scheme that it does not know it takes no notice, and
 * the positions stay those of the file.
 */
function withoutSourceMap(text: string): string {
  return `${text}\n//# sourceMappingURL=none:`;
}

function optionsFor(file: string) {
  return {
    loader: /\.[cm]?ts$/i.test(file) ? ('ts' as const) : ('js' as const),
    format: 'cjs' as const,
    platform: 'neutral' as const,
    target: 'es2022',
    // An import() left in the code would reach the module loader of the host.
    supported: { 'dynamic-import': false },
    define: { 'import.meta.resolve': 'resolvePath' },
    sourcemap: 'external' as const,
    sourcesContent: false,
    // A name that ends in .mjs would change what a default import means.
    sourcefile: 'script.js',
    legalComments: 'none' as const,
    logLevel: 'silent' as const,
    tsconfigRaw: '{}',
  };
}

interface Message {
  readonly text: string;
  readonly location: { readonly line: number; readonly column: number } | null;
}

function asProblem({ text, location }: Message, file: string): Problem {
  return {
    code: 'script-syntax',
    where: location === null ? { file } : { file, line: location.line, column: location.column + 1 },
    what: text,
    why: 'The script cannot be read.',
    fix: 'fix the syntax here.',
  };
}

function beyondEsbuild(kind: 'stopped' | 'too-long', file: string): Problem {
  const what =
    kind === 'stopped'
      ? 'is nested too deep or too large to be read'
      : `takes more than ${esbuildLimitSeconds} s to read`;
  return {
    code: `script-${kind === 'stopped' ? 'too-deep' : 'too-long'}`,
    where: { file },
    what,
    why: 'Its syntax goes beyond the limits of the parser.',
    fix: 'keep the options in a script of their own.',
  };
}
