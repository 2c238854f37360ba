import type { MetricSpec } from './hpaSpec.js';

/** A metric and its target, for tables: `cpu 70 %`, `http_requests 25 a pod`, `queue_length 100`. */
export function targetText({ name, target }: MetricSpec): string {
  if (target.kind === 'utilization') return `${name} ${target.percent} %`;
  return `${name} ${target.text}${target.kind === 'average' ? ' a pod' : ''}`;
}
