import { SourceMap } from 'node:module';
import { askEsbuild, esbuildLimitSeconds } from '../../base/esbuildProcess.js';
import { ProblemError } from '../../base/problem.js';
/** A text as the code of a module. @param file as problems name it @throws ProblemError with every mistake in it */
export async function compileSource(text, file) {
    const outcome = await askEsbuild({ call: 'transform', text: withoutSourceMap(text), options: optionsFor(file) });
    if (outcome.kind === 'errors')
        throw new ProblemError(outcome.errors.map((message) => asProblem(message, file)));
    if (outcome.kind !== 'code')
        throw new ProblemError([beyondEsbuild(outcome.kind, file)]);
    const { code, map } = outcome;
    let read;
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
function withoutSourceMap(text) {
    return `${text}\n//# sourceMappingURL=none:`;
}
function optionsFor(file) {
    return {
        loader: /\.[cm]?ts$/i.test(file) ? 'ts' : 'js',
        format: 'cjs',
        platform: 'neutral',
        target: 'es2022',
        // An import() left in the code would reach the module loader of the host.
        supported: { 'dynamic-import': false },
        define: { 'import.meta.resolve': 'resolvePath' },
        sourcemap: 'external',
        sourcesContent: false,
        // A name that ends in .mjs would change what a default import means.
        sourcefile: 'script.js',
        legalComments: 'none',
        logLevel: 'silent',
        tsconfigRaw: '{}',
    };
}
function asProblem({ text, location }, file) {
    return {
        code: 'script-syntax',
        where: location === null ? { file } : { file, line: location.line, column: location.column + 1 },
        what: text,
        why: 'The script cannot be read.',
        fix: 'fix the syntax here.',
    };
}
function beyondEsbuild(kind, file) {
    const what = kind === 'stopped'
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
