import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { root } from '../support/runCli.js';
import * as aws from './vectors/aws.js';
import * as keda from './vectors/keda.js';
import * as kubernetesHpa from './vectors/kubernetesHpa.js';
import type { VectorData, VectorKinds } from './vectors/vectorKinds.js';

/**
 * Cases of the real autoscalers' own tests, against the functions that run in the simulator.
 *
 * `DRYSCALE_VECTORS` names the folder and makes a missing one a failure. Which function answers a kind of case is in
 * `vectors/`; no case is treated apart. Files of platforms that are not modelled are listed as such.
 */
const asked = process.env.DRYSCALE_VECTORS;
const folder = resolve(asked ?? join(root, '../shared/vectors'));

/** By the beginning of the file's name. */
const platforms: readonly { readonly prefix: string; readonly kinds: VectorKinds }[] = [
  { prefix: 'hpa-', kinds: kubernetesHpa.kinds },
  { prefix: 'keda', kinds: keda.kinds },
  { prefix: 'aws-', kinds: aws.kinds },
];

interface VectorCase {
  readonly id: string;
  readonly kind: string;
  readonly input: VectorData;
  readonly expected: VectorData;
}

const files = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.json')) : [];
const passes = new Map<string, number>();

/** Integers exactly, reals to 1e-9; numbers too large for a double come as text. */
function matches(actual: unknown, expected: unknown): boolean {
  if (typeof expected === 'string' && /^-?\d{16,}$/.test(expected)) return Number(actual) === Number(expected);
  if (typeof expected === 'number') {
    if (typeof actual !== 'number') return false;
    return actual === expected || Math.abs(actual - expected) <= 1e-9 * Math.abs(expected);
  }
  if (Array.isArray(expected)) {
    if (!Array.isArray(actual) || actual.length !== expected.length) return false;
    return expected.every((one, index) => matches(actual[index], one));
  }
  if (typeof expected === 'object' && expected !== null) {
    if (typeof actual !== 'object' || actual === null) return false;
    const values = actual as VectorData; // safe: an object, read by names only
    return Object.entries(expected).every(([key, one]) => matches(values[key], one));
  }
  return actual === expected;
}

afterAll(() => {
  for (const file of files) {
    const { cases } = readSuite(file);
    const note = platforms.some(({ prefix }) => file.startsWith(prefix)) ? '' : ' (platform not modelled yet)';
    console.log(`${file}: ${passes.get(file) ?? 0} of ${cases.length}${note}`);
  }
});

function readSuite(file: string): { readonly cases: readonly VectorCase[] } {
  return JSON.parse(readFileSync(join(folder, file), 'utf8'));
}

describe('vectors of the real autoscalers', () => {
  it.skipIf(asked === undefined && files.length === 0)('has its cases (skipped: no ../shared/vectors)', () => {
    const modelled = files.filter((file) => platforms.some(({ prefix }) => file.startsWith(prefix)));
    expect(modelled.length, `no vectors in ${folder}`).toBeGreaterThan(0);
    for (const file of files) expect(readSuite(file).cases.length, file).toBeGreaterThan(0);
  });

  it.skipIf(files.length === 0)('are stated by the pages as they are, those that no run reaches apart', () => {
    const page = readFileSync(join(root, 'docs/validation.md'), 'utf8');
    const { cases } = readSuite('keda.json');
    const ofJobs = cases.filter(({ kind }) => keda.kindsOfJobs.includes(kind)).length;
    expect(page).toContain(`| keda: what runs reach | ${cases.length - ofJobs} | ${cases.length - ofJobs} |`);
    expect(page).toContain(`| keda: formulas of ScaledJob, explained and not run | ${ofJobs} | ${ofJobs} |`);
    expect(readFileSync(join(root, 'README.md'), 'utf8')).toContain(`${cases.length - ofJobs} of KEDA`);
    // What runs of ScaledObjects import must not hold the functions of jobs.
    const reached = readFileSync(join(root, 'src/platforms/keda/kedaPolicy.ts'), 'utf8');
    expect(reached).not.toContain('jobs/');
  });

  for (const file of files) {
    const platform = platforms.find(({ prefix }) => file.startsWith(prefix));
    if (platform === undefined) continue;
    describe(file, () => {
      for (const { id, kind, input, expected } of readSuite(file).cases) {
        it(id, () => {
          const answer = platform.kinds[kind];
          expect(answer, `no function answers cases of kind ${kind}`).toBeDefined();
          const actual = answer(input);
          if ('error' in expected) expect(actual.error).toBe(expected.error);
          if (!matches(actual, expected)) expect(actual).toMatchObject(expected);
          passes.set(file, (passes.get(file) ?? 0) + 1);
        });
      }
    });
  }
});
