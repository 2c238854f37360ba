import { partOf } from '../../results/partName.js';
import type { PolicyResult } from '../../results/results.js';
import { amountText } from '../money.js';
import { fitNames } from '../policyNames.js';
import { besideNames, type Column, gridLines } from './grid.js';
import type { Ink } from './ink.js';
import { latencyText, percentText, threeDigits } from './numbers.js';
import { meanOf, type Standing } from './standing.js';
import { capLines } from './wrap.js';

interface ConsumerContext {
  readonly chosen: string | undefined;
  readonly ink: Ink;
  readonly width: number;
}

const rowLimit = 8;

const figures: readonly { readonly head: string; readonly measure: string; show(value: number): string }[] = [
  { head: 'requests', measure: 'requests_offered', show: threeDigits },
  { head: 'TTFT p95', measure: 'ttft_p95_ms', show: latencyText },
  { head: 'p95', measure: 'latency_p95_ms', show: latencyText },
  { head: 'answered %', measure: 'unanswered_ratio', show: (ratio) => percentText(1 - ratio) },
  { head: '429', measure: 'requests_rate_limited', show: threeDigits },
  { head: 'spent', measure: 'budget_spent_usd', show: (usd) => `$${amountText(usd)}` },
  { head: 'prompt tokens', measure: 'prompt_tokens', show: threeDigits },
  { head: 'output', measure: 'output_tokens', show: threeDigits },
  { head: 'beyond limit', measure: 'token_overshoot', show: threeDigits },
];

/** Where requests have consumers: what each asked for and got, under the choice, else under the reference; means over the runs. */
export function consumerLines(standings: readonly Standing[], { chosen, ink, width }: ConsumerContext): string[] {
  const focus = standings.find(({ policy }) => policy.name === chosen) ?? standings[0];
  const names = focus === undefined ? [] : consumersOf(focus.policy);
  if (names.length === 0) return [];
  const columns = figures.flatMap(({ head, measure, show }, place): Column[] => {
    const values = names.map((name) => meanOf(focus.policy, `consumers.${name}.${measure}`));
    if (values.every((value) => value === undefined)) return [];
    const cells = values.map((value) => (value === undefined ? '-' : show(value)));
    return [{ head, cells, dropped: figures.length - place }];
  });
  const title = `consumers under ${focus.policy.name}`;
  const longest = Math.max(...[title, ...names].map((name) => [...name].length));
  const fitting = besideNames(columns, { width: width - 2, longest, least: Math.min(longest, 30) });
  const [head, ...cells] = fitNames([title, ...names], fitting.nameWidth);
  const lines = gridLines([{ head, cells, isText: true }, ...fitting.columns], ink);
  return capLines(
    lines.map((line) => `  ${line}`.trimEnd()),
    rowLimit + 1,
    (count) => `  ${count} more consumers: see the report`,
  );
}

/** In the scenario's order. */
function consumersOf({ measures }: PolicyResult): string[] {
  const parts = Object.keys(measures).flatMap((name) => {
    const part = partOf(name);
    return part?.kind === 'consumers' ? [part.name] : [];
  });
  return [...new Set(parts)];
}
