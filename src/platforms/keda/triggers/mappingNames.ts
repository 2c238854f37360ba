import type { TriggerSpec } from '../manifestSchema.js';

/** Names by which `--metric` can speak of a trigger, the surest first: its place, name, metric or type. */
export function mappingNames(spec: TriggerSpec, { index, metricName }: TriggerIdentity): string[] {
  const names = [`s${index}`, spec.name, metricName, spec.metadata.metricName, spec.type];
  return names.filter((name) => name !== undefined);
}

interface TriggerIdentity {
  readonly index: number;
  /** Its metric's name in the HPA. */
  readonly metricName: string;
}
