import { alike, type Case, oneSlow, rejectLatency, slowOne, traffic } from './cases.js';
import { nginxConfig } from './proxy.js';

const servers = (ports: readonly number[], each: (index: number) => string) =>
  ports.map((port, index) => `server 127.0.0.1:${port} ${each(index)};`).join(' ');
const neverOut = () => 'max_fails=0';
const weights = [5, 3, 2];

const weightedRoundRobin: Case = {
  what: 'nginx, round robin, weights 5, 3, 2',
  setUp: {
    proxy: 'nginx',
    config: nginxConfig((ports) => servers(ports, (index) => `weight=${weights[index]} max_fails=0`)),
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
  what: 'nginx, least_conn, one server of three slow',
  setUp: {
    proxy: 'nginx',
    config: nginxConfig((ports) => `least_conn; ${servers(ports, neverOut)}`),
    servers: oneSlow,
    ...traffic,
  },
  simulated: (real) => ({ ...slowOne(real), gateway: { balancer: 'least-requests' } }),
  figures: ['shares, sorted', 'latency'],
};

const randomTwo: Case = {
  what: 'nginx, random two least_conn, one server of three slow',
  setUp: {
    proxy: 'nginx',
    config: nginxConfig((ports) => `random two least_conn; ${servers(ports, neverOut)}`),
    servers: oneSlow,
    ...traffic,
  },
  simulated: (real) => ({ ...slowOne(real), gateway: { balancer: 'power-of-two' } }),
  figures: ['shares, sorted', 'latency'],
  replicationCount: 3,
};

/**
 * nginx looks at whole seconds, so `fail_timeout=3s` keeps a server out for 3 to 4 s; 4 s after a try that is let in as a
 * second begins. That one failure puts it out again, so max_fails=1 and one error in a row mean the same.
 */
const maxFails: Case = {
  what: 'nginx, max_fails=1 fail_timeout=3s, one server of three killed',
  setUp: {
    proxy: 'nginx',
    config: nginxConfig(
      (ports) => servers(ports, () => 'max_fails=1 fail_timeout=3s'),
      'proxy_next_upstream error timeout; proxy_next_upstream_tries 1;',
    ),
    servers: alike,
    ...traffic,
    happenings: [{ afterCount: 1500, happen: ([victim]) => victim.kill() }],
  },
  simulated: ({ happenedSeconds: [killedSeconds] }) => ({
    instance: { startup: '1h' },
    gateway: {
      balancer: 'round-robin',
      rejectLatency,
      ejection: { consecutiveErrors: 1, baseTime: '4s', maxTime: '4s', interval: '100ms', maxPercent: 100 },
    },
    faults: [{ kind: 'crash', at: `${killedSeconds.toFixed(6)}s`, count: 1 }],
  }),
  figures: ['shares, sorted', 'lost'],
};

/** Every server answers every other request with an error; one more try is made elsewhere. */
const nextUpstream: Case = {
  what: 'nginx, proxy_next_upstream http_500, two tries, half of the answers are errors',
  setUp: {
    proxy: 'nginx',
    config: nginxConfig(
      (ports) => servers(ports, neverOut),
      'proxy_next_upstream error http_500; proxy_next_upstream_tries 2;',
    ),
    servers: alike,
    ...traffic,
    requestCount: 3100,
    happenings: [
      {
        afterCount: 0,
        happen: async (all) => {
          for (const server of all) await server.fail(0.5, false);
        },
      },
    ],
  },
  simulated: () => ({
    gateway: { balancer: 'round-robin', retries: { attempts: 2, on: ['5xx'] } },
    faults: [{ kind: 'errors', at: '0s', for: '1h', fraction: 1, rate: 0.5 }],
  }),
  replicationCount: 3,
  figures: ['lost'],
};

export const nginxCases = [weightedRoundRobin, leastConn, randomTwo, maxFails, nextUpstream];
