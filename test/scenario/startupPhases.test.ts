import { describe, expect, it } from 'vitest';
import { parseScenario } from '../../src/scenario/load.js';

function scenarioWith(startup: unknown, instance: object = {}, more: object = {}) {
  return parseScenario({
    name: 'phases',
    duration: '5m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 4 } },
    requests: { page: { route: 'web', cpu: '50ms' } },
    services: { web: { instance: { startup, ...instance }, scaling: { min: 1, max: 4 } } },
    ...more,
  } as Parameters<typeof parseScenario>[0]); // safe: what is not a scenario is the case
}

const onNodes = { node: 'pool', cpuRequest: 1 };
const pool = { vcpus: 4, memory: '16GiB', max: 3, imagePull: '20s' };

describe('phases of a startup', () => {
  it.each([
    ['an unknown phase', { phases: { imge: '10s' } }, {}, 'did you mean image?'],
    ['no phase', { phases: {} }, {}, 'has no phase'],
    ['a phase that is no length', { phases: { image: 'soon' } }, {}, '"soon"'],
    ['a download without its speed', { phases: { weights: { size: '10GB' } } }, {}, 'weights.at` is missing'],
    ['a speed of 0', { phases: { weights: { size: '10GB', at: '0GBps' } } }, {}, 'not a bandwidth'],
    ['a size in the place of a speed', { phases: { weights: { size: '10GB', at: '5GB' } } }, {}, 'not a bandwidth'],
    ['a share above 1', { phases: { weights: { size: '10GB', at: '5GBps', cachedShare: 30 } } }, {}, 'is 30'],
    [
      'a law with a typing mistake',
      { lognormall: { median: '5s', p95: '9s' } },
      {},
      '"lognormall" is not a distribution',
    ],
    ['the same in a phase', { phases: { image: { lognormall: {} } } }, {}, '"lognormall" is not a distribution'],
    ['phases and a law', { phases: { image: '5s' }, constant: '5s' }, {}, 'cannot stand beside `phases`'],
    ['a node beside a pool of nodes', { phases: { node: '60s' } }, onNodes, 'stands beside `nodes.pool.provision`'],
    ['an image beside that of the pool', { phases: { image: '60s' } }, onNodes, 'stands beside `nodes.pool.imagePull`'],
  ])('are refused: %s', (_, startup, instance, words) => {
    const more = instance === onNodes ? { nodes: { pool } } : {};
    const problems = { problems: [expect.objectContaining({ what: expect.stringContaining(words) })] };
    expect(() => scenarioWith(startup, instance, more)).toThrow(expect.objectContaining(problems));
  });

  it('are taken beside a pool of nodes that pulls no image', () => {
    const more = { nodes: { pool: { ...pool, imagePull: '0s' } } };
    expect(() => scenarioWith({ phases: { image: '60s', init: '5s' } }, onNodes, more)).not.toThrow();
  });
});
