import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { expect } from 'vitest';
import { parse, stringify } from 'yaml';
import { ProblemError } from '../../../src/base/problem.js';
import { runOnce } from '../../../src/engine/runOnce.js';
import { encodeScenario } from '../../../src/scenario/encodeScenario.js';
import { expectedArrivals } from '../../../src/scenario/expectedArrivals.js';
import { inspectScenario } from '../../../src/scenario/inspect.js';
import type { LoadedScenario } from '../../../src/scenario/load.js';
import { loadScenario, parseScenario } from '../../../src/scenario/load.js';
import { traceFiles, variantScenarios } from '../../support/variantSamples.js';
import { expectPlain, mistakesIn } from '../expectPlain.js';
import { badNumbers, expectSoundRun } from '../expectSoundRun.js';
import { FuzzFolder } from '../fuzzFolder.js';
import { fuzzKind } from '../fuzzKind.js';
import { mutatedTree } from '../mutateTree.js';

const shippedFolder = resolve(import.meta.dirname, '../../../scenarios');
export const shippedTexts = Object.fromEntries(
  readdirSync(shippedFolder)
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => [name, readFileSync(join(shippedFolder, name), 'utf8')]),
);

const folder = new FuzzFolder();
/** A run may have so many arrivals and last so long; larger ones are only looked at. */
const mostArrivals = 500;
const mostSeconds = 1000;

/** What is wrong with a file as a whole, and so stands nowhere in it. */
const ofWholeFile = [
  'empty-file',
  'not-a-mapping',
  'multiple-documents',
  'bad-encoding',
  'too-deep',
  'too-large',
  'too-many-aliases',
  'alias-expansion',
];

/** A scenario file that somebody wrote: every mistake has a place in it, and one without mistakes runs. */
export async function expectHandled(content: string | Uint8Array): Promise<void> {
  for (const [name, content] of Object.entries(traceFiles)) folder.write(name, content);
  const file = folder.write('scenario.yaml', content);
  const text = content.toString();
  let loaded: LoadedScenario;
  try {
    loaded = await loadScenario(file);
  } catch (thrown) {
    const problems = mistakesIn(thrown);
    expectPlain(problems, text);
    for (const { where, code } of problems) {
      const isPlaced = ofWholeFile.includes(code) || (where.line !== undefined && where.column !== undefined);
      expect([code, where.path, where.file, isPlaced]).toEqual([code, where.path, file, true]);
    }
    return;
  }
  expectPlainWarnings(loaded, text);
  expect(parseScenario(encodeScenario(loaded.scenario))).toEqual(loaded.scenario);
  try {
    lookAndRun(loaded);
  } catch (thrown) {
    expectPlain(mistakesIn(thrown), text);
  }
}

function expectPlainWarnings({ warnings }: LoadedScenario, text: string): void {
  if (warnings.length > 0) expectPlain(warnings, text);
}

function lookAndRun({ scenario, folder: scenarioFolder }: LoadedScenario): void {
  const { scaling, small } = smallness(scenario);
  if (!small) return;
  expect(badNumbers(inspectScenario({ scenario, folder: scenarioFolder }).estimates)).toEqual([]);
  const arrivals = Object.values(expectedArrivals(scenario, scenarioFolder)).reduce((sum, count) => sum + count, 0);
  if (!(arrivals <= mostArrivals) || scaling > 1000) return;
  const run = runOnce({ scenario, scenarioFolder, bindings: {}, replication: 0, detail: false });
  expectSoundRun(run, scenario);
}

/** Scenarios that ask for more than a test has time for are another test's business. */
function smallness({ duration, telemetry, services, traffic, gateway, faults }: LoadedScenario['scenario']): {
  readonly scaling: number;
  readonly small: boolean;
} {
  const scaling = Object.values(services).reduce(
    (sum, one) => sum + Math.max(Number(one.scaling.initial) || 0, one.scaling.min),
    0,
  );
  const shortest = telemetry.scrape ?? 15;
  const users = Object.values(traffic).reduce((sum, source) => sum + ('vus' in source ? source.vus : 0), 0);
  const small =
    duration <= mostSeconds &&
    duration / shortest < 1e4 &&
    users < 1000 &&
    (gateway.retries?.attempts ?? 1) < 20 &&
    faults.length < 50;
  return { scaling, small };
}

const trees = [
  ...Object.values(shippedTexts).map((text) => small(parse(text))),
  ...variantScenarios.map(({ input }) => input),
];

/** A shipped scenario of some minutes. */
function small(tree: unknown): unknown {
  return { ...Object(tree), duration: '10m', warmup: '1m' };
}

export const scenarioTrees = fuzzKind<unknown>({
  name: 'scenarios with other values',
  weight: 14,
  arbitrary: mutatedTree(trees),
  show: (tree) => stringifySafely(tree),
  check: (tree) => expectHandled(stringifySafely(tree)),
  end: () => folder.remove(),
});

/** As YAML; what YAML cannot write (a shared lone surrogate, say) as JSON, which it can read. */
export function stringifySafely(tree: unknown): string {
  try {
    return stringify(tree, { aliasDuplicateObjects: false });
  } catch (thrown) {
    if (thrown instanceof ProblemError) throw thrown;
    return JSON.stringify(tree) ?? 'null';
  }
}
