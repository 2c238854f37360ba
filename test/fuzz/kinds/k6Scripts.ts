import { expect } from 'vitest';
import { parse } from 'yaml';
import { importOptions, k6Importer } from '../../../src/imports/k6/k6Importer.js';
import { parseScenario } from '../../../src/scenario/load.js';
import { expectPlain, mistakesIn } from '../expectPlain.js';
import { FuzzFolder } from '../fuzzFolder.js';
import { fuzzKind } from '../fuzzKind.js';
import { bytesOf, type Mutated, mutatedBytes, shownBytes } from '../mutateBytes.js';
import { mutatedTree } from '../mutateTree.js';

const stages = [
  { duration: '30s', target: 10 },
  { duration: '1m', target: 0 },
];
const options: readonly object[] = [
  { vus: 5, duration: '30s' },
  {
    stages,
    thresholds: {
      http_req_duration: ['p(95)<500'],
      'http_req_failed{scenario:a}': [{ threshold: 'rate<0.1', abortOnFail: true }],
    },
  },
  {
    scenarios: {
      a: {
        executor: 'constant-arrival-rate',
        rate: 30,
        timeUnit: '1s',
        duration: '1m',
        preAllocatedVUs: 5,
        maxVUs: 50,
        exec: 'main',
      },
      b: {
        executor: 'ramping-arrival-rate',
        startRate: 0,
        stages,
        preAllocatedVUs: 5,
        startTime: '10s',
        tags: { team: 'x' },
      },
      c: { executor: 'ramping-vus', startVUs: 1, stages, gracefulRampDown: '0s' },
      d: { executor: 'per-vu-iterations', vus: 2, iterations: 5, maxDuration: '30s', env: { A: 'b' } },
      e: { executor: 'shared-iterations', vus: 2, iterations: 9 },
      f: { executor: 'externally-controlled', vus: 1, maxVUs: 3, duration: '1m' },
    },
    tags: { a: 'b' },
  },
];

const readText = (tree: unknown) =>
  `export const options = ${JSON.stringify(tree) ?? 'undefined'};\nexport default function () {}\n`;

/** What a script exports comes to us as data, of any shape. */
export const k6Options = fuzzKind<unknown>({
  name: 'options of k6 scripts',
  weight: 4,
  arbitrary: mutatedTree(options),
  show: readText,
  check(tree) {
    const text = readText(tree);
    const data: unknown = tree === undefined ? undefined : JSON.parse(JSON.stringify(tree) ?? 'null');
    try {
      const evaluated = {
        options: data,
        exportNames: ['options', 'default', 'main'],
        functionNames: ['default', 'main'],
        text,
      };
      expectScenario(importOptions(evaluated, { file: 'script.js', text }, undefined).text);
    } catch (thrown) {
      expectPlain(mistakesIn(thrown), text);
    }
  },
});

/** What an import writes can be loaded. */
function expectScenario(text: string): void {
  expect(text).not.toMatch(/\bNaN\b|\.nan|Infinity|\.inf/);
  parseScenario(parse(text));
}

const folder = new FuzzFolder();
const scripts = {
  'plain.js': `import http from 'k6/http';\nimport { sleep, check } from 'k6';\nconst base = __ENV.BASE || 'http://x';\n${readText(options[0])}`,
  'computed.js': `const users = JSON.parse('[1, 2]');\nconst rate = users.map((n) => n * 2).reduce((a, b) => a + b, 0);\nexport const options = { scenarios: { a: { executor: 'constant-arrival-rate', rate, duration: \`\${rate}s\`, preAllocatedVUs: 2 } } };\nexport default function () { while (false) {} }\n`,
  'typed.ts': `import { Options } from 'k6/options';\nexport const options: Options = { stages: [{ duration: '10s', target: 3 }] };\nexport function setup() { return { a: 1 }; }\nexport default (data: { a: number }): void => {};\n`,
};

/** The scripts themselves, each in a process of its own. */
export const k6Scripts = fuzzKind<Mutated>({
  name: 'k6 scripts with other bytes',
  weight: 0.5,
  fewCount: 1,
  arbitrary: mutatedBytes(scripts, 4),
  show: shownBytes,
  async check(mutated) {
    const file = folder.write(mutated.name, bytesOf(mutated));
    const request = { file, out: undefined, env: {}, format: undefined, interval: undefined, series: undefined };
    try {
      expectScenario((await k6Importer.read(request)).text);
    } catch (thrown) {
      expectPlain(mistakesIn(thrown), mutated.bytes);
    }
  },
  end: () => folder.remove(),
});
