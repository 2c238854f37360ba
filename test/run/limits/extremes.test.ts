import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../../src/base/problem.js';
import { standardAllowance } from '../../../src/engine/limits/allowance.js';
import { PolicyFault } from '../../../src/policy/policy.js';
import { rejectTooMuch } from '../../../src/run/limits/index.js';
import { planRun } from '../../../src/run/limits/limit.js';
import { inspectScenario } from '../../../src/scenario/inspect.js';
import { parseScenario } from '../../../src/scenario/load.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { extremeScenarios } from '../../support/extremeScenarios.js';
import { runWithLua } from '../../support/runWithLua.js';
import { sampled } from '../../support/sampled.js';

/** All of them take minutes. */
const isLong = process.env.DRYSCALE_LONG === '1';
const all = extremeScenarios();
const chosen = isLong ? all : all.filter((_, index) => index % 17 === 3);
/** A run of its own takes it as far as a run may go. */
const isFar = ({ text }: (typeof all)[number]) => text === 'gateway.retries.attempts: 1000000000';

/** Of a processor: other tests run at the same time. */
const limitSeconds = 20;

describe('one extreme number hurts nobody', () => {
  it('has cases', () => {
    expect(all.length).toBeGreaterThan(600);
  });

  for (const { tags, part } of sampled(chosen, 1, isFar))
    it.each(part)('$text', { tags }, ({ scenario }) => meets(scenario));
});

function meets(input: unknown): void {
  const { user: begun } = process.cpuUsage();
  try {
    // safe: what is none is refused, and that is what is looked at.
    const written = input as ScenarioInput;
    const scenario = parseScenario(written);
    rejectTooMuch(planRun({ file: 'a.yaml', scenario, folder: '.', candidates: [] }), standardAllowance);
    inspectScenario({ scenario, folder: '.' });
    runWithLua(written, 'return { decide = function(o) return 5 end }');
  } catch (thrown) {
    if (thrown instanceof ProblemError) expect([104, 106]).toContain(thrown.exitCode);
    else expect(thrown).toBeInstanceOf(PolicyFault);
  }
  expect((process.cpuUsage().user - begun) / 1e6).toBeLessThan(limitSeconds);
}
