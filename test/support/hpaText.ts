interface HpaFields {
  readonly min?: number;
  readonly max: number;
  /** Percent of the request. */
  readonly cpu: number;
}

/** A HorizontalPodAutoscaler of the service `web` on CPU, as people write it. */
export const hpaText = ({ min = 2, max, cpu }: HpaFields): string => `
apiVersion: autoscaling/v2
kind: HorizontalPodAutoscaler
metadata: { name: web }
spec:
  scaleTargetRef: { apiVersion: apps/v1, kind: Deployment, name: web }
  minReplicas: ${min}
  maxReplicas: ${max}
  metrics: [{ type: Resource, resource: { name: cpu, target: { type: Utilization, averageUtilization: ${cpu} } } }]
`;
