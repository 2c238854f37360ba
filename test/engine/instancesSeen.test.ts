import { describe, expect, it } from 'vitest';
import { PolicyLog } from '../../src/record/policyLog.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { runWithLua } from '../support/runWithLua.js';

/** What a policy sees of the only instance every 5 s, by second: its phase, and when it started, was ready and turned. */
function seenOfOne(parts: Partial<ScenarioInput>, probes: object): Map<number, string> {
  const code = `return { every = "5s", decide = function(o)
    local one = o.perInstance[1]
    local function whole(seconds) return seconds and string.format("%d", math.floor(seconds)) or "nil" end
    print(one.phase .. " " .. whole(one.startedAt) .. " " .. whole(one.readyAt) .. " " .. whole(one.turnedAt))
  end }`;
  const log = new PolicyLog({ lineCount: 1_000, characterCount: 100_000 });
  const input: ScenarioInput = {
    name: 'seen',
    duration: '240s',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 10, arrivals: 'even' } },
    requests: { page: { route: 'web', io: '20ms' } },
    services: { web: { instance: { concurrency: 10, startup: '20s', probes }, scaling: { min: 1, max: 1 } } },
    gateway: { balancer: 'random' },
    ...parts,
  };
  runWithLua(input, code, { log });
  return new Map(log.lines.map(({ timeSeconds, text }) => [timeSeconds, text]));
}

describe('what a policy sees of one instance', () => {
  const readiness = { period: '2s', timeout: '1s', failure: 1 };

  it('is when it turned unready, and when it was ready again', () => {
    const stall = { kind: 'stall', at: '61s', for: '20s', checks: 'fail' } as const;
    const lines = seenOfOne({ faults: [stall] }, { readiness });
    expect(lines.get(60)).toBe('ready 0 0 nil');
    // A probe of the 2 s after 61 s waits 1 s; one of the 2 s after 81 s is answered at once.
    expect(lines.get(65)).toMatch(/^starting 0 0 6[23]$/);
    expect(lines.get(80)).toBe(lines.get(65));
    expect(lines.get(85)).toMatch(/^ready 0 0 8[12]$/);
    expect(lines.get(235)).toBe(lines.get(85));
  });

  it('is that it turned twice since the last look', () => {
    const stall = { kind: 'stall', at: '60.5s', for: '2s', checks: 'fail' } as const;
    const lines = seenOfOne({ faults: [stall] }, { readiness });
    expect(lines.get(60)).toBe('ready 0 0 nil');
    expect(lines.get(65)).toMatch(/^ready 0 0 6[234]$/);
  });

  it('is neither where it starts for the first time, and its first ready time from then on', () => {
    const crash = { kind: 'crash', at: '61s', count: 1 } as const;
    const lines = seenOfOne({ faults: [crash] }, { readiness });
    expect(lines.get(80)).toBe('starting 61 nil nil');
    expect(lines.get(85)).toBe('ready 61 81 nil');
  });
});
