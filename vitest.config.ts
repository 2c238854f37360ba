import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
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
