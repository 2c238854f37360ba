import { describe, expect, it } from 'vitest';
import { functionNames } from '../../../src/telemetry/promql/callFunction.js';
import { seriesNames, seriesTable } from '../../../src/telemetry/promql/seriesTable.js';

const header = `# PromQL

What \`/api/v1/query\` and \`/api/v1/query_range\` answer in a run, for policies that ask Prometheus. Any host will do; parameters stand in the query or in a form.

Values are as late as \`telemetry\` says: the counters of each scrape, seen \`delay\` later, lost with \`loss\`, gone after \`staleAfter\`. No data is an
empty result, never 0. What is calculated follows Prometheus' own rules (extrapolation of \`rate\`, quantiles within buckets, matching of labels); spans
leave out their begin, as Prometheus 3 does. Counters are kept for one hour, our own metrics for days.

\`\`\`text
sum(rate(http_requests_total[5m]))
sum(rate(http_requests_total{status=~"5.."}[5m])) / sum(rate(http_requests_total[5m]))
histogram_quantile(0.95, sum(rate(http_request_duration_seconds_bucket[5m])) by (le))
100 - avg(rate(node_cpu_seconds_total{mode="idle"}[5m])) * 100
max_over_time(queue_depth[10m]) or vector(0)
\`\`\`

A query that cannot be answered gets Prometheus' error JSON (400, \`bad_data\`), and a finding says which part it is and what to use. While the metrics
server is out it is 503. A recording (\`decide\`) has our own metrics and no counters.

## Metrics

| name | type | labels | what it is | late as |
|---|---|---|---|---|
`;

const rows = seriesTable.map(({ names, type, labels, summary, metric }) => {
  const shown = names.map((name) => `\`${name}\``).join(', ');
  return `| ${shown} | ${type} | ${['service', ...labels].join(', ')} | ${summary} | \`${metric}\` |`;
});

const footer = `

- \`service\` is also \`job\`, \`app\`, \`deployment\`, \`backend\` and the like; \`code\` is \`status\`, \`status_code\`, \`response_code\`, written 500, 5xx or 5; \`pod\` is
  \`instance\` and \`node\`. A value that names no service means the only one there is, with a finding.
- \`namespace\`, \`cluster\`, \`container\`, \`region\` and other labels of place select nothing; a finding says so. Labels that would cut the traffic into parts that are not
  told apart here (\`handler\`, \`method\`) are an error.
- A selector that names no service reads the policy's own; \`{service=~".+"}\` reads all.
- Buckets are those of the client libraries, 5 ms to 10 s; what lies within 0.8 % of a bound may count on either side.

## Functions and operators

${[...functionNames].sort().join(', ')}; sum, avg, min, max, count, group, stddev, stdvar, quantile, topk, bottomk, with \`by\` and \`without\`;
\`+ - * / % ^ atan2\`, comparisons with and without \`bool\`, \`and or unless\`, \`on\` and \`ignoring\`, \`offset\`, subqueries. Not \`group_left\`, \`@\`, \`label_replace\`.

This page is written from \`src/telemetry/promql/\`; \`npx vitest run test/telemetry/promql/promqlPage.test.ts -u\` writes it anew.
`;

describe('docs/promql.md', () => {
  it('lists every metric and function as the code has it', async () => {
    await expect(`${header}${rows.join('\n')}${footer}`).toMatchFileSnapshot('../../../docs/promql.md');
  });

  it('has each name once', () => {
    expect(new Set(seriesNames).size).toBe(seriesTable.flatMap(({ names }) => names).length);
  });
});
