import { describe, expect, it } from 'vitest';
import { ProblemError } from '../../src/base/problem.js';
import { type WorkloadService, workloadSettings } from '../../src/platforms/workloadSettings.js';
import { parseScenario } from '../../src/scenario/load.js';

const web: WorkloadService = { name: 'web' };

function deployment(containers: string, { name = 'shop', pod = '', kind = 'Deployment' } = {}): string {
  return `
apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${name} }
spec:
  template:
    spec:
      ${pod}
      containers: ${containers}
`;
}

const sized =
  '[{ name: app, resources: { requests: { cpu: 250m, memory: 256Mi }, limits: { cpu: "1", memory: 512Mi } } }, { name: proxy, resources: { requests: { cpu: 50m, memory: 64Mi }, limits: { cpu: 500m, memory: 128Mi } } }]';

function codesOf(text: string, services: readonly WorkloadService[] = [web]): string[] {
  return workloadSettings(text, 'deploy.yaml', services).notes.map(({ code, where }) => `${where.line} ${code}`);
}

function problemsOf(text: string, services: readonly WorkloadService[] = [web]): string[] {
  try {
    workloadSettings(text, 'deploy.yaml', services);
    return [];
  } catch (thrown) {
    if (!(thrown instanceof ProblemError)) throw thrown;
    return thrown.problems.map(({ code, where, what }) => `${where.line} ${code}: ${what}`);
  }
}

describe('a workload', () => {
  it('sets what its containers request and may use, summed, and its grace period', () => {
    expect(workloadSettings(deployment(sized), 'deploy.yaml', [web])).toEqual({
      set: [
        'services.web.instance.vcpus=1.5',
        'services.web.instance.cpuRequest=0.3',
        'services.web.instance.memory=640MiB',
        'services.web.instance.memoryRequest=320MiB',
        'services.web.instance.drain=30s',
      ],
      notes: [],
    });
  });

  it('gives texts that a scenario takes', () => {
    const { set } = workloadSettings(deployment(sized), 'deploy.yaml', [web]);
    const instance = Object.fromEntries(
      set.map((text) => {
        const [key, value = ''] = text.replace('services.web.instance.', '').split('=');
        return [key, /^[\d.]+$/.test(value) ? Number(value) : value];
      }),
    );
    const { services } = parseScenario({
      name: 'small',
      duration: '1m',
      traffic: { users: { executor: 'constant-arrival-rate', rate: 1 } },
      requests: { page: { route: 'web', cpu: '1ms' } },
      services: { web: { instance } },
    });
    expect(services.web.instance).toMatchObject({
      vcpus: 1.5,
      cpuRequest: 0.3,
      memory: 640 * 2 ** 20,
      memoryRequest: 320 * 2 ** 20,
      drain: 30,
    });
  });

  it.each([
    [
      'sets no vcpus while a container has no CPU limit',
      '[{ name: a, resources: { limits: { cpu: 1 } } }, { name: b }]',
    ],
    ['sets nothing of a container without resources', '[{ name: a }]'],
  ])('%s, and says so', (_claim, containers) => {
    const { set, notes } = workloadSettings(deployment(containers), 'deploy.yaml', [web]);
    expect(set).toEqual(['services.web.instance.drain=30s']);
    expect(notes.map(({ code }) => code)).toEqual(Array(4).fill('not-in-workload'));
  });

  it('takes a limit for the request that is not there, as Kubernetes does', () => {
    const { set } = workloadSettings(deployment('[{ name: a, resources: { limits: { cpu: 2 } } }]'), 'deploy.yaml', [
      web,
    ]);
    expect(set).toContain('services.web.instance.cpuRequest=2');
  });

  it('sets the drain to its own grace period', () => {
    const text = deployment(sized, { pod: 'terminationGracePeriodSeconds: 90' });
    expect(workloadSettings(text, 'deploy.yaml', [web]).set).toContain('services.web.instance.drain=90s');
  });

  it.each([
    ['readiness', '', '{}'],
    ['readiness', 'initialDelaySeconds: 45, successThreshold: 2', '{ initialDelay: 45s, success: 2 }'],
    ['liveness', 'periodSeconds: 5, timeoutSeconds: 2, failureThreshold: 6', '{ period: 5s, timeout: 2s, failure: 6 }'],
    ['startup', 'failureThreshold: 30, httpGet: { path: /, port: 80 }', '{ failure: 30 }'],
  ])('sets the times of its %s probe, and says what startup is then: %s', (name, times, value) => {
    const text = deployment(sized.replace('{ name: app,', `{ name: app, ${name}Probe: { ${times} },`));
    expect(workloadSettings(text, 'deploy.yaml', [web]).set).toContain(`services.web.instance.probes.${name}=${value}`);
    expect(codesOf(text)).toEqual(['9 probes-taken']);
  });

  it('takes the first of several containers, and says so', () => {
    const text = deployment('[{ name: a, livenessProbe: {} }, { name: b, livenessProbe: { periodSeconds: 3 } }]');
    expect(workloadSettings(text, 'deploy.yaml', [web]).set).toContain('services.web.instance.probes.liveness={}');
    expect(codesOf(text).filter((code) => !code.includes('not-in-workload'))).toEqual([
      '9 probes-taken',
      '9 probe-of-first',
    ]);
  });

  it('stretches a period to the timeout, since kubelet probes one after the other', () => {
    const probe = 'readinessProbe: { periodSeconds: 2, timeoutSeconds: 5 }';
    const text = deployment(sized.replace('{ name: app,', `{ name: app, ${probe},`));
    expect(workloadSettings(text, 'deploy.yaml', [web]).set).toContain(
      'services.web.instance.probes.readiness={ period: 5s, timeout: 5s }',
    );
    expect(codesOf(text)).toEqual(['9 probes-taken', '9 probe-period']);
  });

  it('notes what has no place in a scenario, and what Kubernetes does not know either', () => {
    const text = deployment('[{ name: a, lifecycle: {}, imagee: x, resources: { limits: { cpu: 1, memory: 1Gi } } }]', {
      pod: 'affinity: {}',
    });
    expect(codesOf(text)).toEqual(['8 not-simulated', '9 not-simulated', '9 unknown-key']);
    expect(workloadSettings(text, 'deploy.yaml', [web]).notes.at(-1)?.fix).toContain('Did you mean "image"?');
  });

  it.each(['StatefulSet', 'Deployment'])('is a %s', (kind) => {
    expect(workloadSettings(deployment(sized, { kind }), 'deploy.yaml', [web]).set).toHaveLength(5);
  });

  it('is a Pod, or a PodTemplate', () => {
    const spec = `{ containers: ${sized} }`;
    for (const text of [`kind: Pod\nspec: ${spec}`, `kind: PodTemplate\ntemplate: { spec: ${spec} }`]) {
      expect(workloadSettings(text, 'deploy.yaml', [web]).set).toHaveLength(5);
    }
  });

  it('is that of the service with its name, when there are several', () => {
    const services = [web, { name: 'api' }];
    const text = `${deployment(sized, { name: 'api' })}---${deployment(sized, { name: 'batch' })}`;
    const { set, notes } = workloadSettings(text, 'deploy.yaml', services);
    expect(set.every((one) => one.startsWith('services.api.'))).toBe(true);
    expect(notes.map(({ code }) => code)).toEqual(['unused-workload']);
  });

  it.each([
    ['a file without one', 'kind: Service', 'undefined no-workload: holds no workload'],
    [
      'none for the services',
      `${deployment(sized, { name: 'a' })}---${deployment(sized, { name: 'b' })}`,
      'undefined no-workload: holds no workload for web, only Deployment "a", Deployment "b"',
    ],
    [
      'a quantity that is none',
      deployment('[{ name: a, resources: { limits: { cpu: 1core } } }]'),
      '9 bad-value: cpu got "1core" (string), which is not a quantity',
    ],
    ['no container', deployment('[]'), '9 out-of-range: containers is empty'],
    [
      'a grace period that is none',
      deployment(sized, { pod: 'terminationGracePeriodSeconds: long' }),
      '8 wrong-type: terminationGracePeriodSeconds is "long" (string), but a number is expected',
    ],
    ['no pod', 'kind: Deployment\nspec: {}', '2 missing-key: spec is missing'],
  ])('is a problem: %s', (_claim, text, problem) => {
    expect(problemsOf(text)).toEqual([problem]);
  });
});
