/** What a threshold looks at: a statistic of samples, or a value. */
export type Aggregation = 'avg' | 'min' | 'max' | 'med' | 'count' | 'rate' | 'value' | { readonly quantile: number };

export type Operator = '<' | '<=' | '>' | '>=' | '==' | '===' | '!=';

/** `p(95)<300` taken apart. */
interface ThresholdExpression {
  readonly aggregation: Aggregation;
  readonly operator: Operator;
  readonly limit: number;
}

const pattern =
  /^\s*(avg|min|max|med|count|rate|value|p\(\s*(\d+(?:\.\d+)?)\s*\))\s*(<=|>=|===|==|!=|<|>)\s*([+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)\s*$/;

/** k6's grammar `aggregation operator number`; undefined when the text is none of it. */
export function parseThresholdExpression(text: string): ThresholdExpression | undefined {
  const match = pattern.exec(text);
  if (match === null) return undefined;
  const [, name, percent, operator, limit] = match;
  const quantile = percent === undefined ? undefined : Number(percent) / 100;
  if ((quantile !== undefined && quantile > 1) || !Number.isFinite(Number(limit))) return undefined;
  return {
    // safe: the pattern lists exactly the names of the type.
    aggregation: quantile === undefined ? (name as Aggregation) : { quantile },
    operator: operator as Operator, // safe: as above
    limit: Number(limit),
  };
}

/** The name of an aggregation as k6 writes it, with `p(N)` for every quantile. */
export function aggregationName(aggregation: Aggregation): string {
  return typeof aggregation === 'string' ? aggregation : 'p(N)';
}

/** Whether `value` keeps the limit. */
export function holds({ operator, limit }: ThresholdExpression, value: number): boolean {
  const compare: Record<Operator, boolean> = {
    '<': value < limit,
    '<=': value <= limit,
    '>': value > limit,
    '>=': value >= limit,
    '==': value === limit,
    '===': value === limit,
    '!=': value !== limit,
  };
  return compare[operator];
}

/** A metric with the tags that narrow it: `http_req_duration{source:shoppers}`. */
interface MetricSelector {
  readonly metric: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** Tags are split on `,`, then on the first `:`, and ANDed (k6); undefined when the text is malformed. */
export function parseMetricSelector(text: string): MetricSelector | undefined {
  const match = /^\s*([^{}\s]+)\s*(?:\{([^{}]*)\})?\s*$/.exec(text);
  if (match === null) return undefined;
  const [, metric, inside] = match;
  if (inside === undefined) return { metric, tags: {} };
  const tags: Record<string, string> = {};
  for (const part of inside.split(',')) {
    const colon = part.indexOf(':');
    if (colon < 1) return undefined;
    tags[part.slice(0, colon).trim()] = part.slice(colon + 1).trim();
  }
  return { metric, tags };
}
