import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/load.js';
import { checkRules } from '../../src/scenario/rules.js';
import type { ScenarioInput } from '../../src/scenario/schema.js';
import { runWithLua } from '../support/runWithLua.js';

const api = {
  latency: '2s',
  routes: [
    {
      match: 'POST https://api.x.example/servers',
      does: 'add',
      count: '$.count',
      reply: { json: { op: '{operation}', id: '{id}' } },
    },
    { match: 'DELETE https://api.x.example/servers/{id}', does: 'remove' },
    { match: 'GET https://api.x.example/servers', does: 'list', reply: { text: '{count}' } },
    { match: 'GET https://api.x.example/old', does: 'list', staleness: '20s', reply: { text: '{count}/{ready}' } },
    { match: 'GET https://api.x.example/operations/{id}', does: 'operation', reply: { text: '{status}' } },
  ],
} satisfies NonNullable<NonNullable<ScenarioInput['cloud']>['api']>;

const shop = (cloud: object = {}, settings: Partial<ScenarioInput> = {}): ScenarioInput => ({
  name: 'shop',
  duration: '5m',
  traffic: { load: { executor: 'constant-arrival-rate', rate: 5 } },
  requests: { page: { route: 'web', cpu: '10ms' } },
  services: { web: { instance: { startup: '30s', drain: '0s' }, scaling: { min: 1, max: 20, initial: 3 } } },
  cloud: { api: { ...api, ...cloud } },
  ...settings,
});

/** A script that says what it was answered by reasons of its decisions. */
const prelude = `
local http, ltn12, d = require("socket.http"), require("ltn12"), require("dryscale")
local function call(method, path, body)
  local parts = {}
  local ok, code = http.request { method = method, url = "https://api.x.example" .. path, sink = ltn12.sink.table(parts),
    source = body and ltn12.source.string(body), headers = { authorization = "Bearer x" } }
  return code, table.concat(parts)
end
`;

function run(code: string, input = shop()) {
  const { detail, findings } = runWithLua(input, prelude + code);
  const decisions = (detail?.decisions ?? []).map(({ time_s, applied, result, reason }) => [
    time_s,
    applied,
    result,
    reason,
  ]);
  return { decisions, findings };
}

describe("a policy that talks to its user's own API", () => {
  it('scales by it, as late as the API is, and sees its operation end', () => {
    const { decisions } = run(`
      local code, body = call("POST", "/servers", '{"count": 2}')
      assert(code == 202 and body == '{"op":"op-1","id":"web-3"}', body)
      local _, status = call("GET", "/operations/op-1")
      assert(status == "running", status)
      d.sleep(60)
      assert(select(2, call("GET", "/operations/op-1")) == "done")
      assert(select(2, call("GET", "/servers")) == "5")
      assert(call("DELETE", "/servers/web-0") == 202)
      d.sleep(10)
      assert(call("DELETE", "/servers/web-0") == 404)`);
    expect(decisions).toEqual([
      [0, 5, 'accepted', 'POST https://api.x.example/servers'],
      [68, 4, 'accepted', 'DELETE https://api.x.example/servers/web-0'],
    ]);
  });

  it('takes the instance it named, and no other', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2 }), (launch) => {
        const { detail } = runWithLua(shop(), `${prelude} d.sleep(10) call("DELETE", "/servers/web-${launch}")`, {});
        expect(detail?.decisions).toMatchObject([{ applied: 2 }]);
        const events: unknown[] = [];
        runWithLua(shop(), `${prelude} d.sleep(10) call("DELETE", "/servers/web-${launch}")`, {
          onEvent: (event) => events.push(event),
        });
        expect(events).toContainEqual(
          expect.objectContaining({ kind: 'stopped', instance: launch, reason: 'scale-in' }),
        );
      }),
      { numRuns: 3 },
    );
  });

  it('counts every request against the rate limit, reading ones too', () => {
    const limited = shop({ rateLimit: { calls: 3, per: '10m' } });
    const { decisions } = run(
      `for i = 1, 2 do assert(call("GET", "/servers") == 200) end
       assert(call("POST", "/servers", '{"count":1}') == 202)
       assert(call("POST", "/servers", '{"count":1}') == 429)
       assert(call("GET", "/servers") == 429)`,
      limited,
    );
    expect(decisions.map(([, applied, result]) => [applied, result])).toEqual([
      [4, 'accepted'],
      [4, 'throttled'],
    ]);
  });

  it('fails while the API is out, and by quota', () => {
    const out = shop({}, { faults: [{ kind: 'api-outage', at: '0s', for: '1m' }] });
    run(
      'd.sleep(1) assert(call("GET", "/servers") == 503) assert(call("POST", "/servers", \'{"count":1}\') == 503)',
      out,
    );
    const input = shop();
    const quota = { ...input, cloud: { ...input.cloud, quota: 4 } };
    const { decisions } = run(
      `local code, body = call("POST", "/servers", '{"count":3}')
      assert(code == 403, code) assert(body == '{"error":"the quota is exceeded","desired":4}', body)`,
      quota,
    );
    expect(decisions).toMatchObject([[0, 4, 'refused', expect.any(String)]]);
  });

  it('has no route for anything else: the policy ends with the line to paste', () => {
    expect(() => run('call("POST", "/v9/boxes", \'{"size": 3}\')')).toThrow(
      /test\.lua:5: no route for POST https:\/\/api\.x\.example\/v9\/boxes; add to the scenario: cloud: \{ api: \{ routes: \[\{ match: "POST https:\/\/api\.x\.example\/v9\/boxes", does: add, count: \$\.size \}\] \} \}/,
    );
  });

  it('answers a listing as it was so long ago, whatever happened since', () => {
    const steps = fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 3, maxLength: 8 });
    fc.assert(
      fc.property(steps, (counts) => {
        // Each 10 s a size; each 10 s the stale listing is compared with the live one of 20 s before.
        const { decisions } = run(
          `local seen = {}
           for step, count in ipairs({ ${counts.join(', ')} }) do
             d.scale_to(count)
             seen[step] = tonumber((select(2, call("GET", "/servers"))))
             local old = tonumber((select(2, call("GET", "/old")):match("^%d+")))
             if step > 2 then assert(old == seen[step - 2], "step " .. step .. ": " .. old .. " and not " .. seen[step - 2]) end
             d.sleep(10 - 0)
           end`,
          shop({ latency: '0s' }),
        );
        expect(decisions.length).toBeGreaterThan(0);
      }),
      { numRuns: 15 },
    );
  });
});

describe('routes that share requests', () => {
  const overlapsOf = (...matches: string[]) =>
    checkRules(parseScenario(shop({ routes: matches.map((match) => ({ match, does: 'nothing' as const })) }))).map(
      ({ code, path, what }) => [code, path.join('.'), what],
    );

  it('are a warning where the later one is never or not always reached', () => {
    expect(overlapsOf('GET /s/{id}', 'GET /s/count')).toEqual([
      ['routes-overlap', 'cloud.api.routes.1.match', 'is never reached: routes.0 takes all of its requests'],
    ]);
    expect(overlapsOf('GET /{a}/x', 'GET /y/{b}')).toEqual([
      ['routes-overlap', 'cloud.api.routes.1.match', 'shares requests with routes.0, which takes them'],
    ]);
    expect(overlapsOf('GET /s/count', 'GET /s/{id}', 'POST /s', 'GET /s')).toEqual([]);
  });
});
