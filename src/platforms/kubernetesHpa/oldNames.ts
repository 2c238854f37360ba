import type { Problem } from '../../base/problem.js';

/** Names of older versions of the API, and how autoscaling/v2 says the same. Source: see oldMetric.ts. */
const namesOfV2: Readonly<Record<string, string>> = {
  targetAverageUtilization: 'target: { type: Utilization, averageUtilization: ... }',
  targetAverageValue: 'target: { type: AverageValue, averageValue: ... }',
  targetValue: 'target: { type: Value, value: ... }',
  metricName: 'metric: { name: ... }',
  metricSelector: 'metric: { selector: ... }',
  targetCPUUtilizationPercentage:
    'metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: ... } } }]',
};
/** Fields that autoscaling/v1 has not. */
const newInV2 = ['metrics', 'behavior'];

/** The problems of a manifest, where an unknown key is a name of another version with how to say it in this one. */
export function withNamesOfVersions(problems: readonly Problem[], apiVersion: string): Problem[] {
  return problems.map((problem) => {
    if (problem.code !== 'unknown-key') return problem;
    const key = problem.where.path?.split('.').at(-1) ?? '';
    if (apiVersion === 'autoscaling/v2' || apiVersion === 'autoscaling/v2beta2') {
      if (!Object.hasOwn(namesOfV2, key)) return problem;
      const why = `An older version of the API has it. The API server refuses it in ${apiVersion}.`;
      return { ...problem, why, fix: `write ${namesOfV2[key]}.` };
    }
    if (!newInV2.includes(key)) return problem;
    const why = `${apiVersion} has no such field: the API server refuses it.`;
    return { ...problem, why, fix: 'write apiVersion: autoscaling/v2.' };
  });
}
