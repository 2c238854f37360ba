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

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: [...configDefaults.exclude, ...(process.env.DRYSCALE_LONG === '1' ? [] : longTests)],
    globalSetup: ['test/support/buildOnce.ts'],
    setupFiles: ['test/support/seeded.ts'],
    // Tests start worker threads and end them; processes keep them apart.
    pool: 'forks',
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
    typecheck: { include: ['test/types/**/*.test-d.ts'] },
  },
});
