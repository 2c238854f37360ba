import { expect } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { runOnce } from '../../../src/engine/runOnce.js';
import type { Candidate } from '../../../src/policy/policySpec.js';
import { bindManifests } from '../../../src/scenario/bindManifests.js';
import { checkManifests } from '../../../src/scenario/checkManifests.js';
import { parseScenario } from '../../../src/scenario/load.js';
import { callCommand } from '../callCommand.js';
import { manifestTexts } from '../corpus.js';
import { controls, expectPlain, mistakesIn } from '../expectPlain.js';
import { expectSoundRun } from '../expectSoundRun.js';
import { FuzzFolder } from '../fuzzFolder.js';
import { fuzzKind } from '../fuzzKind.js';
import { bytesOf, type Mutated, mutatedBytes, shownBytes } from '../mutateBytes.js';
import { mutatedTree } from '../mutateTree.js';
import { stringifySafely } from './scenarioTrees.js';

const folder = new FuzzFolder();
const scenario = parseScenario({
  name: 'small',
  duration: '4m',
  traffic: { load: { executor: 'constant-arrival-rate', rate: 4 } },
  requests: { page: { route: 'web', cpu: '200ms' } },
  services: { web: { instance: { vcpus: 1, startup: '5s', price: 0.1 }, scaling: { min: 1, max: 8 } } },
});

/** What somebody deploys: explained in every form, and run when it can be. */
async function expectManifestHandled(content: string | Uint8Array): Promise<void> {
  const file = folder.write('manifest.yaml', content);
  const text = content.toString();
  await explain([file], text);
  await explain(['--json', file], text);
  run(file, text);
}

async function explain(args: readonly string[], text: string): Promise<void> {
  try {
    const { code, stdout, stderr } = await callCommand(['explain', ...args]);
    expect([0, 99, 104]).toContain(code);
    if (!/NaN|undefined|\[object|Infinity|inf/i.test(text))
      expect(stdout + stderr).not.toMatch(/\bNaN\b|\bundefined\b|\[object |\bInfinity\b/);
    expect(stdout + stderr).not.toMatch(controls);
    if (args.includes('--json') && code !== 104) JSON.parse(stdout);
  } catch (thrown) {
    expectPlain(mistakesIn(thrown), text);
  }
}

function run(file: string, code: string): void {
  try {
    const spec = {
      kind: 'manifest',
      fileName: 'manifest.yaml',
      path: file,
      code,
      params: {},
      metricNames: {},
    } as const;
    const candidate: Candidate = {
      name: 'manifest',
      source: 'manifest.yaml',
      hash: '0',
      params: {},
      bindings: { web: spec },
    };
    const { candidates } = bindManifests(scenario, [candidate]);
    checkManifests(scenario, candidates);
    const [{ bindings }] = candidates;
    expectSoundRun(
      runOnce({ scenario, scenarioFolder: folder.path, bindings, replication: 0, detail: true }),
      scenario,
    );
  } catch (thrown) {
    expectPlain(mistakesIn(thrown), code);
  }
}

export const manifestBytes = fuzzKind<Mutated>({
  name: 'manifests with other bytes',
  weight: 7,
  fewCount: 4,
  arbitrary: mutatedBytes(manifestTexts),
  show: shownBytes,
  check: (mutated) => expectManifestHandled(bytesOf(mutated)),
  end: () => folder.remove(),
});

const trees = Object.values(manifestTexts).flatMap((text) =>
  parseAllDocuments(text).map((document) => document.toJS()),
);

export const manifestTrees = fuzzKind<unknown>({
  name: 'manifests with other values',
  weight: 8,
  fewCount: 4,
  arbitrary: mutatedTree(trees),
  show: stringifySafely,
  check: (tree) => expectManifestHandled(stringifySafely(tree)),
  end: () => folder.remove(),
});
