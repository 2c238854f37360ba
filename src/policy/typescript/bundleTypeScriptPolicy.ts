import { basename, dirname, extname, join, resolve } from 'node:path';
import { build, type Loader, type Message, type Plugin } from 'esbuild';
import { PolicyFault } from '../policy.js';

interface PolicyFile {
  readonly path: string;
  /** The file's text when it has been read already. */
  readonly code?: string;
}

/** What `import 'dryscale'` means to a policy: functions that give back what they get. */
const virtualModule = `
export const definePolicy = (policy) => policy;
export const defineScenario = (scenario) => scenario;
`;

/** Resolves 'dryscale' wherever the policy lies, installed or not. */
const dryscaleModule: Plugin = {
  name: 'dryscale',
  setup(bundle) {
    bundle.onResolve({ filter: /^dryscale$/ }, () => ({ path: 'dryscale', namespace: 'dryscale' }));
    bundle.onLoad({ filter: /.*/, namespace: 'dryscale' }, () => ({ contents: virtualModule, loader: 'js' }));
  },
};

const loaders: Readonly<Record<string, Loader>> = {
  '.ts': 'ts',
  '.mts': 'ts',
  '.cts': 'ts',
  '.js': 'js',
  '.mjs': 'js',
  '.cjs': 'js',
};

/**
 * A TypeScript or JavaScript policy with all its imports as one CommonJS text with an inline source map.
 *
 * Nothing is written, and no path of the machine gets in: the same files give the same text in any folder.
 * @throws PolicyFault of kind `load` naming file:line:column when it cannot be bundled
 */
export async function bundleTypeScriptPolicy({ path, code }: PolicyFile): Promise<string> {
  const folder = dirname(resolve(path));
  const fileName = basename(path);
  const entry =
    code === undefined
      ? { entryPoints: [resolve(path)] }
      : {
          stdin: {
            contents: code,
            resolveDir: folder,
            sourcefile: fileName,
            loader: loaders[extname(fileName).toLowerCase()] ?? 'ts',
          },
        };
  try {
    const { outputFiles } = await build({
      ...entry,
      bundle: true,
      write: false,
      format: 'cjs',
      platform: 'node',
      target: 'node20',
      sourcemap: 'inline',
      sourcesContent: false,
      legalComments: 'none',
      logLevel: 'silent',
      absWorkingDir: folder,
      outfile: join(folder, 'policy.bundle.js'),
      tsconfigRaw: '{}',
      plugins: [dryscaleModule],
    });
    return outputFiles[0].text;
  } catch (thrown) {
    throw new PolicyFault(describeFailure(thrown, fileName), { kind: 'load' });
  }
}

function describeFailure(thrown: unknown, fileName: string): string {
  // safe: esbuild's BuildFailure is an Error with a list of messages; anything else has none.
  const [first] = (thrown as { readonly errors?: readonly Message[] }).errors ?? [];
  if (first === undefined) return `${fileName}: ${thrown instanceof Error ? thrown.message : String(thrown)}`;
  const { location, text } = first;
  const place = location === null ? fileName : `${basename(location.file)}:${location.line}:${location.column + 1}`;
  return `${place}: ${text}`;
}
