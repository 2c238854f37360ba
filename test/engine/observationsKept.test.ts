import { describe, expect, it } from 'vitest';
import type { RunResult } from '../../src/results/runResult.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { runWithLua } from '../support/runWithLua.js';

const scenario: ScenarioInput = {
  name: 'growing',
  duration: '20m',
  start: '2026-03-01T00:00:00Z',
  traffic: { t: { executor: 'ramping-arrival-rate', startRate: 5, stages: [{ duration: '20m', target: 60 }] } },
  requests: { r: { route: 'web', io: '50ms' } },
  services: {
    web: {
      instance: { vcpus: 1, concurrency: 40, startup: '5s' },
      scaling: { min: 1, max: 9, initial: 2 },
    },
  },
};

/** What a policy wrote into its reasons, tick by tick. */
function reasons(body: string, options: Parameters<typeof runWithLua>[2] = {}): (string | undefined)[] {
  const code = `return { every = "30s", decide = function(o, c)\n${body}\nend }`;
  return decisions(code, options).map(({ reason }) => reason);
}

function decisions(
  code: string,
  options: Parameters<typeof runWithLua>[2] = {},
): NonNullable<RunResult['detail']>['decisions'] {
  return runWithLua(scenario, code, options).detail?.decisions ?? [];
}

describe('an observation that a policy keeps', () => {
  it('shows its own instant, whatever of it is read first later', () => {
    const text = (name: string) => `string.format("%s %s %s %s %s %s", ${name}.time, ${name}.metrics.request_rate,
      ${name}.metrics.age_seconds, ${name}.instances.ready, #${name}:history("request_rate", "5m"), per(${name}))`;
    const body = `local function per(seen)
        local parts = {}
        for _, one in ipairs(seen.perInstance) do parts[#parts + 1] = one.id .. one.phase .. tostring(one.metrics.request_rate) end
        return table.concat(parts, ",")
      end
      local n = math.floor(o.time / 30)
      local kept = c.state.kept
      c.state.kept = o
      local now = n % 2 == 1 and "" or ${text('kept')}
      return { desired = 2 + n % 5, reason = now }`;
    const atOnce = body
      .replace('n % 2 == 1 and "" or', '')
      .replaceAll('kept.', 'o.')
      .replaceAll('kept:', 'o:')
      .replace('per(kept)', 'per(o)');
    const late = reasons(body).filter((_, index) => index % 2 === 1);
    const present = reasons(atOnce).filter((_, index) => index % 2 === 0);
    expect(late.length).toBeGreaterThan(15);
    expect(late).toEqual(present.slice(0, late.length));
    expect(new Set(late).size).toBe(late.length);
  });

  it('says so where an old one no longer knows its instances', () => {
    const long: ScenarioInput = { ...scenario, duration: '1h' };
    const code = `return { every = "30s", decide = function(o, c)
      c.state.first = c.state.first or o
      if o.time > 3000 then return #c.state.first.perInstance end end }`;
    expect(() => runWithLua(long, code)).toThrow('perInstance of the observation of 30 s is no longer kept');
  });

  it('changes nothing when it is changed', () => {
    const plain =
      'local i, m = o.instances, o.metrics return { desired = 2 + #o.perInstance % 3, reason = tostring(m.request_rate) }';
    const wild = plain.replace(
      'return',
      `if c.state.seen and (o.resources.vcpus ~= 1 or o.context.environment or o.lastAction.desired == 77) then error("shared") end
       o.instances.desired, o.metrics.request_rate, o.resources.vcpus, o.context.environment = 7, m.request_rate, 99, "x"
       if o.lastAction then o.lastAction.desired, c.state.seen = 77, true end
       for _, one in ipairs(o.perInstance) do one.metrics.request_rate = 5 end
       for _, pair in ipairs(o:history("request_rate", "5m")) do pair[2] = 0 end
       return`,
    );
    expect(reasons(wild)).toEqual(reasons(plain));
  });
});

describe('clocks of a run', () => {
  it('begin at its date, so that a cooldown from 0 is over', () => {
    const script = (now: string) => `local d = require("dryscale") local last = 0
      while true do if d.metric("request_rate") and ${now} - last >= 600 then d.scale_to(4) last = ${now} end os.execute("sleep 15") end`;
    const asked = (now: string) => `local last = 0 return { every = "15s", decide = function(o)
      if o.metrics.request_rate and ${now} - last >= 600 then last = ${now} return 4 end end }`;
    for (const now of [
      'os.time()',
      'require("socket").gettime()',
      'os.time(os.date("*t"))',
      'os.time(os.date("!*t"))',
    ]) {
      for (const code of [script(now), asked(now)]) expect(decisions(code)[0]?.time_s, now).toBeLessThanOrEqual(30);
    }
    expect(reasons('return { desired = 2, reason = os.date("%Y-%m-%d") }')[0]).toBe('2026-03-01');
  });
});

describe('chance of a policy', () => {
  it('differs by replication', () => {
    const decided = (replication: number) =>
      decisions(
        'return { every = "30s", decide = function() math.randomseed(os.time()) return math.random(1, 9) end }',
        { replication },
      ).map(({ desired }) => desired);
    expect(decided(0)).toEqual(decided(0));
    expect(decided(0)).not.toEqual(decided(1));
  });
});
