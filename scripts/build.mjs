// Builds dist/, which is what the package ships: the command, the interface for programs with its types, the page's own
// script. dist/modules, the compiler's output file by file, stays here: tests, benchmarks and this build read it.
import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build, transform } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const path = (...parts) => join(root, ...parts);

// Built beside and moved at the end: a build that fails, or one beside it, never leaves half a dist.
const outFolder = path(`dist.${process.pid}`);
const before = path(`dist.${process.pid}.before`);
process.on('exit', () => {
  for (const folder of [outFolder, before]) rmSync(folder, { recursive: true, force: true });
});
const modules = join(outFolder, 'modules');
const compiler = path('node_modules/typescript/bin/tsc');
const compilation = spawnSync(process.execPath, [compiler, '-p', path('tsconfig.build.json'), '--outDir', modules], {
  cwd: root,
  stdio: 'inherit',
});
if (compilation.status !== 0) process.exit(compilation.status ?? 1);

// The scripts of pages: of the report, and of the view that shows it within a client of the Model Context Protocol.
for (const page of ['report/html/page/main', 'mcp/view/main']) {
  await build({
    entryPoints: [path(`src/${page}.ts`)],
    outfile: join(outFolder, `${page}.js`),
    bundle: true,
    minify: true,
    format: 'iife',
    platform: 'browser',
    target: 'es2020',
    legalComments: 'none',
    logLevel: 'warning',
  });
}

// Few files: six hundred small ones take a second to load. What entries share lies beside the command, so that its workers
// and the page's script are found from there; no file has a map, since names and lines stay as they are.
const inModules = (name) => join(modules, name);
writeFileSync(
  inModules('common.js'),
  commonModules(['base', 'random', 'stats', 'kernel'], 1000)
    .map((name) => `import './${name}';`)
    .join('\n'),
);
await build({
  entryPoints: {
    'cli/main': inModules('cli/main.js'),
    'cli/worker': inModules('run/worker.js'),
    'cli/cellProcess': inModules('run/cellProcess.js'),
    'cli/mcp': inModules('mcp/main.js'),
    'cli/mcpJob': inModules('mcp/job/job.js'),
    'cli/player': inModules('verify/player.js'),
    'cli/scenarioThread': inModules('scenario/module/thread.js'),
    index: inModules('index.js'),
    'api/vitest': inModules('api/vitest.js'),
  },
  outdir: outFolder,
  // Every entry takes these, so that they are one file: each set of entries that shares something makes a file of its own.
  inject: [inModules('common.js')],
  // Comments name the files from here, so that the same sources give the same bytes.
  absWorkingDir: modules,
  bundle: true,
  splitting: true,
  // Puts constants where they are used; names stay. The inner loops read dozens of them.
  minifySyntax: true,
  plugins: [keyByKey('engine')],
  chunkNames: 'cli/[name]-[hash]',
  packages: 'external',
  format: 'esm',
  platform: 'node',
  target: 'node20',
  logLevel: 'warning',
});

for (const name of declarationsOf(['index.d.ts', 'api/vitest.d.ts'])) {
  mkdirSync(dirname(join(outFolder, name)), { recursive: true });
  cpSync(inModules(name), join(outFolder, name));
}
chmodSync(join(outFolder, 'cli/main.js'), 0o755);
// Two renames: a program that reads dist meanwhile misses it for no longer.
if (existsSync(path('dist'))) renameSync(path('dist'), before);
renameSync(outFolder, path('dist'));

/**
 * Objects that the modules of a folder spread together are put together key by key.
 *
 * From about the ninth run of a thread on V8 gives what a spread makes a shape of its own in every run, and drops the code that
 * it has compiled for the shapes before.
 */
function keyByKey(folder) {
  const filter = new RegExp(`[\\\\/]modules[\\\\/]${folder}[\\\\/].*\\.js$`);
  return {
    name: 'key-by-key',
    setup(bundle) {
      bundle.onLoad({ filter }, async ({ path: file }) => {
        const { code } = await transform(readFileSync(file, 'utf8'), {
          supported: { 'object-rest-spread': false },
          target: 'node20',
        });
        return { contents: code };
      });
    },
  };
}

/** The modules of these folders, the lowest, and all small ones, as far as they need neither packages nor others. */
function commonModules(folders, smallBytes) {
  const isHere = (name) => folders.includes(name.split('/')[0]) || statSync(inModules(name)).size <= smallBytes;
  const names = readdirSync(modules, { recursive: true }).map((name) => name.replaceAll('\\', '/'));
  let common = new Set(names.filter((name) => name.endsWith('.js') && isHere(name)).sort());
  const isCommon = (name) =>
    [...readFileSync(inModules(name), 'utf8').matchAll(/\b(?:from|import)\s*['"]([^'"]+)['"]/g)].every(
      ([, target]) => target.startsWith('node:') || common.has(posix.join(posix.dirname(name), target)),
    );
  for (let before = -1; before !== common.size; ) {
    before = common.size;
    common = new Set([...common].filter(isCommon));
  }
  return [...common];
}

/** The declarations that a program needs that imports these: most describe what nobody outside can reach. */
function declarationsOf(entries) {
  const found = new Set();
  for (const open = [...entries]; open.length > 0; ) {
    const name = open.pop();
    if (found.has(name)) continue;
    found.add(name);
    const text = readFileSync(inModules(name), 'utf8');
    for (const [, target] of text.matchAll(/\b(?:from\s+|import\s*\(\s*|import\s+)['"](\.[^'"]+)\.js['"]/g)) {
      open.push(join(dirname(name), `${target}.d.ts`));
    }
  }
  return found;
}
