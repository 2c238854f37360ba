import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type CliResult, root } from './runCli.js';

const main = pathToFileURL(join(root, 'dist/cli/main.js')).href;
// safe: what that file is.
const load = createRequire(import.meta.url)('./nodeImport.cjs') as (url: string) => Promise<unknown>;
const listened = ['SIGINT', 'SIGTERM', 'SIGHUP', 'uncaughtException', 'unhandledRejection', 'exit'] as const;

let callCount = 0;
let before: Promise<unknown> = Promise.resolve();

interface CallOptions {
  readonly cwd: string;
  readonly env?: Readonly<Record<string, string>>;
}

/**
 * What `runCli` gives, by the built command line in this very process: its modules are loaded once, where a program takes a
 * second to begin. Not for signals, streams, what outlives a command, or how a program ends by itself. One call at a time.
 */
export function callCli(args: readonly string[], options: CallOptions): Promise<CliResult> {
  const result = before.then(() => call(args, options));
  before = result.catch(() => {});
  return result;
}

async function call(args: readonly string[], { cwd, env = {} }: CallOptions): Promise<CliResult> {
  const { argv, env: ownEnv, exitCode: ownCode } = process;
  const folder = process.cwd();
  const known = new Map(listened.map((event) => [event, process.listeners(event as 'exit')]));
  const written = { stdout: '', stderr: '' };
  const restore = (['stdout', 'stderr'] as const).map((name) => {
    const stream = process[name];
    const { write } = stream;
    const errorListeners = stream.listeners('error');
    // safe: the two forms that the command uses, a text alone and one with what to call then.
    stream.write = ((text: string | Uint8Array, done?: () => void) => {
      written[name] += typeof text === 'string' ? text : Buffer.from(text).toString();
      done?.();
      return true;
    }) as typeof write;
    return () => {
      stream.write = write;
      for (const listener of stream.listeners('error'))
        if (!errorListeners.includes(listener)) stream.removeListener('error', listener as () => void);
    };
  });
  try {
    process.argv = [argv[0], main, ...args];
    process.env = { PATH: ownEnv.PATH, ...env };
    process.chdir(cwd);
    process.exitCode = undefined;
    await load(`${main}?call=${callCount++}`);
    return { code: Number(process.exitCode ?? 0), ...written };
  } finally {
    for (const undo of restore) undo();
    for (const event of listened) {
      for (const listener of process.listeners(event as 'exit'))
        if (!known.get(event)?.includes(listener)) process.removeListener(event, listener);
    }
    Object.assign(process, { argv, env: ownEnv });
    process.exitCode = ownCode;
    process.chdir(folder);
  }
}
