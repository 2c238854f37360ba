import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve, sep } from 'node:path';
import { configDefaults, defineConfig, type Plugin } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/**
 * Where a test runs is said beside it, by a tag (`@module-tag ci` at the top of a file tags all of it). `DRYSCALE_TESTS` chooses:
 * `quick` those without a tag (npm test), `ci` the ones tagged so (npm run check:ci), `long` all (npm run check:long); left out, all
 * but `long`, which is what a single file is run with.
 */
const tags = [
  { name: 'ci', description: 'takes over a second; npm test shows the same claim with less', timeout: 900_000 },
  { name: 'long', description: 'takes minutes, or needs a registry', timeout: 3_600_000 },
];
const runs: Readonly<Record<string, { readonly filter: string; readonly files?: RegExp }>> = {
  quick: { filter: '!ci && !long', files: /^(?!\/\/ @module-tag)/ },
  // Only files that have such a test: the others would be loaded for nothing.
  ci: { filter: 'ci', files: /@module-tag ci\b|'ci'|\bsampled\b|theoryTests/ },
  long: { filter: 'ci || !ci' },
  file: { filter: '!long' },
};
const run = runs[process.env.DRYSCALE_TESTS ?? 'file'];
if (run === undefined) throw new Error(`DRYSCALE_TESTS is one of ${Object.keys(runs).join(', ')}`);

const testFiles = readdirSync('test', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts'))
  .map((name) => `test/${name.replaceAll('\\', '/')}`);
const leftOut = testFiles.filter((name) => run.files?.test(readFileSync(name, 'utf8')) === false);

/** Tests that start programs, threads or browsers. All others only call functions and share a process, which loads a module once. */
const programs = [
  /^test\/[^/]+$/,
  /^test\/(api|cli|exports|fuzz|hostile|imports|mcp|theory|trials)\//,
  /^test\/(base\/userFile|real\/proxies|run\/endedThreads)\./,
  /^test\/(policy\/typescript|report\/html)\//,
];
/** Of those folders, tests that only call functions after all. */
const calls = [
  /^test\/api\/(judge|limits|matchers)\./,
  /^test\/cli\/(askQuestions|gate|gateReports|repeatCommand|showWarnings)\./,
  /^test\/cli\/(context\/unnamedEntries|explain\/explainInputs|resume\/journalFormat)\./,
  /^test\/exports\/(approximateCurve|clusterSeries|eventExports|k6RoundTrip|literal|vcpusOfServices)\./,
  /^test\/imports\/(logLines|notFinite|evidence\/(jsonStream|readEvidence)|observations\/.*)\./,
  /^test\/report\/html\/(charts|failures|graphLayout|keptOut|linkedState|page|parts|quality|tokens)\./,
];
/** What npm test runs of them leaves no trace in the process. */
const sharers = run === runs.quick ? [...calls, /^test\/(api|cli|exports|imports|policy|theory)\/(?!watch)/] : calls;
const startsPrograms = (name: string): boolean =>
  programs.some((one) => one.test(name)) && !sharers.some((one) => one.test(name));

/** The longest first, so that the last file to end is a short one and both processors are busy until then. */
const longest = [
  'theory/theory',
  'real/proxies',
  'theory/theoryOther',
  'golden',
  'hostile/cases',
  'cli/verify',
  'docs',
  'report/html/browser',
  'engine/looks',
  'cli/gates',
  'cli/sloGate',
  'report/html/layout',
  'api/manyCalls',
  'cli/main',
  'api/simulate',
  'run/compare',
].map((name) => `test/${name}.test.ts`);

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rankOf = ({ moduleId }: TestSpecification) => {
      const rank = longest.findIndex((path) => moduleId.endsWith(path));
      return rank < 0 ? longest.length : rank;
    };
    return (await super.sort(files)).sort((a, b) => rankOf(a) - rankOf(b));
  }
}

const sources = resolve('src') + sep;
const modules = resolve('dist/modules') + sep;
/** The scripts of pages, which the compiler's modules leave out. */
const pages = ['report/html/page', 'mcp/view'].map((folder) => join(sources, folder, sep));

/**
 * What tests import from src is what the compiler made of it, as Node loads it: it takes half the processor time of what
 * vitest makes of a source, whose every call of another module is a look-up. Never both: a module would be there twice.
 */
const builtModules: Plugin = {
  name: 'built-modules',
  enforce: 'pre',
  resolveId(id, importer) {
    if (importer === undefined || !id.startsWith('.')) return undefined;
    const path = resolve(dirname(importer), id);
    if (!path.startsWith(sources) || pages.some((folder) => path.startsWith(folder))) return undefined;
    const built = path.replace(sources, () => modules);
    if (!existsSync(built)) throw new Error(`${id} is not built: npm run build`);
    return built;
  },
};

const shared = {
  exclude: [...configDefaults.exclude, ...leftOut],
  setupFiles: ['test/support/seeded.ts'],
  // Tests start worker threads and end them; processes keep them apart.
  pool: 'forks' as const,
  server: { deps: { external: [/[\\/]dist[\\/]modules[\\/]/] } },
  // A test that hangs is ended some day; a slow machine, or one that others use, fails none.
  testTimeout: 300_000,
  hookTimeout: 300_000,
  maxConcurrency: 2,
};

export default defineConfig({
  plugins: [builtModules],
  test: {
    globalSetup: ['test/support/buildOnce.ts'],
    maxWorkers: 2,
    tags,
    // The command's own option; vitest has no type for it here.
    ...{ tagsFilter: [run.filter] },
    sequence: { sequencer: LongestFirst },
    typecheck: { include: ['test/types/**/*.test-d.ts'] },
    projects: [
      { extends: true, test: { ...shared, name: 'programs', include: testFiles.filter(startsPrograms) } },
      {
        extends: true,
        test: {
          ...shared,
          name: 'functions',
          include: testFiles.filter((name) => !startsPrograms(name)),
          isolate: false,
        },
      },
    ],
  },
});
