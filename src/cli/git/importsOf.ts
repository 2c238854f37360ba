import { posix } from 'node:path';
import { askEsbuild } from '../../base/esbuildProcess.js';

/** Endings that an import may leave out, in the order of the bundler. */
const endings = ['.tsx', '.ts', '.jsx', '.js', '.css', '.json', '.mts', '.cts'];

/**
 * The files that a module may mean by its relative imports, as paths of the repository; most of them do not exist.
 *
 * The bundler itself reads the imports, so comments, strings, `require` and `import()` are told apart as when it is loaded.
 */
export async function importsOf(path: string, code: string): Promise<string[]> {
  const outcome = await askEsbuild({
    call: 'imports',
    options: {
      stdin: { contents: code, sourcefile: path, loader: /\.[cm]?js$/i.test(path) ? 'js' : 'ts' },
      bundle: true,
      format: 'esm',
      platform: 'node',
      logLevel: 'silent',
      tsconfigRaw: '{}',
    },
  });
  // What cannot be parsed fails again, with its place, when it is loaded.
  const found: readonly string[] = outcome.kind === 'code' ? JSON.parse(outcome.code) : [];
  const relative = new Set(found.filter((target) => /^\.{1,2}(\/|$)/.test(target)));
  return [...relative].flatMap((target) => meant(posix.join(posix.dirname(path), target)));
}

function meant(path: string): string[] {
  return [
    path,
    // TypeScript writes the ending that its output will have.
    ...(/\.[cm]?jsx?$/.test(path) ? [path.replace(/\.([cm]?)js(x?)$/, '.$1ts$2'), path.replace(/\.js$/, '.tsx')] : []),
    ...endings.map((ending) => path + ending),
    ...['package.json', ...endings.map((ending) => `index${ending}`)].map((name) => posix.join(path, name)),
  ];
}
