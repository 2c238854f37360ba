import { type Backend, nowSeconds } from './backends.js';
import { alike, type Case, oneSlow, rejectLatency, slowOne, traffic } from './cases.js';
import { haproxyConfig } from './proxy.js';

const servers = (ports: readonly number[], each: (index: number) => string) =>
  ports.map((port, index) => `  server s${index} 127.0.0.1:${port} ${each(index)}`).join('\n');
const weights = [5, 3, 2];

const weightedRoundRobin: Case = {
  what: 'HAProxy, roundrobin, weights 5, 3, 2',
  setUp: {
    proxy: 'haproxy',
    config: haproxyConfig((ports) => `  balance roundrobin\n${servers(ports, (index) => `weight ${weights[index]}0`)}`),
    servers: alike,
    ...traffic,
  },
  simulated: () => ({
    instance: { weight: { zone: { 1: 5, 2: 3, 3: 2 } } },
    gateway: { balancer: 'weighted-round-robin' },
  }),
  figures: ['shares'],
};

const leastConn: Case = {
  what: 'HAProxy, leastconn, one server of three slow',
  setUp: {
    proxy: 'haproxy',
    config: haproxyConfig((ports) => `  balance leastconn\n${servers(ports, () => '')}`),
    servers: oneSlow,
    ...traffic,
  },
  simulated: (real) => ({ ...slowOne(real), gateway: { balancer: 'least-requests' } }),
  figures: ['shares, sorted', 'latency'],
};

const interSeconds = 0.5;
const checkRules = 'check inter 500ms fall 4 rise 3';
const healthCheck = { interval: '500ms', timeout: '500ms', unhealthy: 4, healthy: 3 };

/**
 * Waits until half an interval after a check of the server. Where in the interval a fault falls is luck; the middle is its
 * mean, which many replications of a simulation have.
 */
async function betweenChecks(server: Backend): Promise<void> {
  const { lastCheckSeconds } = await server.report();
  const aim = (lastCheckSeconds + interSeconds / 2 - nowSeconds()) % interSeconds;
  await new Promise((done) => setTimeout(done, ((aim + interSeconds) % interSeconds) * 1000));
}

const killed: Case = {
  what: 'HAProxy, check inter 500ms fall 4, one server of three killed',
  setUp: {
    proxy: 'haproxy',
    config: haproxyConfig(
      (ports) => `  balance roundrobin\n  option httpchk GET /check\n${servers(ports, () => checkRules)}`,
    ),
    servers: alike,
    ...traffic,
    happenings: [
      {
        afterCount: 1500,
        happen: async ([victim]) => {
          await betweenChecks(victim);
          await victim.kill();
        },
      },
    ],
  },
  simulated: ({ happenedSeconds: [at] }) => ({
    instance: { startup: '1h' },
    gateway: { balancer: 'round-robin', healthCheck },
    faults: [{ kind: 'crash', at: `${at.toFixed(6)}s`, count: 1 }],
  }),
  replicationCount: 4,
  figures: ['shares, sorted', 'lost'],
};

/** A server whose answers and checks are errors for a while, and which comes back. */
function failing(what: string, slowStartSeconds: number): Case {
  const rules = `${checkRules} weight 100${slowStartSeconds > 0 ? ` slowstart ${slowStartSeconds}s` : ''}`;
  return {
    what,
    setUp: {
      proxy: 'haproxy',
      config: haproxyConfig(
        (ports) => `  balance roundrobin\n  option httpchk GET /check\n${servers(ports, () => rules)}`,
      ),
      servers: alike,
      ...traffic,
      happenings: [
        {
          afterCount: 500,
          happen: async ([victim]) => {
            await betweenChecks(victim);
            await victim.fail(1, true);
          },
        },
        {
          afterCount: 2000,
          happen: async ([victim]) => {
            await betweenChecks(victim);
            await victim.fail(0, false);
          },
        },
      ],
    },
    simulated: ({ happenedSeconds: [from, to] }) => ({
      gateway: {
        balancer: 'weighted-round-robin',
        healthCheck,
        ...(slowStartSeconds > 0 ? { slowStart: { for: `${slowStartSeconds}s`, minWeight: 0.01 } } : {}),
      },
      faults: [
        {
          kind: 'errors',
          at: `${from.toFixed(6)}s`,
          for: `${(to - from).toFixed(6)}s`,
          count: 1,
          rate: 1,
          checks: 'fail',
        },
      ],
    }),
    replicationCount: 4,
    figures: ['shares, sorted', 'lost'],
  };
}

const back: Case = {
  ...failing('HAProxy, check fall 4 rise 3, one server of three fails for 3 s', 0),
  isLong: true,
};
const slowStart: Case = failing('HAProxy, check fall 4 rise 3 slowstart 8s, one server of three fails for 3 s', 8);

/** 15 slots of 60 ms serve 250 a second; twice as many come. */
const queueTimeout: Case = {
  what: 'HAProxy, maxconn 5, timeout queue 200ms, twice as much comes as is served',
  setUp: {
    proxy: 'haproxy',
    config: haproxyConfig(
      (ports) => `  balance roundrobin\n  timeout queue 200ms\n${servers(ports, () => 'maxconn 5')}`,
    ),
    servers: [{ serviceMs: 60 }, { serviceMs: 60 }, { serviceMs: 60 }],
    ...traffic,
    requestCount: 3100,
  },
  simulated: () => ({
    instance: { concurrency: 5 },
    gateway: { balancer: 'round-robin', queue: { timeout: '200ms' } },
  }),
  figures: ['lost', 'latency'],
};

/** Without checks nobody learns of the dead server: each of its requests is tried once more, at another one. */
const redispatch: Case = {
  what: 'HAProxy, retries 1, option redispatch 1, one server of three killed',
  setUp: {
    proxy: 'haproxy',
    config: haproxyConfig(
      (ports) => `  balance roundrobin\n  retries 1\n  option redispatch 1\n${servers(ports, () => '')}`,
    ),
    servers: alike,
    ...traffic,
    happenings: [{ afterCount: 1500, happen: ([victim]) => victim.kill() }],
  },
  simulated: ({ happenedSeconds: [at] }) => ({
    instance: { startup: '1h' },
    gateway: {
      balancer: 'round-robin',
      rejectLatency,
      healthCheck: { interval: '1h' },
      retries: { attempts: 2, on: ['5xx'] },
    },
    faults: [{ kind: 'crash', at: `${at.toFixed(6)}s`, count: 1 }],
  }),
  figures: ['shares, sorted', 'lost'],
};

export const haproxyCases = [weightedRoundRobin, leastConn, killed, back, slowStart, queueTimeout, redispatch];
