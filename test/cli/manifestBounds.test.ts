import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { resultSchema } from '../../src/results/results.js';
import { callCli } from '../support/callCli.js';
import { temporaryFolder } from '../support/runCli.js';
import { sampled } from '../support/sampled.js';

/** 150 requests a second of 100 ms keep 15 vCPUs busy. */
const scenario = (scaling: string) => `
name: small
duration: 6m
traffic: { users: { executor: constant-arrival-rate, rate: 150 } }
requests: { page: { route: web, cpu: 100ms } }
services: { web: { instance: { vcpus: 1, cpuRequest: 1, concurrency: 8, queue: 8, price: 0.1 }, scaling: ${scaling} } }
gateway: { balancer: least-requests }
`;

const hpa = (min: number, max: number, target = 'web') => `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: scaler }
spec:
  scaleTargetRef: { kind: Deployment, name: ${target} }
  minReplicas: ${min}
  maxReplicas: ${max}
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: 60 } } }]
`;

let cwd = '';
let remove = (): void => {};
beforeAll(() => {
  ({ path: cwd, remove } = temporaryFolder({
    'open.yaml': scenario('{}'),
    'max.yaml': scenario('{ max: 8 }'),
    'own.yaml': scenario('{}').replace('name: small', 'name: small\npolicies: [hpa.yaml]'),
    'listed.yaml': scenario('{}').replace('name: small', 'name: small\npolicies: [other.yaml]'),
    'hpa.yaml': hpa(3, 20),
    'small.yaml': hpa(2, 6),
    'other.yaml': hpa(3, 20, 'checkout'),
  }));
});
afterAll(() => remove());

async function resultOf(...args: string[]) {
  const { code, stdout, stderr } = await callCli([...args, '--runs', '1', '--json'], { cwd });
  const [result] = code === 0 ? resultSchema.parse(JSON.parse(stdout)).scenarios : [];
  const scaling = result === undefined ? undefined : parse(result.resolved ?? '').services.web.scaling;
  return { code, stderr, scaling, policies: result?.policies.flatMap((one) => ('measures' in one ? [one] : [])) ?? [] };
}

describe('the bounds of a service that the scenario leaves out', () => {
  it('are those of its manifest, and it is said', async () => {
    const { scaling, stderr, policies } = await resultOf('run', 'open.yaml', '--policy', 'hpa.yaml');
    expect(scaling).toMatchObject({ min: 3, max: 20, initial: 3 });
    expect(stderr).toContain('sets services.web.scaling.min=3, services.web.scaling.max=20');
    // 15 busy vCPUs at 60 % are 25: it stands at its own maximum.
    expect(policies[0].measures.instances_peak.mean).toBe(20);
  });

  it('are what any of several manifests may have; each keeps its own, and all are measured by one need', {
    tags: ['ci'],
  }, async () => {
    const args = ['compare', 'open.yaml', '--policy', 'hpa.yaml', '--policy', 'small.yaml', '--policy', 'static:30'];
    const { scaling, stderr, policies } = await resultOf(...args);
    expect(scaling).toMatchObject({ min: 2, max: 20, initial: 2 });
    expect(stderr).toContain('sets services.web.scaling.min=2, services.web.scaling.max=20');
    expect(policies.map(({ measures }) => measures.instances_peak.mean)).toEqual([20, 6, 20]);
    const needs = policies.map(({ timeline: [{ needed }] }) => needed);
    expect(needs[1]).toEqual(needs[0]);
    expect(needs[2]).toEqual(needs[0]);
  });

  it('stay with the scenario where it writes them, and a line states both', { tags: ['ci'] }, async () => {
    const { scaling, stderr, policies } = await resultOf('run', 'max.yaml', '--policy', 'hpa.yaml');
    expect(scaling).toMatchObject({ min: 3, max: 8 });
    expect(stderr).toContain('maxReplicas is 20, but the scenario allows web only 8');
    expect(policies[0].measures.instances_peak.mean).toBe(8);
    const set = await resultOf('run', 'open.yaml', '--policy', 'hpa.yaml', '--set', 'services.web.scaling.max=9');
    expect(set.scaling).toMatchObject({ min: 3, max: 9 });
  });

  for (const { tags, part } of sampled(
    [
      ['initial: 1', { min: 1, max: 20, initial: 1 }],
      ['initial: 30', { min: 3, max: 30, initial: 30 }],
      ['min: 25', { min: 25, max: 25, initial: 25 }],
      ['max: 2', { min: 2, max: 2, initial: 2 }],
    ],
    4,
  )) {
    it.each(part)('leave room for what it writes: %s', { tags }, async (written, expected) => {
      const [key, value] = written.split(': ');
      const set = ['--set', `services.web.scaling.${key}=${value}`];
      const { code, scaling } = await resultOf('run', 'open.yaml', '--policy', 'hpa.yaml', ...set);
      expect({ code, scaling }).toMatchObject({ code: 0, scaling: expected });
    });
  }

  it('are shown by inspect for the policies of the scenario', async () => {
    const { stdout } = await callCli(['inspect', 'own.yaml', '--json'], { cwd });
    expect(JSON.parse(stdout).resolved.services.web.scaling).toMatchObject({ min: 3, max: 20, initial: 3 });
  });
});

describe('a manifest for another service', () => {
  it('ends run and validate with 104 and how to bind it, and runs when it is bound', { tags: ['ci'] }, async () => {
    const refused = await callCli(['run', 'open.yaml', '--policy', 'other.yaml'], { cwd });
    expect(refused.code).toBe(104);
    expect(refused.stderr).toContain('scales "checkout", and the scenario has no such service to scale; it has: web');
    expect(refused.stderr).toContain("Fix: bind it: --policy 'web=other.yaml'.");
    expect((await callCli(['validate', 'listed.yaml'], { cwd })).code).toBe(104);
    const bound = await resultOf('run', 'open.yaml', '--policy', 'web=other.yaml');
    expect(bound).toMatchObject({ code: 0, scaling: { min: 3, max: 20 } });
  });
});
