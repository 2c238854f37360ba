// Builds dist/: the compiler's output, the page's own script, and a command that can be started.
import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const path = (...parts) => join(root, ...parts);

// Built beside and moved at the end: a build that fails, or one beside it, never leaves half a dist.
const outFolder = path(`dist.${process.pid}`);
process.on('exit', () => rmSync(outFolder, { recursive: true, force: true }));
const compiler = path('node_modules/typescript/bin/tsc');
const compilation = spawnSync(process.execPath, [compiler, '-p', path('tsconfig.build.json'), '--outDir', outFolder], {
  cwd: root,
  stdio: 'inherit',
});
if (compilation.status !== 0) process.exit(compilation.status ?? 1);

const pageEntry = path('src/report/html/page/main.ts');
if (existsSync(pageEntry)) {
  await build({
    entryPoints: [pageEntry],
    outfile: join(outFolder, 'report/html/page/main.js'),
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2020',
    legalComments: 'none',
    logLevel: 'warning',
  });
}

// The command, its workers and its players as few files: six hundred small ones take a second to load.
const inOut = (name) => join(outFolder, name);
await build({
  entryPoints: {
    'cli/main': inOut('cli/main.js'),
    'cli/worker': inOut('run/worker.js'),
    'cli/player': inOut('verify/player.js'),
  },
  outdir: outFolder,
  allowOverwrite: true,
  bundle: true,
  splitting: true,
  // Puts constants where they are used; names stay. The inner loops read dozens of them.
  minifySyntax: true,
  chunkNames: 'cli/chunks/[name]-[hash]',
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  sourcemap: true,
  logLevel: 'warning',
});

chmodSync(join(outFolder, 'cli/main.js'), 0o755);
rmSync(path('dist'), { recursive: true, force: true });
renameSync(outFolder, path('dist'));
