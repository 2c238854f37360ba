import { describe, expect, it } from 'vitest';
import { loadPolicy } from '../../src/platforms/loadPolicy.js';
import type { RecordedObservation } from '../../src/policy/observation.js';
import { decideAll } from '../../src/policy/openLoop.js';

const observation = (time: number, desired: number, inFlight: number, service = 'web'): RecordedObservation => ({
  time,
  service,
  instances: { desired, ready: desired, pending: 0, starting: 0, draining: 0, failed: 0, min: 1, max: 10 },
  metrics: { in_flight: inFlight },
  resources: {},
  context: {},
});

function decisionsOf(code: string, observations: readonly RecordedObservation[], carriesDesired = false) {
  const policy = loadPolicy({ kind: 'lua', fileName: 'p.lua', path: 'p.lua', code, params: {} });
  if (policy === undefined) throw new Error('no policy');
  const decided = decideAll({ policy, observations, carriesDesired, onPolicy: () => {} });
  return decided.map(({ desired, applied }) => [desired, applied]);
}

describe('decisions on recorded observations', () => {
  it('come one an observation, clamped as in a run, whatever the policy does between', () => {
    const code =
      'return { every = "1h", decide = function(o) if o.metrics.in_flight > 5 then return o.metrics.in_flight / 2 end end }';
    const seen = [observation(0, 2, 5), observation(15, 2, 7), observation(30, 2, 90)];
    expect(decisionsOf(code, seen)).toEqual([
      [null, null],
      [4, 4],
      [45, 10],
    ]);
  });

  it('carry the state along, one of its own for each service', () => {
    const code = 'return { decide = function(o, c) c.state.n = (c.state.n or 0) + 1 return c.state.n end }';
    const seen = [observation(0, 1, 0, 'a'), observation(0, 1, 0, 'b'), observation(15, 1, 0, 'a')];
    expect(decisionsOf(code, seen).map(([desired]) => desired)).toEqual([1, 1, 2]);
  });

  it('have the history of what was recorded', () => {
    const code = 'return { decide = function(o) return #o:history("in_flight", "20s") end }';
    const seen = [0, 10, 20, 30, 40].map((time) => observation(time, 1, 1));
    expect(decisionsOf(code, seen).map(([desired]) => desired)).toEqual([1, 2, 3, 3, 3]);
  });

  it('stand for a count that was not recorded', () => {
    const code = 'return { decide = function(o) return o.instances.desired + 1 end }';
    const seen = [observation(0, 1, 0), observation(15, 1, 0), observation(30, 1, 0)];
    expect(decisionsOf(code, seen, true).map(([desired]) => desired)).toEqual([2, 3, 4]);
    expect(decisionsOf(code, seen, false).map(([desired]) => desired)).toEqual([2, 2, 2]);
  });

  it('of a script are those it made up to the observation', () => {
    const code = 'local d = require("dryscale") for n = 1, 5 do d.scale_to(n) d.sleep(60) end';
    const seen = [observation(0, 1, 0), observation(130, 1, 0), observation(140, 1, 0)];
    expect(decisionsOf(code, seen).map(([desired]) => desired)).toEqual([1, 3, null]);
  });

  it('of a script that asks and acts by HTTP belong to the observation they were made on', () => {
    const code = `local http = require("resty.http")
      ngx.timer.every(15, function()
        http.new():request_uri("http://p/api/v1/query?query=in_flight")
        http.new():request_uri("http://p/api/v1/query?query=queue_depth")
        http.new():request_uri("http://c/desired?n=" .. math.floor(ngx.now() % 60 / 15), { method = "PUT", body = "" })
      end)`;
    const seen = [observation(0, 1, 0), observation(15, 1, 0), observation(30, 1, 0), observation(45, 1, 0)];
    expect(decisionsOf(code, seen).map(([desired]) => desired)).toEqual([null, 1, 2, 3]);
  });
});
