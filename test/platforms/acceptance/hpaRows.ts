import { type AcceptanceRow, rowsOf } from './row.js';

const hpa = (spec: object, apiVersion = 'autoscaling/v2') => ({
  apiVersion,
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'web' },
  spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' }, maxReplicas: 9, ...spec },
});
const cpu = (target: object) => [{ type: 'Resource', resource: { name: 'cpu', target } }];
const cpu60 = cpu({ type: 'Utilization', averageUtilization: 60 });
const pods = (target: object) => [{ type: 'Pods', pods: { metric: { name: 'jobs' }, target } }];
const external = (target: object, name = 'jobs') => [{ type: 'External', external: { metric: { name }, target } }];
const object = (target: object) => [
  {
    type: 'Object',
    object: {
      describedObject: { apiVersion: 'networking.k8s.io/v1', kind: 'Ingress', name: 'front' },
      metric: { name: 'jobs' },
      target: { type: 'AverageValue', ...target },
    },
  },
];
const conversion = 'kubernetes/kubernetes pkg/apis/autoscaling/v1/conversion.go';
const memory = { type: 'Resource', resource: { name: 'memory', targetAverageValue: '300Mi' } };
const down = (rules: object) => hpa({ metrics: cpu60, behavior: { scaleDown: rules } });
const policy = (fields: object) => down({ policies: [{ type: 'Pods', value: 1, periodSeconds: 60, ...fields }] });

const validation = 'kubernetes/kubernetes pkg/apis/autoscaling/validation/validation.go';
const decoding = 'kubernetes.io, Kubernetes API concepts: field validation (kubectl asks for Strict)';
const defaults = 'kubernetes/kubernetes pkg/apis/autoscaling/v2/defaults.go';

/** Kubernetes: HorizontalPodAutoscaler. */
export const hpaRows: readonly AcceptanceRow[] = [
  ...rowsOf(validation, 'takes', {
    'a utilization': hpa({ minReplicas: 3, metrics: cpu60 }),
    'a utilization above 100 %': hpa({ metrics: cpu({ type: 'Utilization', averageUtilization: 250 }) }),
    'an average value': hpa({ metrics: cpu({ type: 'AverageValue', averageValue: '500m' }) }),
    'the same count at both ends': hpa({ minReplicas: 9, metrics: cpu60 }),
    'a metric of pods': hpa({ metrics: pods({ type: 'AverageValue', averageValue: '10' }) }),
    'a metric from outside, in all': hpa({ metrics: external({ type: 'Value', value: '30' }) }),
    'a metric from outside, for each pod': hpa({ metrics: external({ type: 'AverageValue', averageValue: '30' }) }),
    'a metric from outside whose type names another field': hpa({
      metrics: external({ type: 'Value', averageValue: '30' }),
    }),
    'a metric of pods whose type names another field': hpa({ metrics: pods({ type: 'Value', averageValue: '10' }) }),
    'a metric of an object with both values': hpa({ metrics: object({ value: '10k', averageValue: '30' }) }),
    'a name with | and @': hpa({ metrics: external({ type: 'Value', value: '30' }, 'a|b@c') }),
    'the longest window': down({ stabilizationWindowSeconds: 3600 }),
    'the longest period': policy({ periodSeconds: 1800 }),
    'no scaling down': down({ selectPolicy: 'Disabled' }),
    'autoscaling/v1': hpa({ targetCPUUtilizationPercentage: 50 }, 'autoscaling/v1'),
  }),
  ...rowsOf('kubernetes/kubernetes v1.37 CHANGELOG: HPAScaleToZero is on by default', 'takes', {
    'a minimum of 0 with a metric from outside': hpa({
      minReplicas: 0,
      metrics: external({ type: 'AverageValue', averageValue: '30' }),
    }),
  }),
  ...rowsOf(conversion, 'takes', {
    'metrics of v1 in an annotation': {
      ...hpa({ targetCPUUtilizationPercentage: 50 }, 'autoscaling/v1'),
      metadata: { name: 'web', annotations: { 'autoscaling.alpha.kubernetes.io/metrics': JSON.stringify([memory]) } },
    },
  }),
  ...rowsOf(defaults, 'takes', { 'no metrics: 80 % of the CPU request': hpa({}) }),
  ...rowsOf(validation, 'refuses', {
    'both values of a metric from outside': hpa({
      metrics: external({ type: 'Value', value: '30', averageValue: '30' }),
    }),
    'a name with a slash': hpa({ metrics: external({ type: 'Value', value: '30' }, 'istio/requests') }),
    'no maximum': { ...hpa({}), spec: { scaleTargetRef: { kind: 'Deployment', name: 'web' } } },
    'a maximum of 0': hpa({ maxReplicas: 0 }),
    'a minimum above the maximum': hpa({ minReplicas: 10 }),
    'a negative minimum': hpa({ minReplicas: -1 }),
    'no target': { ...hpa({}), spec: { maxReplicas: 3 } },
    'a minimum of 0 with cpu alone': hpa({ minReplicas: 0, metrics: cpu60 }),
    'a negative tolerance': down({ tolerance: '-0.1' }),
    'a utilization of 0': hpa({ metrics: cpu({ type: 'Utilization', averageUtilization: 0 }) }),
    'a utilization without a number': hpa({ metrics: cpu({ type: 'Utilization' }) }),
    'two targets of a resource': hpa({
      metrics: cpu({ type: 'Utilization', averageUtilization: 60, averageValue: '500m' }),
    }),
    'a metric of pods in all': hpa({ metrics: pods({ type: 'Value', value: '10' }) }),
    'an average value of 0': hpa({ metrics: pods({ type: 'AverageValue', averageValue: '0' }) }),
    'a metric type that is none': hpa({ metrics: [{ type: 'Resources', resource: cpu60[0].resource }] }),
    'a window over an hour': down({ stabilizationWindowSeconds: 3601 }),
    'a period over half an hour': policy({ periodSeconds: 1801 }),
    'a step of 0': policy({ value: 0 }),
    'a policy type that is none': policy({ type: 'Pod' }),
    'a choice that is none': down({ selectPolicy: 'Mean' }),
  }),
  ...rowsOf(decoding, 'refuses', {
    'a field of v2beta1 in v2': hpa({
      metrics: [{ type: 'Resource', resource: { name: 'cpu', targetAverageUtilization: 60 } }],
    }),
    'metrics in v1': hpa({ metrics: cpu60 }, 'autoscaling/v1'),
    'an unknown field below spec': hpa({ metrics: cpu60, maxReplica: 5 }),
    'text for a count': hpa({ metrics: cpu60, minReplicas: '3' }),
  }),
];
