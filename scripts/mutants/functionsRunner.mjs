import { readdirSync } from 'node:fs';
import { register } from 'node:module';
import { join, relative, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  DryRunStatus,
  determineHitLimitReached,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import { startTests } from '@vitest/runner';
import fc from 'fast-check';

/**
 * Runs tests that only call functions, in this process, with modules loaded once for all mutants.
 *
 * A mutant costs what its tests cost (docs/decisions/009-mutants.md). Which tests, the limits and the restarts are Stryker's:
 * constants that a module works out as it is loaded get a process of their own.
 */
class FunctionsRunner {
  static inject = tokens(commonTokens.options);
  #testFiles;
  #isFresh = true;
  #loads = 0;

  constructor({ functions }) {
    this.#testFiles = functions.tests.flatMap((folder) =>
      readdirSync(folder, { recursive: true })
        .filter((name) => name.endsWith('.test.ts') && !functions.leftOut.includes(name))
        .map((name) => join(folder, name)),
    );
  }

  capabilities() {
    return { reloadEnvironment: false };
  }

  async init() {
    register('./typescriptLoader.mjs', import.meta.url);
    globalThis.__stryker__ ??= {};
  }

  async dryRun({ files }) {
    const coverage = { static: {}, perTest: {} };
    // What is covered by loading alone is static; what a test file does while it is read belongs to its tests.
    await this.#load(files);
    coverage.static = takeCoverage().static;
    const results = [];
    for (const path of this.#testFiles) {
      const run = await this.#run([path], { isCounted: true });
      const { static: whileRead, perTest } = takeCoverage();
      for (const test of run.tests) coverage.perTest[test.id] = added(perTest[test.id] ?? {}, whileRead);
      results.push(...run.tests);
    }
    return { status: DryRunStatus.Complete, tests: results, mutantCoverage: coverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, sandboxFileName }) {
    const stryker = globalThis.__stryker__;
    const isFresh = this.#isFresh;
    this.#isFresh = false;
    Object.assign(stryker, { activeMutant: activeMutant.id, hitCount: 0, hitLimit });
    if (isFresh) await this.#load([sandboxFileName]);
    const wanted = testFilter === undefined ? undefined : new Set(testFilter);
    const paths = this.#testFiles.filter(
      (path) => wanted === undefined || testFilter.some((id) => id.startsWith(`${path}#`)),
    );
    const run = await this.#run(paths, { wanted, isBailing: true });
    const timeout = determineHitLimitReached(stryker.hitCount, hitLimit);
    Object.assign(stryker, { activeMutant: undefined, hitCount: undefined, hitLimit: undefined });
    const failed = run.tests.filter(({ status }) => status === TestStatus.Failed);
    if (!isFresh && failed.length > 0 && !(await this.#isSound(failed))) process.exit(1);
    return toMutantRunResult(timeout ?? { status: DryRunStatus.Complete, tests: run.tests });
  }

  /** Whether tests that failed pass without a mutant: else an earlier one left its traces, and Stryker tries in a fresh process. */
  async #isSound(failed) {
    const paths = this.#testFiles.filter((path) => failed.some(({ id }) => id.startsWith(`${path}#`)));
    const { tests } = await this.#run(paths, { wanted: new Set(failed.map(({ id }) => id)) });
    return tests.every(({ status }) => status !== TestStatus.Failed);
  }

  async #load(files = []) {
    await import(pathToFileURL(resolve('test/support/seeded.ts')).href);
    // Enough for what is worth a property, and a third of the time.
    fc.configureGlobal({ ...fc.readConfigureGlobal(), numRuns: 35 });
    for (const file of files) await import(pathToFileURL(file).href);
  }

  async #run(paths, { wanted, isBailing = false, isCounted = false }) {
    await this.#load();
    const stryker = globalThis.__stryker__;
    let hasFailed = false;
    const runner = {
      config,
      importFile: (path) => import(`${pathToFileURL(path).href}?${this.#loads++}`),
      onCollected: (files) => {
        if (wanted === undefined) return;
        for (const test of testsIn(files)) if (!wanted.has(idOf(test)) && test.mode === 'run') test.mode = 'skip';
      },
      onBeforeRunTask: (task) => {
        if (isBailing && hasFailed) task.mode = 'skip';
        if (isCounted) stryker.currentTestId = idOf(task);
      },
      onAfterRunTask: (task) => {
        hasFailed ||= task.result?.state === 'fail';
        stryker.currentTestId = undefined;
      },
    };
    const files = await startTests(
      paths.map((path) => ({ filepath: resolve(path), testLocations: undefined })),
      runner,
    );
    // A file that cannot be read has no tests: its failure is theirs.
    const broken = files.filter(({ result }) => result?.state === 'fail' && (result.errors?.length ?? 0) > 0);
    const tests = testsIn(files).filter(({ result }) => result?.state === 'pass' || result?.state === 'fail');
    return {
      tests: [
        ...tests.map(resultOf),
        ...broken.map(({ filepath, result }) => failure(`${relative('.', filepath)}#`, result)),
      ],
    };
  }
}

/** What vitest's runner wants to know; the timeouts are Stryker's. */
const config = {
  root: process.cwd(),
  allowOnly: false,
  sequence: { shuffle: false, concurrent: false, seed: 1, hooks: 'stack', setupFiles: 'list' },
  maxConcurrency: 1,
  testTimeout: 0,
  hookTimeout: 0,
  retry: 0,
  setupFiles: [],
  tags: [],
  strictTags: false,
};

function testsIn(tasks) {
  return tasks.flatMap((task) => (task.type === 'test' ? [task] : testsIn(task.tasks)));
}

/** File and names down to the test; of equal names the place tells. */
function idOf(task) {
  const names = [];
  for (let at = task; at !== undefined && at.type !== undefined && at.filepath === undefined; at = at.suite) {
    names.unshift(at.name);
  }
  return `${relative('.', task.file.filepath)}#${names.join(' > ')}#${task.id.split('_').slice(1).join('_')}`;
}

function resultOf(task) {
  const base = { id: idOf(task), name: idOf(task), timeSpentMs: task.result.duration ?? 0 };
  if (task.result.state === 'pass') return { ...base, status: TestStatus.Success };
  return { ...base, ...failure(base.id, task.result) };
}

function failure(id, result) {
  const failureMessage = result.errors?.[0]?.message ?? 'failed';
  return { id, name: id, timeSpentMs: 0, status: TestStatus.Failed, failureMessage };
}

/** The counts since the last time, by mutant. Modules keep hold of the object that counts, so it is emptied, not replaced. */
function takeCoverage() {
  globalThis.__stryker__.mutantCoverage ??= { static: {}, perTest: {} };
  const counts = globalThis.__stryker__.mutantCoverage;
  const taken = { static: counts.static, perTest: counts.perTest };
  Object.assign(counts, { static: {}, perTest: {} });
  return taken;
}

function added(counts, more) {
  const sum = { ...counts };
  for (const [mutant, count] of Object.entries(more)) sum[mutant] = (sum[mutant] ?? 0) + count;
  return sum;
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'functions', FunctionsRunner)];

const listOfTexts = { type: 'array', items: { type: 'string' } };

export const strykerValidationSchema = {
  type: 'object',
  properties: {
    functions: { type: 'object', properties: { tests: listOfTexts, leftOut: listOfTexts } },
  },
};
