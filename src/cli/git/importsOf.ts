import { posix } from 'node:path';
import { build, type Plugin } from 'esbuild';

/** Endings that an import may leave out, in the order of the bundler. */
const endings = ['.tsx', '.ts', '.jsx', '.js', '.css', '.json', '.mts', '.cts'];

/**
 * The files that a module may mean by its relative imports, as paths of the repository; most of them do not exist.
 *
 * The bundler itself reads the imports, so comments, strings, `require` and `import()` are told apart as when it is loaded.
 */
export async function importsOf(path: string, code: string): Promise<string[]> {
  const found = new Set<string>();
  const collect: Plugin = {
    name: 'collect',
    setup(bundle) {
      bundle.onResolve({ filter: /.*/ }, ({ path: target, kind }) => {
        if (kind === 'entry-point') return undefined;
        if (/^\.{1,2}(\/|$)/.test(target)) found.add(target);
        return { path: target, external: true };
      });
    },
  };
  try {
    await build({
      stdin: { contents: code, sourcefile: path, loader: /\.[cm]?js$/i.test(path) ? 'js' : 'ts' },
      bundle: true,
      write: false,
      format: 'esm',
      platform: 'node',
      logLevel: 'silent',
      tsconfigRaw: '{}',
      plugins: [collect],
    });
  } catch {
    // What cannot be parsed fails again, with its place, when it is loaded.
  }
  return [...found].flatMap((target) => meant(posix.join(posix.dirname(path), target)));
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
