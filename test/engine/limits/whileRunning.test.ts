import { describe, expect, it } from 'vitest';
import { standardAllowance } from '../../../src/engine/limits/allowance.js';
import { PolicyFault } from '../../../src/policy/policy.js';
import type { ScenarioInput } from '../../../src/scenario/schema.js';
import { runWithLua } from '../../support/runWithLua.js';

const usual: ScenarioInput = {
  name: 'usual',
  duration: '1m',
  traffic: { s: { executor: 'constant-arrival-rate', rate: 1000 } },
  requests: { page: { route: 'web', cpu: '20ms' } },
  services: { web: { instance: { startup: '5s' }, scaling: { min: 1, max: 1e9 } } },
};
const small = { ...standardAllowance, memoryBytes: 4e6, eventCount: 1000 };

function faultOf(input: ScenarioInput, code?: string, allowance = small): PolicyFault {
  try {
    runWithLua(input, code, { allowance });
  } catch (thrown) {
    if (thrown instanceof PolicyFault) return thrown;
    throw thrown;
  }
  throw new Error('the run went on to its end');
}

const waiting: ScenarioInput['gateway'][] = [
  {},
  { queue: {} },
  { timeout: '10ms', retries: { attempts: 100 } },
  { timeout: '30m' },
  { totalTimeout: '30m' },
];

describe('a run ends at the limit of its memory', () => {
  it.each(waiting)("requests that fill it are nobody's fault: %j", (gateway) => {
    for (const loop of ['events', undefined] as const) {
      for (const code of [undefined, 'return { decide = function(o) return 1 end }']) {
        const input = { ...usual, gateway };
        let thrown: unknown;
        try {
          runWithLua(input, code, { allowance: small, ...(loop === undefined ? {} : { loop }) });
        } catch (found) {
          thrown = found;
        }
        expect(thrown).toMatchObject({ kind: 'run-limit', message: expect.stringContaining('4MB of memory') });
      }
    }
  });

  it('instances that a policy asked for are its own', () => {
    const fault = faultOf(usual, 'return { decide = function(o) return 1e9 end }');
    expect(fault).toMatchObject({ kind: 'limit', timeSeconds: 15 });
    expect(fault.message).toMatch(/asked for 1,000,000,000 instances of web .*about 2,666 instances.*--max-memory/);
  });

  it('a policy that catches every error cannot hide the decision', () => {
    const code = `local d, s = require("dryscale"), require("socket") while true do pcall(d.scale_to, 1e9) s.sleep(1) end`;
    expect(faultOf(usual, code).message).toMatch(/asked for 1,000,000,000/);
  });

  it('draining instances count, too', () => {
    const busy = { ...usual, services: { web: { instance: { drain: '1h' }, scaling: { min: 1, max: 1e9 } } } };
    const code =
      'local n = 0 return { every = "1s", decide = function(o) n = n + 1 return n % 2 == 0 and 1 or 2000 end }';
    const slow = { ...busy, requests: { page: { route: 'web', io: '1h' } }, gateway: { queue: {} } } as const;
    const input = { ...slow, traffic: { s: { executor: 'constant-arrival-rate', rate: 4000 } } } as const;
    expect(faultOf(input, code, { ...small, memoryBytes: 8e6 }).kind).toMatch(/limit/);
  });
});

describe('a policy ends at the limit of its decisions', () => {
  it('before the first one where it says how often it decides', () => {
    const fault = faultOf(usual, 'return { every = "1ms", decide = function(o) end }');
    expect(fault).toMatchObject({ kind: 'limit', timeSeconds: undefined });
    expect(fault.message).toMatch(/decides every 1ms, 60,000 times in a run; the limit is 1,000/);
  });

  it('where a script does not wait', () => {
    const fault = faultOf(
      usual,
      'local d, s = require("dryscale"), require("socket") while true do s.sleep(0.001) end',
    );
    expect(fault.message).toMatch(/decided 1,001 times; the limit is 1,000/);
  });
});
