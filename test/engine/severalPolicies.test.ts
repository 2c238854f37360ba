import { describe, expect, it } from 'vitest';
import { runOnce } from '../../src/engine/runOnce.js';
import type { PolicySpec, SinglePolicySpec } from '../../src/policy/policySpec.js';
import type { Tell } from '../../src/record/runEvents.js';
import { parseScenario } from '../../src/scenario/load.js';

const scenario = parseScenario({
  name: 'together',
  duration: '10m',
  traffic: { users: { executor: 'constant-arrival-rate', rate: 10 } },
  requests: { page: { route: 'web', io: '100ms' } },
  services: { web: { instance: { startup: '5s' }, scaling: { min: 1, max: 20, initial: 5 } } },
});

/** A policy that logs what it sees before it asks for `wish`, which may use `seen`. */
function lua(name: string, every: string, wish: string): SinglePolicySpec {
  const code = `return { every = "${every}", decide = function(observation)
    local seen = observation.instances.desired
    print(string.format("%s sees %d", "${name}", seen))
    return ${wish}
  end }`;
  return { kind: 'lua', fileName: `${name}.lua`, path: `${name}.lua`, code, params: {} };
}

function run(spec: PolicySpec) {
  const events: Parameters<Tell>[0][] = [];
  const result = runOnce({
    scenario,
    scenarioFolder: '.',
    bindings: { web: spec },
    replication: 0,
    detail: true,
    onEvent: (event) => events.push(event),
  });
  const lines = (result.detail?.log?.lines ?? []).map(({ time_s, text }) => `${time_s} ${text}`);
  return { ...result, lines, decisions: events.filter(({ kind }) => kind === 'decision') };
}

describe('two policies that drive one service', () => {
  it('are called in their order at one instant, whatever their periods, and see what the other asked for', () => {
    const { lines } = run({ kind: 'several', members: [lua('a', '15s', '8'), lua('b', '60s', '3')] });
    // b alone would come first at 60 s: it was planned 45 s before a was.
    expect(lines.filter((line) => /^(45|60|75) /.test(line))).toEqual([
      '45 a sees 8',
      '60 a sees 8',
      '60 b sees 8',
      '75 a sees 3',
    ]);
  });

  it('leave the later wish in force, and every flip is counted', () => {
    const both = run({ kind: 'several', members: [lua('a', '60s', '8'), lua('b', '60s', '3')] });
    // At 60 s up and down, and so at each of the ten minutes up to the end: 2 actions, of which all but the first are reversals.
    expect(both.measures.scale_ups).toBe(9);
    expect(both.measures.scale_downs).toBe(9);
    expect(both.measures.scaling_reversals).toBe(17);
    expect(both.detail?.timeline[0].desired.at(-1)).toBe(3);
    const other = run({ kind: 'several', members: [lua('b', '60s', '3'), lua('a', '60s', '8')] });
    expect(other.detail?.timeline[0].desired.at(-1)).toBe(8);
  });

  it('are told apart in decisions and findings', () => {
    const { detail, findings } = run({ kind: 'several', members: [lua('a', '60s', '8'), lua('b', '60s', '3')] });
    expect(new Set(detail?.decisions.map(({ desired, controller }) => `${controller} ${desired}`))).toEqual(
      new Set(['1 8', '2 3']),
    );
    expect(findings).toContain('web has the controllers 1 a.lua, 2 b.lua');
  });

  it('change nothing for the first where the second never decides', () => {
    const alone = run(lua('a', '15s', 'seen < 12 and seen + 1 or nil'));
    const both = run({
      kind: 'several',
      members: [lua('a', '15s', 'seen < 12 and seen + 1 or nil'), lua('b', '15s', 'nil')],
    });
    expect(both.measures).toEqual(alone.measures);
  });
});
