import { realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { build, type Message, type OnResolveArgs, type Plugin, type PluginBuild } from 'esbuild';
import { type Problem, ProblemError } from '../../base/problem.js';
import { isStubbed, stubText } from './stubModules.js';

/** Name of the variable in the sandbox that holds the script's exports. */
export const exportsName = 'scriptExports';

/** Largest file of a script that is read; k6 scripts are text that people write. */
const SOURCE_LIMIT_BYTES = 5_000_000;

/**
 * A k6 script with its local imports as one text, k6's modules replaced by stubs, with an inline source map.
 *
 * Only files inside the script's folder are read, links followed first; nothing is fetched.
 * @throws ProblemError with every mistake that keeps it from being bundled
 */
export async function bundleScript(file: string): Promise<string> {
  const path = realpathSync(resolve(file));
  const folder = dirname(path);
  try {
    const { outputFiles } = await build({
      entryPoints: [path],
      bundle: true,
      write: false,
      format: 'iife',
      globalName: exportsName,
      platform: 'neutral',
      target: 'es2022',
      // An import() left in the code would reach the module loader of the host.
      supported: { 'dynamic-import': false },
      define: { 'import.meta.resolve': 'resolvePath' },
      sourcemap: 'inline',
      sourcesContent: false,
      legalComments: 'none',
      logLevel: 'silent',
      absWorkingDir: folder,
      outfile: join(folder, 'script.bundle.js'),
      tsconfigRaw: '{}',
      plugins: [stubs, fence(folder)],
    });
    return outputFiles[0].text;
  } catch (thrown) {
    const { errors = [] } = thrown as { readonly errors?: readonly Message[] }; // safe: only esbuild's failures have errors
    if (errors.length === 0) throw thrown;
    throw new ProblemError(errors.map((message) => asProblem(message, file)));
  }
}

const stubs: Plugin = {
  name: 'k6',
  setup(bundle) {
    bundle.onResolve({ filter: /.*/ }, ({ path }) => (isStubbed(path) ? { path, namespace: 'stub' } : undefined));
    bundle.onLoad({ filter: /.*/, namespace: 'stub' }, ({ path }) => ({ contents: stubText(path), loader: 'js' }));
  },
};

/** Lets the bundle read plain files below the folder and nothing else. */
function fence(folder: string): Plugin {
  return {
    name: 'fence',
    setup(bundle) {
      bundle.onResolve({ filter: /.*/, namespace: 'file' }, (asked) =>
        asked.pluginData === passed || asked.kind === 'entry-point' ? undefined : resolveInside(bundle, asked, folder),
      );
    },
  };
}

/** Marks a resolution that the fence itself asked for. */
const passed = { passed: true };

async function resolveInside(bundle: PluginBuild, { path, ...from }: OnResolveArgs, folder: string) {
  const found = await bundle.resolve(path, {
    importer: from.importer,
    namespace: from.namespace,
    resolveDir: from.resolveDir,
    kind: from.kind,
    pluginData: passed,
  });
  if (found.errors.length > 0) return { errors: [{ text: `cannot find "${path}"` }] };
  if (found.external) return { errors: [{ text: `cannot import "${path}"` }] };
  const trouble = troubleWith(found.path, folder);
  return trouble === undefined ? found : { errors: [{ text: `"${path}" ${trouble}` }] };
}

function troubleWith(path: string, folder: string): string | undefined {
  if (!isInside(path, folder)) return 'lies outside the folder of the script';
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isFile() !== true) return 'is not a plain file';
  return found.size > SOURCE_LIMIT_BYTES ? `is larger than ${SOURCE_LIMIT_BYTES} bytes` : undefined;
}

/** Whether a path, with its links followed, lies below a folder. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === resolve(path);
}

function asProblem({ text, location }: Message, file: string): Problem {
  const isOutside = /outside the folder/.test(text);
  const isMissing = /^(cannot|Could not|"[^"]*" is)/.test(text);
  const isOther = location !== null && basename(location.file) !== basename(file);
  const name = isOther ? join(dirname(file), location.file) : file;
  return {
    code: isOutside ? 'outside-folder' : isMissing ? 'cannot-import' : 'script-syntax',
    where: location === null ? { file } : { file: name, line: location.line, column: location.column + 1 },
    what: text,
    why: isOutside
      ? 'An import reads nothing but the folder of the script.'
      : isMissing
        ? 'The options may depend on it.'
        : 'The script cannot be read.',
    fix: isOutside
      ? 'move the file below the script, or copy the script beside it.'
      : isMissing
        ? 'check the path; packages must be bundled for k6 first.'
        : 'fix the syntax here.',
  };
}
