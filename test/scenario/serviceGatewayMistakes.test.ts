import { describe, expect, it } from 'vitest';
import { serviceGatewaySchema } from '../../src/gateway/serviceSettings.js';
import { encodeScenario } from '../../src/scenario/encodeScenario.js';
import { gatewayOf } from '../../src/scenario/gatewayOf.js';
import { parseScenario } from '../../src/scenario/load.js';
import { checkRules } from '../../src/scenario/rules.js';
import { resolveDefaults, type ScenarioInput, scenarioSchema } from '../../src/scenario/schema.js';
import { problemsOf } from '../support/problemsOf.js';

const scenarioOf = (gateway: object, ofApi: object, instance: object = {}) =>
  ({
    name: 'own',
    duration: '1m',
    traffic: { load: { executor: 'constant-arrival-rate', rate: 1, request: 'page' } },
    requests: { page: { route: 'web', io: '10ms' }, other: { route: 'api', io: '10ms' } },
    services: { web: {}, api: { gateway: ofApi, instance } },
    gateway,
  }) as unknown as ScenarioInput;

const findingsOf = (input: ScenarioInput) =>
  checkRules(resolveDefaults(scenarioSchema.parse(input))).map(({ code, path }) => `${code} ${path.join('.')}`);

describe('the gateway section of a service', () => {
  it('goes before the gateway, whole key by whole key; `none` is a key left out', () => {
    const scenario = parseScenario(
      scenarioOf(
        { timeout: '1s', retries: { attempts: 3, budget: 0.1 }, ejection: {}, balancer: 'random' },
        { retries: { attempts: 2 }, ejection: 'none', rejectLatency: '5ms' },
      ),
    );
    expect(gatewayOf(scenario, 'web')).toBe(scenario.gateway);
    const { timeout, retries, ejection, balancer, rejectLatency } = gatewayOf(scenario, 'api');
    expect([timeout, ejection, balancer.variant, rejectLatency]).toEqual([1, undefined, 'random', 0.005]);
    expect(retries).toMatchObject({ attempts: 2, on: ['5xx', 'timeout'] });
    expect(retries).not.toHaveProperty('budget');
  });

  it('is written back as it was read', () => {
    const own = {
      admission: 'none',
      endpointLag: 'none',
      timeout: '2s',
      balancer: 'random',
      hedging: { after: 'p95' },
    };
    const scenario = parseScenario(scenarioOf({ admission: { concurrency: 9 }, endpointLag: '1s' }, own));
    expect(parseScenario(encodeScenario(scenario))).toEqual(scenario);
    expect(encodeScenario(scenario).services.api.gateway).toMatchObject({ admission: 'none', endpointLag: 'none' });
  });

  const codel = { admission: { codel: {} } };
  it.each([
    ['codel of its own, without a queue', {}, codel, {}, ['codel-without-queue services.api.gateway.admission.codel']],
    [
      'codel, and no queue of its own',
      { queue: {}, ...codel },
      { queue: 'none' },
      {},
      ['codel-without-queue services.api.gateway.queue'],
    ],
    [
      'a queue beside that of its instances',
      {},
      { queue: {} },
      { queue: 3 },
      ['two-queues services.api.instance.queue'],
    ],
    ['no queue beside that of its instances', { queue: {} }, { queue: 'none' }, { queue: 3 }, []],
    [
      'a balancer that cannot weigh',
      { balancer: 'random' },
      { balancer: 'round-robin' },
      { weight: 2 },
      ['weight-not-acted-on services.api.instance.weight'],
    ],
    [
      'a balancer that cannot start slowly',
      { balancer: 'least-requests', slowStart: {} },
      { balancer: 'round-robin' },
      {},
      ['slow-start-not-acted-on services.api.gateway.balancer'],
    ],
    [
      'checks that overlap',
      {},
      { healthCheck: { interval: '1s', timeout: '2s' } },
      {},
      ['check-exceeds-interval services.api.gateway.healthCheck.timeout'],
    ],
    [
      'a panic that nothing causes',
      { ejection: {} },
      { ejection: 'none', panic: 0.3 },
      {},
      ['no-effect services.api.gateway.panic'],
    ],
    [
      'hedging after its timeout',
      {},
      { hedging: { after: '1s' }, timeout: '500ms' },
      {},
      ['no-effect services.api.gateway.hedging.after'],
    ],
    [
      'priorities of slots without end',
      {},
      { admission: { priority: {} } },
      {},
      ['priority-without-slots services.api.gateway.admission.priority'],
    ],
    [
      'a mistake of the gateway, once',
      { healthCheck: { interval: '1s', timeout: '2s' } },
      { timeout: '1s' },
      {},
      ['check-exceeds-interval gateway.healthCheck.timeout'],
    ],
    ['a hash of clients that nobody sends there', {}, { balancer: 'consistent-hash' }, {}, []],
  ])('with %s', (_, gateway, own, instance, expected) => {
    expect(findingsOf(scenarioOf(gateway, own, instance))).toEqual(expected);
  });

  it.each([
    [{ balancer: 'least-requests', slowStart: {} }, { balancer: 'round-robin' }, 'slowStart'],
    [{ queue: {}, admission: { codel: {} } }, { queue: 'none' }, 'admission'],
  ])('names the key of the gateway that its own makes useless: %j beside %j', (gateway, own, key) => {
    const [{ what, fix }] = checkRules(resolveDefaults(scenarioSchema.parse(scenarioOf(gateway, own))));
    expect(what).toContain(`\`gateway.${key}`);
    expect(fix).toContain(`\`${key}: none\``);
    expect(findingsOf(scenarioOf(gateway, { ...own, [key]: 'none' }))).toEqual([]);
  });

  const keys = Object.keys(serviceGatewaySchema.shape).filter((key) => key !== 'balancer' && key !== 'rejectLatency');
  it.each(keys)('says of a text that is no form of %s what its forms are, `none` among them', (key) => {
    const [{ what, fix }] = problemsOf(scenarioOf({}, { [key]: '12 zz' }));
    expect(what).not.toContain('one of none');
    expect(fix).toMatch(/.+ or `none`/);
  });

  it.each([
    [{ hedging: { after: 'p50' } }, 'is not a duration', /500ms.*, or `p95`/],
    [{ hedging: { after: 'P95' } }, 'p95 is expected', /Did you mean "p95"/],
    [{ retries: 'off' }, 'a map or `none` is expected', /known keys: attempts,/],
    [{ ejection: { successRate: 5 } }, 'got 5 (number), but a map or `none`', /stdevFactor/],
  ])('says what else %j may be', (own, what, fix) => {
    const [problem] = problemsOf(scenarioOf({}, own));
    expect(problem.what).toContain(what);
    expect(problem.fix).toMatch(fix);
  });
});
