import type { ScenarioResult } from '../../results/results.js';
import { amountText, moneyText, percentText } from '../terminal/numbers.js';
import { meanOf, type Standing } from '../terminal/standing.js';
import { flapsCell, latencyCell } from '../terminal/table.js';
import { codeSpan, plain } from './escape.js';

export interface PolicyTable {
  readonly scenario: ScenarioResult;
  /** Reference first. */
  readonly standings: readonly Standing[];
  readonly reference: string;
  /** Name of the policy to take, where one stands out. */
  readonly chosen: string | undefined;
}

/** A row a policy: what users feel, what it costs, and the verdict on the bill with its interval. Empty when none ran. */
export function policyTable(table: PolicyTable): string[] {
  const { standings, reference } = table;
  if (standings.length === 0) return [];
  const against = standings.length > 1 ? ` against ${codeSpan(reference)} |` : '';
  return [
    `| policy | good % | p99 all | flaps/h | $/month |${against}`,
    `|---|--:|--:|--:|--:|${against === '' ? '' : '---|'}`,
    ...standings.map((standing) => row(standing, table)),
  ];
}

function row(standing: Standing, table: PolicyTable): string {
  const { policy, goodShare, marks } = standing;
  const { scenario, standings, chosen } = table;
  const cost = meanOf(policy, 'cost_usd_per_month');
  const name = codeSpan(policy.name);
  const cells = [
    policy.name === chosen ? `**${name}**` : name,
    `${goodShare === undefined ? '-' : percentText(goodShare)}${sign(marks.get('good'))}`,
    `${plain(latencyCell(standing))}${sign(marks.get('latency'))}`,
    `${flapsCell(standing, scenario)}${sign(marks.get('flaps'))}`,
    `${cost === undefined ? '-' : amountText(cost)}${sign(marks.get('cost'))}`,
    ...(standings.length > 1 ? [verdictCell(standing, table)] : []),
  ];
  return `| ${cells.join(' | ')} |`;
}

function sign(isKept: boolean | undefined): string {
  if (isKept === undefined) return '';
  return isKept ? ' ✓' : ' ✗';
}

/** `worse: +$310 (+$290 to +$330)` a month. */
function verdictCell({ policy }: Standing, { scenario, reference }: PolicyTable): string {
  if (policy.name === reference) return '-';
  const comparison = scenario.comparisons.find(
    ({ b, measure }) => b === policy.name && measure === 'cost_usd_per_month',
  );
  if (comparison === undefined) return '-';
  const { difference, low, high, verdict } = comparison;
  if (difference === null) return verdict;
  const money = (usd: number) => plain(moneyText(usd, { signed: true }));
  const interval = low === null || high === null ? '' : ` (${money(low)} to ${money(high)})`;
  return `${verdict}: ${money(difference)}${interval}`;
}
