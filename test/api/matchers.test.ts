import { beforeAll, describe, expect, it } from 'vitest';
import type {} from '../../src/api/vitest.js';
import { dryscale, registerMatchers } from './built.js';
import { sampleScenario } from './sampleScenario.js';

const { simulate, compare } = dryscale;
beforeAll(registerMatchers);
const result = await simulate(sampleScenario, 'static:3', { runs: 2 });

/** What a failed expectation says. */
function messageOf(expectation: () => void): string {
  try {
    expectation();
  } catch (thrown) {
    return thrown instanceof Error ? thrown.message : String(thrown);
  }
  return 'it passed';
}

describe('the matchers', () => {
  it('pass for what is met and for the contrary of what is not', () => {
    expect(result).toMeet('p(95)<1000');
    expect(result).toMeet('cost_usd', 'value<12');
    expect(result).not.toMeet('p(95)<1');
    expect(result).not.toMeetThresholds();
  });

  it('show value and limit when they fail', () => {
    expect(messageOf(() => expect(result).toMeet('p(95)<1'))).toMatch(
      /^expected static:3 to meet http_req_duration p\(95\)<1, but the value is \d+/,
    );
    expect(messageOf(() => expect(result).not.toMeet('cost_usd', 'value<12'))).toMatch(
      /^expected static:3 not to meet cost_usd value<12, but the value is 0\.0\d+/,
    );
    expect(messageOf(() => expect(result).toMeet('recovery_s', 'value<1'))).toContain('there is no value');
  });

  it('list the thresholds that are missed, and only these', () => {
    const message = messageOf(() => expect(result).toMeetThresholds());
    expect(message).toMatch(/^static:3 misses 1 of 2 thresholds\n {2}cost_usd value<0.0001: the value is 0\.0/);
  });

  it('fail for a scenario without thresholds and SLO, which could never be missed', async () => {
    const { thresholds: _, slo, ...bare } = sampleScenario;
    const unjudged = await simulate(bare, 'none', { runs: 1 });
    expect(messageOf(() => expect(unjudged).toMeetThresholds())).toContain('has no thresholds and no SLO');
    expect(messageOf(() => expect(unjudged).toMeetSlo())).toContain('has no SLO');
    const reported = await simulate({ ...bare, slo: { latency: '1s', objective: 0.9, gate: false } }, 'none', {
      runs: 1,
    });
    expect(messageOf(() => expect(reported).toMeetThresholds())).toContain('an SLO that is only reported');
    expect(slo).toBeDefined();
  });

  it('judge the SLO as the exit code does', async () => {
    const { thresholds: _, ...bare } = sampleScenario;
    const strict = { latency: '20ms', objective: 0.9 };
    const slow = await simulate({ ...bare, slo: strict }, 'static:3', { runs: 2 });
    const message = /misses the SLO\n {2}the SLO: [\d.]+ % of the requests were good; met in 0 of 2 runs/;
    expect(messageOf(() => expect(slow).toMeetThresholds())).toMatch(message);
    expect(slow).not.toMeetSlo();
    const reported = await simulate(
      { ...sampleScenario, slo: { ...strict, gate: false }, thresholds: { cost_usd: 'value<9' } },
      'static:3',
      { runs: 2 },
    );
    expect(reported).toMeetThresholds();
    expect(reported).not.toMeetSlo();
    expect(await simulate(bare, 'static:3', { runs: 2 })).toMeetThresholds();
    expect(result).toMeetSlo();
  });

  it('fail with the message of a policy that failed', async () => {
    const broken = { name: 'broken', decide: () => -1 };
    const { policies } = await compare(sampleScenario, [broken], { runs: 1 });
    expect(messageOf(() => expect(policies[0]).toMeet('p(95)<300'))).toMatch(/^broken failed and has no results: /);
  });

  it.each([
    [undefined, 'the result of one policy'],
    [{ policies: [] }, 'Take one of its `policies`'],
  ])('refuse %j, also under not', (value, words) => {
    expect(messageOf(() => expect(value).not.toMeet('p(95)<300'))).toContain(words);
  });

  it('say what is wrong with a threshold instead of failing it', () => {
    expect(messageOf(() => expect(result).not.toMeet('cost_used', 'value<1'))).toContain('cost_usd');
  });
});
