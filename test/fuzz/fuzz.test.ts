import { afterAll, describe, expect, it } from 'vitest';
import type { AnyFuzzKind } from './fuzzKind.js';
import { fuzzPlan } from './fuzzPlan.js';
import { fuzzKinds } from './kinds/index.js';
import { wholeScenarios } from './kinds/wholeScenarios.js';
import { countOf, runFuzz } from './runFuzz.js';

const plan = fuzzPlan(process.env);
const tried: { kind: string; inputs: number; cpuSeconds: number; wallSeconds: number }[] = [];

async function tryAll(kind: AnyFuzzKind, count: number): Promise<void> {
  const [began, cpuBegan] = [performance.now(), process.cpuUsage()];
  try {
    await runFuzz(kind, count, plan);
    kind.end?.();
  } finally {
    const { user, system } = process.cpuUsage(cpuBegan);
    const tenths = (seconds: number) => Math.round(seconds * 10) / 10;
    const wallSeconds = tenths((performance.now() - began) / 1e3);
    tried.push({ kind: kind.name, inputs: count, cpuSeconds: tenths((user + system) / 1e6), wallSeconds });
  }
}

afterAll(() => {
  if (plan.totalCount === undefined) return;
  console.log(`fuzz: seed ${plan.seed} (DRYSCALE_FUZZ_SEED; "random" draws one)`);
  console.table(tried);
});

describe('what a stranger writes ends as a result or as the mistake in words', () => {
  it.each(fuzzKinds.map((kind) => [kind.name, kind] as const))(
    '%s',
    (_name, kind) => tryAll(kind, countOf(kind, fuzzKinds, plan)),
    3_600_000,
  );
});

describe('whatever a scenario says', () => {
  it(wholeScenarios.name, () => tryAll(wholeScenarios, plan.totalCount ?? wholeScenarios.fewCount ?? 0), 3_600_000);

  it('has kinds with names of their own', () => {
    const names = [...fuzzKinds, wholeScenarios].map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });
});
