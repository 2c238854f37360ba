import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/load.js';
import { checkRules } from '../../src/scenario/rules.js';

function scenarioWith(instance: object, scaling: object = {}) {
  return parseScenario({
    name: 'probed',
    duration: '5m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 4 } },
    requests: { work: { route: 'web', cpu: '500ms', io: '3500ms' } },
    services: { web: { instance, scaling: { min: 1, max: 4, ...scaling } } },
  });
}

describe('probes', () => {
  it.each([
    ['nothing is given', { probes: {} }, {}, 'probes nothing'],
    [
      'a timeout is longer than the period',
      { probes: { readiness: { timeout: '11s' } } },
      {},
      'longer than the period',
    ],
    ['success of liveness, which Kubernetes refuses', { probes: { liveness: { success: 2 } } }, {}, 'success'],
    ['no failure', { probes: { startup: { failure: 0 } } }, {}, 'is 0'],
    [
      'a platform that probes nothing',
      { concurrency: 1, probes: { readiness: {} } },
      { perRequest: { idleTimeout: '1m' } },
      'beside perRequest',
    ],
  ])('are refused: %s', (_, instance, scaling, words) => {
    const problems = { problems: [expect.objectContaining({ what: expect.stringContaining(words) })] };
    expect(() => scenarioWith(instance, scaling)).toThrow(expect.objectContaining(problems));
  });

  it.each([
    // Fails at 0, 10 and 20 s.
    ['a startup that liveness does not wait for', { startup: '21s', probes: { liveness: {} } }, ['restart-loop']],
    ['one that it waits for', { startup: '20s', probes: { liveness: {} } }, []],
    [
      'phases: an image of two minutes delays the first probe',
      { startup: { phases: { image: '2m', init: '20s' } }, probes: { liveness: {} } },
      [],
    ],
    [
      'phases: the process itself takes too long',
      { startup: { phases: { image: '2m', weights: { size: '30GB', at: '1GBps' } } }, probes: { liveness: {} } },
      ['restart-loop'],
    ],
    ['an initial delay that is long enough', { startup: '50s', probes: { liveness: { initialDelay: '30s' } } }, []],
    [
      'a startup probe that gives up first',
      { startup: '50s', probes: { liveness: {}, startup: { period: '5s', failure: 10 } } },
      ['restart-loop'],
    ],
    [
      'one that gives it the time',
      { startup: '50s', probes: { liveness: {}, startup: { period: '5s', failure: 11 } } },
      [],
    ],
    ['readiness alone kills nothing', { startup: '2m', probes: { readiness: {} } }, []],
    ['slots that free too seldom', { concurrency: 3, probes: { liveness: {} } }, ['liveness-kills-busy']],
    ['slots that free often', { concurrency: 4, probes: { liveness: {} } }, []],
    ['processors too slow for it', { vcpus: 0.4, concurrency: 9, probes: { liveness: {} } }, ['liveness-kills-busy']],
  ])('are warned of: %s', (_, instance, codes) => {
    const found = checkRules(scenarioWith(instance)).filter(({ isWarning }) => isWarning === true);
    expect(found.map(({ code }) => code)).toEqual(codes);
  });
});
