import { basename, dirname, extname, resolve } from 'node:path';
import type { Loader } from 'esbuild';
import { askEsbuild, bundleOptions, type EsbuildOutcome, esbuildLimitSeconds } from '../../base/esbuildProcess.js';
import { PolicyFault } from '../policy.js';

interface PolicyFile {
  readonly path: string;
  /** The file's text when it has been read already. */
  readonly code?: string;
}

/** What `import 'dryscale'` means to a policy: functions that give back what they get. */
const virtualModule = `
export const definePolicy = (policy) => policy;
export const defineRouter = (router) => router;
export const defineScenario = (scenario) => scenario;
`;

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
  const outcome = await askEsbuild({
    call: 'build',
    // Wherever the policy lies, installed or not.
    modules: { dryscale: virtualModule },
    options: {
      ...entry,
      ...bundleOptions(folder, 'policy.bundle.js'),
      // A bundle loses that modules are strict: a write to a frozen context would be ignored.
      ...(isModule(fileName) ? { tsconfigRaw: '{"compilerOptions":{"alwaysStrict":true}}' } : {}),
    },
  });
  if (outcome.kind === 'code') return outcome.code;
  throw new PolicyFault(describeFailure(outcome, fileName), { kind: 'load' });
}

function isModule(fileName: string): boolean {
  return !/\.c[jt]s$/i.test(fileName);
}

function describeFailure(outcome: Exclude<EsbuildOutcome, { kind: 'code' }>, fileName: string): string {
  if (outcome.kind === 'errors') {
    const [{ location, text }] = outcome.errors;
    const place = location === null ? fileName : `${basename(location.file)}:${location.line}:${location.column + 1}`;
    return `${place}: ${text}`;
  }
  const isStopped = outcome.kind === 'stopped';
  return `${fileName}: ${isStopped ? 'is nested too deep or too large to be read' : `takes more than ${esbuildLimitSeconds} s to bundle`}`;
}
