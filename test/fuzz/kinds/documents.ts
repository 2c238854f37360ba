import { join } from 'node:path';
import { expect } from 'vitest';
import { withBaseline } from '../../../src/cli/baselineFile.js';
import { encodeBlob } from '../../../src/cli/blob/blob.js';
import { packageVersion } from '../../../src/cli/version.js';
import { runOnce } from '../../../src/engine/runOnce.js';
import { githubAnnotations } from '../../../src/report/github.js';
import { reporters } from '../../../src/report/index.js';
import { renderTerminal } from '../../../src/report/terminal.js';
import { readDocument } from '../../../src/results/readDocument.js';
import type { ResultDocument } from '../../../src/results/results.js';
import { parseScenario } from '../../../src/scenario/load.js';
import { sampleDocument } from '../../report/sampleDocument.js';
import { callCommand } from '../callCommand.js';
import { expectPlain, mistakesIn } from '../expectPlain.js';
import { FuzzFolder } from '../fuzzFolder.js';
import { fuzzKind } from '../fuzzKind.js';
import { bytesOf, type Mutated, mutatedBytes, shownBytes } from '../mutateBytes.js';
import { mutatedTree } from '../mutateTree.js';

const folder = new FuzzFolder();
const context = { color: false, unicode: true, verbose: true } as const;
const small = { policies: 2, runs: 3, durationSeconds: 600, stepSeconds: 60 };
const sound = JSON.parse(JSON.stringify(sampleDocument(small))) as ResultDocument; // safe: a document survives JSON

/** A report that comes from elsewhere: read or refused, then shown in every form and compared with. */
async function expectDocumentHandled(text: string): Promise<void> {
  const file = folder.write('report.json', text);
  const document = readDocument(text, file);
  if ('what' in document) expectPlain([document], text);
  else {
    await showAll(document);
    withBaseline(sound, { baseline: document, limits: undefined, allowEmpty: false });
    withBaseline(document, { baseline: sound, limits: undefined, allowEmpty: true });
  }
  for (const at of ['1m', '08:00']) {
    try {
      const { code } = await callCommand(['explain', file, '--at', at, '--policy', 'target-cpu']);
      expect(code).toBe(0);
    } catch (thrown) {
      expectPlain(mistakesIn(thrown), text);
    }
  }
}

let counter = 0;

async function showAll(document: ResultDocument): Promise<void> {
  // The page takes a hundred times as long as the others.
  const shownNow = ++counter % 10 === 0 ? reporters : reporters.filter(({ name }) => name !== 'html');
  const files = document.scenarios.map(({ name }) => `${name}.yaml`);
  const texts = [
    renderTerminal(document, { ...context, again: 'dryscale run x', written: 'none' }),
    githubAnnotations(document, { gate: { gate: 'all', reference: undefined }, files }).join('\n'),
    ...(await Promise.all(shownNow.map((reporter) => reporter.render(document, context)))),
  ];
  for (const shown of texts) expect(shown).not.toMatch(/\[object /);
}

export const documentTrees = fuzzKind<unknown>({
  name: 'reports with other values',
  weight: 3,
  fewCount: 3,
  arbitrary: mutatedTree([sound], 3),
  show: (tree) => JSON.stringify(tree) ?? 'undefined',
  check: (tree) => expectDocumentHandled(JSON.stringify(tree) ?? ''),
  end: () => folder.remove(),
});

export const documentBytes = fuzzKind<Mutated>({
  name: 'reports with other bytes',
  weight: 2,
  fewCount: 3,
  arbitrary: mutatedBytes({ 'report.json': JSON.stringify(sound) }, 3),
  show: shownBytes,
  check: (mutated) => expectDocumentHandled(bytesOf(mutated).toString()),
});

function blobTexts(): Readonly<Record<string, string>> {
  const scenario = parseScenario({
    name: 'small',
    duration: '1m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 2 } },
    requests: { page: { route: 'web', io: '50ms' } },
    services: { web: {} },
  });
  const candidates = [{ name: 'none', source: 'none', hash: '0', params: {} }];
  const plan = {
    command: 'compare',
    replications: [0, 1],
    allowEmpty: false,
    comparisons: [{ scenario, hash: '0', candidates }],
  };
  const blobs = [0, 1].map((replication) => {
    const result = runOnce({ scenario, scenarioFolder: '.', bindings: {}, replication, detail: true });
    const cells = [
      {
        cell: { comparisonIndex: 0, candidateIndex: 0, replication, detail: true },
        outcome: { type: 'done' as const, result },
      },
    ];
    return encodeBlob({
      version: packageVersion(),
      shard: { index: replication + 1, count: 2 },
      plan,
      again: 'dryscale compare small.yaml',
      files: ['small.yaml'],
      isInterrupted: false,
      cells,
    });
  });
  return { 'blob-1-2.json': blobs[0], 'blob-2-2.json': blobs[1] };
}

const blobs = blobTexts();

export const blobBytes = fuzzKind<Mutated>({
  name: 'parts of comparisons with other bytes',
  weight: 2,
  fewCount: 3,
  arbitrary: mutatedBytes(blobs, 2),
  show: shownBytes,
  async check(mutated) {
    const parts = { ...blobs, [mutated.name]: bytesOf(mutated) };
    const files = Object.entries(parts).map(([name, content]) => folder.write(name, content));
    try {
      const { code } = await callCommand(['merge', ...files, '--json', '--out', join(folder.path, 'out')]);
      expect([0, 99, 107]).toContain(code);
    } catch (thrown) {
      expectPlain(mistakesIn(thrown), mutated.bytes);
    }
  },
  end: () => folder.remove(),
});
