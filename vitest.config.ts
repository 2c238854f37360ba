import { configDefaults, defineConfig } from 'vitest/config';

/** Tests that start the whole program again and again: `npm run check:long` runs them. */
const longTests = [
  'test/api/completedValues.test.ts',
  'test/api/docs.test.ts',
  'test/api/watch.test.ts',
  'test/cli/workflows.test.ts',
  'test/exports/exportCommand.test.ts',
  'test/imports/importCommand.test.ts',
];

/** Tests that start programs, threads or browsers. All others only call functions and share a process, which loads a module once. */
const programs = [
  'test/*.test.ts',
  'test/{api,cli,exports,imports,theory}/**/*.test.ts',
  'test/policy/{hostile.test.ts,typescript/**}',
  'test/report/html/**/*.test.ts',
];

const shared = {
  exclude: [...configDefaults.exclude, ...(process.env.DRYSCALE_LONG === '1' ? [] : longTests)],
  setupFiles: ['test/support/seeded.ts'],
  // Tests start worker threads and end them; processes keep them apart.
  pool: 'forks' as const,
  testTimeout: 60_000,
  hookTimeout: 60_000,
};

export default defineConfig({
  test: {
    globalSetup: ['test/support/buildOnce.ts'],
    maxWorkers: 2,
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
