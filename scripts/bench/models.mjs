// The models of the benchmark: a scenario, and where it scales the policy that does it.

const exponential = (mean) => ({ exponential: { mean } });
const steady = (rate) => ({ load: { executor: 'constant-arrival-rate', rate } });

/** One instance with `servers` slots, 80 % busy: M/M/c first come, first served. */
function line(servers, seconds) {
  return {
    name: `mm${servers}`,
    duration: `${seconds}s`,
    traffic: steady(servers * 800),
    requests: { page: { route: 'web', io: exponential('1ms') } },
    services: { web: { instance: { concurrency: servers } } },
  };
}

/** Instances with 8 slots of one second, 80 % busy, that a policy lets grow and shrink by 5 %. */
function fleet(balancer, instances, seconds) {
  return {
    name: `${balancer}-${instances}`,
    duration: `${seconds}s`,
    traffic: steady(6.4 * instances),
    requests: { page: { route: 'web', io: exponential('1s') } },
    services: {
      web: {
        instance: { concurrency: 8, startup: '10s' },
        scaling: { min: 0.9 * instances, max: 1.1 * instances, initial: instances },
      },
    },
    gateway: { balancer },
  };
}

/** Who calls whom: 20 services, one call each, four deep. */
const callees = {
  s1: ['s2', 's3', 's4'],
  s2: ['s5', 's6'],
  s3: ['s7', 's8'],
  s4: ['s9', 's10'],
  s5: ['s11', 's12'],
  s6: ['s13', 's14'],
  s7: ['s15', 's16'],
  s8: ['s17', 's18'],
  s9: ['s19'],
  s10: ['s20'],
};

/** 1,000 requests a second from outside, 20,000 tries: 4 ms of cpu and 5 ms of io each, on half busy instances. */
function graph(seconds) {
  const names = Array.from({ length: 20 }, (_, index) => `s${index + 1}`);
  const requestOf = (name) => ({
    route: name,
    cpu: exponential('4ms'),
    io: exponential('5ms'),
    ...(callees[name] && { calls: callees[name].map((request) => ({ request })) }),
  });
  const service = { instance: { vcpus: 2 }, scaling: { min: 4, max: 4 } };
  return {
    name: 'graph',
    duration: `${seconds}s`,
    traffic: { load: { ...steady(1000).load, request: 's1' } },
    requests: Object.fromEntries(names.map((name) => [name, requestOf(name)])),
    services: Object.fromEntries(names.map((name) => [name, service])),
    gateway: { balancer: 'least-requests' },
  };
}

/** 20 instances, half busy, with errors that another try mends; `gateway` says what watches over them. */
function watched(gateway) {
  return {
    name: 'watched',
    duration: '3000s',
    traffic: steady(1000),
    requests: { page: { route: 'web', cpu: exponential('20ms'), io: exponential('20ms'), errorRate: 0.001 } },
    services: { web: { instance: { vcpus: 2 }, scaling: { min: 20, max: 20 } } },
    gateway: { balancer: 'least-requests', ...gateway },
  };
}

const sway = (instances) => `
  return { every = "15s", decide = function(o)
    return ${instances} + ${instances / 20} * (math.floor(o.time / 60) % 3 - 1)
  end }`;

/** Three to twelve million requests each: some seconds a run, so that the compiler's work is little of it. */
export const models = {
  'M/M/8': { scenario: line(8, 1840) },
  'M/M/64': { scenario: line(64, 232) },
  '1,000 x 8, least-requests, autoscaled': { scenario: fleet('least-requests', 1000, 1840), policy: sway(1000) },
  '1,000 x 8, round-robin, autoscaled': { scenario: fleet('round-robin', 1000, 1840), policy: sway(1000) },
  '10 x 8, least-requests, autoscaled': {
    scenario: fleet('least-requests', 10, 184_000),
    policy: sway(20).replace('20 +', '10 +'),
  },
  'processor sharing, 10 x 8 vCPUs': {
    scenario: {
      ...line(8, 460),
      name: 'sharing',
      requests: { page: { route: 'web', cpu: exponential('10ms') } },
      services: { web: { instance: { vcpus: 8 }, scaling: { min: 10, max: 10 } } },
    },
  },
  'a graph of 20 services, tries': { scenario: graph(150) },
  '1,000 a second, 20 instances': { scenario: watched({}) },
  'the same with checks, ejection, retries and a breaker': {
    scenario: watched({
      healthCheck: { interval: '5s', timeout: '1s' },
      ejection: {},
      timeout: '2s',
      retries: { attempts: 3, budget: 0.2 },
      circuitBreaker: { requests: 1000 },
    }),
  },
  'timeouts and retries, 10 x 8': {
    scenario: {
      ...line(8, 460),
      name: 'troubled',
      requests: { page: { route: 'web', io: exponential('10ms') } },
      services: { web: { instance: { concurrency: 8, queue: 32 }, scaling: { min: 10, max: 10 } } },
      gateway: { timeout: '60ms', retries: { attempts: 3, budget: 0.2 } },
    },
  },
};

/** A policy that does little: one metric, one division. */
export const smallPolicy = `
  return { every = "15s", decide = function(o)
    return math.ceil(o.instances.ready * (o.metrics.cpu_utilization or 0.6) / 0.6)
  end }`;

/** A policy that asks for an hour of history at each tick. */
export const historyPolicy = `
  return { every = "15s", decide = function(o)
    local history = o:history("request_rate", "1h")
    return #history > 0 and 2 or nil
  end }`;

/** A week in which hardly anything but the policy happens. */
export const quietWeek = { ...line(8, 7 * 86_400), name: 'week', traffic: steady(1) };
quietWeek.services = { web: { instance: { concurrency: 8 }, scaling: { min: 1, max: 10 } } };

/** M/M/64 with as many requests as asked. */
export const manyRequests = (count) => line(64, count / 51_200);
