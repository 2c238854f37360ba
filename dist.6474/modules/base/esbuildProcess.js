import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { join } from 'node:path';
/** Seconds for one task; real ones take milliseconds. */
export const esbuildLimitSeconds = 5;
/** Resident memory of esbuild; real tasks take a tenth. A parser that recurses without end doubles its stack up to 1 GB. */
const MEMORY_LIMIT_BYTES = 500_000_000;
/**
 * Asks esbuild in a process of its own.
 *
 * Problem: where esbuild's parser recurses too deep, its Go runtime ends it and writes a stack of 30 KB to the terminal, and
 * its types make some short texts take forever. Idea: it runs below a process whose output nobody sees and that can be
 * ended. The process is started once and serves one task at a time; it does not hold this program.
 */
export function askEsbuild(task) {
    const answer = last.then(() => askNow(task));
    last = answer;
    return answer;
}
/** For a file with all it imports as one CommonJS text with an inline source map; no path of the machine gets in. */
export function bundleOptions(folder, outputName) {
    return {
        bundle: true,
        format: 'cjs',
        platform: 'node',
        target: 'node20',
        sourcemap: 'inline',
        sourcesContent: false,
        legalComments: 'none',
        logLevel: 'silent',
        absWorkingDir: folder,
        outfile: join(folder, outputName),
        tsconfigRaw: '{}',
    };
}
let last = Promise.resolve();
let host;
function askNow(task) {
    const child = host ?? start();
    host = child;
    child.ref();
    child.channel?.ref();
    return new Promise((done) => {
        const finish = (outcome) => {
            clearTimeout(timer);
            child.removeAllListeners();
            child.unref();
            child.channel?.unref();
            if (outcome.kind === 'stopped' || outcome.kind === 'too-long')
                end(child);
            done(outcome);
        };
        const timer = setTimeout(() => finish({ kind: 'too-long' }), esbuildLimitSeconds * 1000);
        child.once('message', (outcome) => finish(outcome)); // safe: the host sends nothing else
        child.once('error', () => finish({ kind: 'stopped' }));
        child.once('exit', () => finish({ kind: 'stopped' }));
        child.send(task, (thrown) => {
            if (thrown !== null)
                finish({ kind: 'stopped' });
        });
    });
}
function start() {
    const { resolve } = createRequire(import.meta.url);
    return spawn(process.execPath, ['--no-warnings', '-e', hostCode(resolve('esbuild'))], {
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        // Node looks for a package.json in the folder where it is started and in all above.
        cwd: '/',
    });
}
/** The host ends esbuild when its channel closes; it would end the host the other way round, too, but not while it computes. */
function end(child) {
    host = undefined;
    child.on('error', () => { });
    if (child.connected)
        child.disconnect();
}
const hostCode = (esbuildFile) => `'use strict';
const programs = require('node:child_process');
const { spawn } = programs;
let pid;
programs.spawn = (...task) => {
  const child = spawn(...task);
  pid = child.pid;
  return child;
};
const esbuild = require(${JSON.stringify(esbuildFile)});
// Where the system tells, which is Linux.
const residentBytes = () => {
  try {
    return Number(process.getBuiltinModule('node:fs').readFileSync('/proc/' + pid + '/statm', 'latin1').split(' ')[1]) * 4096;
  } catch {
    return 0;
  }
};
const given = (modules) => ({
  name: 'given',
  setup(bundle) {
    bundle.onResolve({ filter: /.*/ }, ({ path }) => (Object.hasOwn(modules, path) ? { path, namespace: 'given' } : undefined));
    bundle.onLoad({ filter: /.*/, namespace: 'given' }, ({ path }) => ({ contents: modules[path], loader: 'js' }));
  },
});
const collecting = (found) => ({
  name: 'collecting',
  setup(bundle) {
    bundle.onResolve({ filter: /.*/ }, ({ path, kind }) => {
      if (kind === 'entry-point') return undefined;
      found.push(path);
      return { path, external: true };
    });
  },
});
const carryOut = async ({ call, text, options, modules }) => {
  if (call === 'transform') return esbuild.transform(text, options);
  if (call === 'imports') {
    const found = [];
    await esbuild.build({ ...options, write: false, plugins: [collecting(found)] });
    return { code: JSON.stringify(found), map: '' };
  }
  const { outputFiles } = await esbuild.build({ ...options, write: false, plugins: [given(modules)] });
  return { code: outputFiles[0].text, map: '' };
};
const errorsOf = (thrown) => {
  if (!Array.isArray(thrown?.errors) || /service was stopped/.test(thrown.message)) return { kind: 'stopped' };
  return { kind: 'errors', errors: thrown.errors.map(({ text, location }) => ({ text, location })) };
};
process.on('message', async (task) => {
  let look;
  const over = new Promise((end) => {
    look = setInterval(() => { if (residentBytes() > ${MEMORY_LIMIT_BYTES}) end({ kind: 'stopped' }); }, 10);
  });
  const done = carryOut(task).then(({ code, map }) => ({ kind: 'code', code, map }), errorsOf);
  const outcome = await Promise.race([done, over]);
  clearInterval(look);
  if (process.connected) process.send(outcome);
});
process.on('disconnect', () => {
  esbuild.stop();
  process.exit(0);
});
process.on('SIGINT', () => {});
`;
