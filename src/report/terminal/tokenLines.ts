import type { ScenarioResult } from '../../results/results.js';
import { amountText } from '../money.js';
import { fitNames } from '../policyNames.js';
import { besideNames, type Column, gridLines } from './grid.js';
import type { Ink } from './ink.js';
import { latencyText, percentText, threeDigits } from './numbers.js';
import { meanOf, type Standing } from './standing.js';
import { capLines } from './wrap.js';

interface TokenContext {
  readonly scenario: ScenarioResult;
  readonly ink: Ink;
  readonly width: number;
}

const rowLimit = 8;

const figures: readonly { readonly head: string; readonly measure: string; show(value: number): string }[] = [
  { head: 'TTFT p95', measure: 'ttft_p95_ms', show: latencyText },
  { head: 'ITL p95', measure: 'itl_p95_ms', show: latencyText },
  { head: 'tokens/s', measure: 'tokens_per_second', show: threeDigits },
  { head: 'KV peak', measure: 'kv_peak_ratio', show: (ratio) => `${percentText(ratio)} %` },
  { head: 'preempted', measure: 'preemptions', show: threeDigits },
  { head: 'prefix hits', measure: 'prefix_hit_ratio', show: (ratio) => `${percentText(ratio)} %` },
  { head: '$/M tokens', measure: 'cost_per_million_output_tokens_usd', show: amountText },
];

/** Where services are model servers: first tokens, the gaps after them, and what fills the memory; means over the runs. */
export function tokenLines(standings: readonly Standing[], { ink, width }: TokenContext): string[] {
  const rows = standings.filter(({ policy }) => meanOf(policy, 'output_tokens') !== undefined);
  if (rows.length === 0) return [];
  const columns = figures.flatMap(({ head, measure, show }, place): Column[] => {
    const values = rows.map(({ policy }) => meanOf(policy, measure));
    if (values.every((value) => value === undefined)) return [];
    const cells = values.map((value) => (value === undefined ? '-' : show(value)));
    return [{ head, cells, dropped: figures.length - place }];
  });
  const title = 'tokens';
  const names = rows.map(({ policy }) => policy.name);
  const longest = Math.max(...[title, ...names].map((name) => [...name].length));
  const fitting = besideNames(columns, { width: width - 2, longest, least: 11 });
  const [head, ...cells] = fitNames([title, ...names], fitting.nameWidth);
  const lines = gridLines([{ head, cells, isText: true }, ...fitting.columns], ink);
  return capLines(
    lines.map((line) => `  ${line}`.trimEnd()),
    rowLimit + 1,
    (count) => `  ${count} more policies: see the report`,
  );
}
