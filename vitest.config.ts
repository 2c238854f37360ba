import { configDefaults, defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** Tests that start the whole program again and again: `npm run check:long` runs them. */
const longTests = [
  'test/api/completedValues.test.ts',
  'test/api/docs.test.ts',
  'test/api/watch.test.ts',
  'test/cli/resume/kills.test.ts',
  'test/exports/exportCommand.test.ts',
  'test/imports/importCommand.test.ts',
  'test/run/coverage.test.ts',
];

/** Tests that start programs, threads or browsers. All others only call functions and share a process, which loads a module once. */
const programs = [
  'test/*.test.ts',
  'test/{api,cli,exports,fuzz,hostile,imports,theory,trials}/**/*.test.ts',
  'test/base/userFile.test.ts',
  'test/policy/typescript/**',
  'test/run/endedThreads.test.ts',
  'test/report/html/**/*.test.ts',
];

/** The longest first, so that the last file to end is a short one and both processors are busy until then. */
const longest = [
  'hostile/cases',
  'cli/verify',
  'docs',
  'report/html/browser',
  'golden',
  'run/looks',
  'cli/gates',
  'cli/sloGate',
  'report/html/layout',
  'api/manyCalls',
  'theory/theory',
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

const shared = {
  exclude: [...configDefaults.exclude, ...(process.env.DRYSCALE_LONG === '1' ? [] : longTests)],
  setupFiles: ['test/support/seeded.ts'],
  // Tests start worker threads and end them; processes keep them apart.
  pool: 'forks' as const,
  testTimeout: 60_000,
  hookTimeout: 60_000,
  maxConcurrency: 2,
};

export default defineConfig({
  test: {
    globalSetup: ['test/support/buildOnce.ts'],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    typecheck: { include: ['test/types/**/*.test-d.ts'] },
    projects: [
      { test: { ...shared, name: 'programs', include: programs } },
      {
        test: {
          ...shared,
          name: 'functions',
          include: ['test/**/*.test.ts'],
          exclude: [...shared.exclude, ...programs],
          isolate: false,
        },
      },
    ],
  },
});
