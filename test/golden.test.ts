import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ProblemError } from '../src/base/problem.js';
import { resolveCandidates } from '../src/policy/candidates.js';
import type { Candidate } from '../src/policy/policySpec.js';
import { hasResults, type PolicyResult } from '../src/results/results.js';
import { runPlannedComparisons } from '../src/run/compare.js';
import { checkManifests } from '../src/scenario/checkManifests.js';
import { expectedArrivals } from '../src/scenario/expectedArrivals.js';
import { loadScenario } from '../src/scenario/load.js';
import type { Scenario } from '../src/scenario/schema.js';
import { root } from './support/runCli.js';

/**
 * Every shipped scenario under every shipped policy, number by number.
 *
 * `npm run golden` writes the files anew and prints which numbers moved; the commit that changes them says why.
 */
const isUpdate = process.env.DRYSCALE_UPDATE_GOLDEN === '1';
const goldenFolder = join(root, 'reports/golden');
const listOf = (folder: string, pattern: RegExp) =>
  readdirSync(join(root, folder)).filter((name) => pattern.test(name));
const scenarios = listOf('scenarios', /\.yaml$/);
/** Those of model servers read metrics that no service of these scenarios has. */
const ofModels = ['context-aware.lua'];
const policies = listOf('policies', /\.(lua|ts|yaml|json)$/).filter((name) => !ofModels.includes(name));

/** One in Lua and a manifest: npm test looks at these in turn, npm run check:ci at all. */
const few = ['target-cpu', 'hpa-default'];

/** A scenario with more shows itself in one run of the policies it names. */
const manyRequests = 1e6;

interface Golden {
  readonly runs: number;
  readonly measures: Readonly<Record<string, number | string>>;
}

function goldenOf(policy: PolicyResult): Golden {
  const entries = Object.entries(policy.measures).map(
    ([name, { mean, reason }]) => [name, mean ?? reason ?? 'no data'] as const,
  );
  return { runs: policy.replications.length, measures: Object.fromEntries(entries) };
}

async function goldensOf(file: string, isAsked = (_name: string) => true): Promise<Map<string, Golden>> {
  const { scenario, folder, hash } = await loadScenario(join(root, 'scenarios', file));
  const arrivals = Object.values(expectedArrivals(scenario, folder)).reduce((sum, count) => sum + count, 0);
  const isLong = arrivals > manyRequests;
  const all = isLong
    ? await resolveCandidates({ texts: scenario.policies, baseFolder: folder })
    : await resolveCandidates({ texts: policies.map((name) => join(root, 'policies', name)), baseFolder: root });
  const candidates = all.filter((candidate) => isAsked(candidate.name) && fits(scenario, candidate));
  const outcome = await runPlannedComparisons([{ scenario, folder, hash, candidates }], {
    replications: isLong ? [0] : [0, 1],
    workerCount: 2,
    workerFile: join(root, 'dist/cli/worker.js'),
    allowEmpty: true,
    signal: new AbortController().signal,
  });
  return new Map(outcome.scenarios[0].policies.filter(hasResults).map((policy) => [policy.name, goldenOf(policy)]));
}

/** A manifest that asks for what a scenario does not have (memory, a request) has no numbers there. */
function fits(scenario: Scenario, candidate: Candidate): boolean {
  try {
    checkManifests(scenario, [candidate]);
    return true;
  } catch (thrown) {
    if (thrown instanceof ProblemError) return false;
    throw thrown;
  }
}

/** What moved, one line a number. */
function differences(before: Golden | undefined, after: Golden): string[] {
  const names = new Set([...Object.keys(before?.measures ?? {}), ...Object.keys(after.measures)]);
  return [...names].flatMap((name) => {
    const [old, now] = [before?.measures[name], after.measures[name]];
    if (old === now) return [];
    const isMove = typeof old === 'number' && typeof now === 'number' && old !== 0;
    return `${name}: ${old ?? 'new'} -> ${now ?? 'gone'}${isMove ? ` (${((now / old - 1) * 100).toPrecision(2)} %)` : ''}`;
  });
}

const folderOf = (scenario: string) => join(goldenFolder, scenario.replace(/\.yaml$/, ''));

function movedOf(folder: string, goldens: ReadonlyMap<string, Golden>): string[] {
  return [...goldens].flatMap(([name, golden]) =>
    differences(readGolden(join(folder, `${fileNameOf(name)}.json`)), golden).map((line) => `${name}: ${line}`),
  );
}

/** `static:12` is no name of a file everywhere. */
function fileNameOf(policy: string): string {
  return policy.replaceAll(':', '-');
}

function readGolden(path: string): Golden | undefined {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}

describe('reports/golden', () => {
  /** Of many requests: npm run check:ci looks at them. */
  const busy = [
    'office-hours',
    'checkout',
    'steady',
    'every-worker',
    'flash-sale',
    'own-api',
    'hpa-growth',
    'morning-stampede',
  ].map((name) => `${name}.yaml`);
  const short = scenarios.filter((name) => !busy.includes(name));
  const turns = short.map((file, index) => [file, few[index % few.length]]);
  it.skipIf(isUpdate).each(turns)('has the numbers of %s under %s', async (file, policy) => {
    const goldens = await goldensOf(file, (name) => name === policy);
    expect(goldens.size).toBeGreaterThanOrEqual(1);
    expect(movedOf(folderOf(file), goldens), 'numbers moved; if they should, run: npm run golden').toEqual([]);
  });

  it.each(scenarios)('has the numbers of %s', { tags: ['ci'] }, async (file) => {
    const folder = folderOf(file);
    const goldens = await goldensOf(file);
    expect(goldens.size).toBeGreaterThanOrEqual(3);
    const moved = movedOf(folder, goldens);
    if (isUpdate) {
      console.log([`${file}: ${moved.length} numbers moved`, ...moved].join('\n  '));
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      for (const [name, golden] of goldens)
        writeFileSync(join(folder, `${fileNameOf(name)}.json`), `${JSON.stringify(golden, null, 2)}\n`);
      return;
    }
    const extra = existsSync(folder)
      ? readdirSync(folder).filter((name) => ![...goldens.keys()].map(fileNameOf).includes(name.replace(/\.json$/, '')))
      : [];
    expect(extra, 'files of policies that are gone').toEqual([]);
    expect(moved, 'numbers moved; if they should, run: npm run golden').toEqual([]);
  });
});
