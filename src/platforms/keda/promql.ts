import { parseDuration } from '../../base/duration.js';

/** What can be said of a PromQL query without running it. */
export interface QueryFacts {
  /** Whether its result is one number: KEDA fails on several series. */
  readonly isAggregated: boolean;
  /** It keeps labels (`by`, `without`) and so perhaps several series; `le` of a histogram aside. */
  readonly isGrouped: boolean;
  /** The shortest window of a `rate`, `irate`, `increase` or `delta`, seconds. */
  readonly rateWindowSeconds: number | undefined;
  /** It says how large, not how much: a quotient, a mean, a quantile or a percentage. */
  readonly isRatio: boolean;
}

/** Operators and functions whose result is one series, whatever they read. */
const aggregations = [
  'histogram_quantile',
  'sum',
  'avg',
  'max',
  'min',
  'count',
  'scalar',
  'quantile',
  'stddev',
  'stdvar',
  'group',
  'vector',
  'absent',
];
/** Words between operators; `by` and its like are followed by labels. */
const words = [
  'by',
  'without',
  'on',
  'ignoring',
  'group_left',
  'group_right',
  'bool',
  'and',
  'or',
  'unless',
  'offset',
  'inf',
  'nan',
];

/** Reads a query by its shape: the outermost call decides whether it is aggregated. */
export function queryFacts(query: string): QueryFacts {
  const text = withoutLabels(query);
  const windows = [...text.matchAll(/\b(?:rate|irate|increase|delta|idelta)\s*\([^[]*\[\s*([0-9a-z]+)/g)]
    .map(([, window]) => parseDuration(window))
    .filter((seconds) => seconds !== undefined);
  return {
    isAggregated: isAggregated(text),
    isGrouped: /\b(by|without)\s*\((?!\s*(le\s*)?\))/.test(text),
    rateWindowSeconds: windows.length === 0 ? undefined : Math.min(...windows),
    isRatio: /\/|\bavg\b|\bavg_over_time\b|quantile|percent|ratio|utili[sz]ation/i.test(text),
  };
}

/** The names of the metrics that a query reads, each once. */
export function selectorNames(query: string): string[] {
  const text = withoutLabels(query)
    .replace(/\[[^\]]*\]/g, ' ')
    .replace(/\b(by|without|on|ignoring|group_left|group_right)\s*\([^)]*\)/g, ' ');
  const names = [...text.matchAll(/[A-Za-z_:][\w:]*(?![\w:]*\s*\()/g)].map(([name]) => name);
  const known = new Set([...aggregations, ...words]);
  const isCalled = new Set([...text.matchAll(/([A-Za-z_:][\w:]*)\s*\(/g)].map(([, name]) => name));
  return [...new Set(names)].filter((name) => !known.has(name.toLowerCase()) && !isCalled.has(name));
}

/** Label matchers and quoted text could hold anything, so they go first. */
function withoutLabels(query: string): string {
  return query.replace(/"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g, '""').replace(/\{[^}]*\}/g, '');
}

/** Whether every selector stands inside a call that leaves one series, or the query reads none. */
function isAggregated(text: string): boolean {
  const pattern = /([A-Za-z_:][\w:]*)\s*(?:(?:by|without)\s*\([^)]*\)\s*)?\(|[()]|([A-Za-z_:][\w:]*)/g;
  const stack: boolean[] = [];
  for (const [whole, called, name] of text.replace(/\[[^\]]*\]/g, '').matchAll(pattern)) {
    const isInside = stack.at(-1) ?? false;
    if (whole === ')') stack.pop();
    else if (whole === '(') stack.push(isInside);
    // Behind `by` stand labels, not selectors.
    else if (called !== undefined) stack.push(isInside || [...aggregations, ...words].includes(called.toLowerCase()));
    else if (!isInside && name !== undefined && !words.includes(name.toLowerCase())) return false;
  }
  return true;
}
