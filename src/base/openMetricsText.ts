import { visibleText } from './visible.js';

/** A value at labels; at an instant where it has one. */
export interface MetricSample {
  readonly labels: Readonly<Record<string, string>>;
  readonly value: number;
  /** Since 1970. */
  readonly seconds?: number;
}

/** One metric: a gauge, for nothing of a run that is over goes on counting. */
export interface MetricFamily {
  /** With its unit at the end, where it has one. */
  readonly name: string;
  readonly help: string;
  readonly unit?: string;
  /** Those of the same labels stand together, in the order of time. */
  readonly samples: readonly MetricSample[];
}

/**
 * OpenMetrics text, in parts; a metric without a sample is left out.
 *
 * Nothing in it has another meaning in Prometheus' older text format, which reads UNIT and EOF as comments.
 * Source: OpenMetrics 1.0, "Text format".
 */
export function* openMetricsParts(families: Iterable<MetricFamily>): Generator<string> {
  for (const { name, help, unit, samples } of families) {
    if (samples.length === 0) continue;
    // A quotation mark is escaped in one of the two formats and must not be in the other.
    yield `# HELP ${name} ${escaped(help.replaceAll('"', "'"))}\n# TYPE ${name} gauge\n`;
    if (unit !== undefined) yield `# UNIT ${name} ${unit}\n`;
    for (const { labels, value, seconds } of samples) {
      const pairs = Object.entries(labels).map(([label, text]) => `${label}="${escaped(text)}"`);
      const time = seconds === undefined ? '' : ` ${seconds}`;
      yield `${name}${pairs.length === 0 ? '' : `{${pairs.join(',')}}`} ${numberText(value)}${time}\n`;
    }
  }
  yield '# EOF\n';
}

export function openMetricsText(families: Iterable<MetricFamily>): string {
  return [...openMetricsParts(families)].join('');
}

function escaped(text: string): string {
  return visibleText(text).replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n');
}

function numberText(value: number): string {
  if (Number.isFinite(value)) return String(value);
  return Number.isNaN(value) ? 'NaN' : value > 0 ? '+Inf' : '-Inf';
}
