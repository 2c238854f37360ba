import { hasResults, type ScenarioResult } from '../../results/results.js';
import { costText, moneyUnitOf } from '../money.js';
import { fitNames } from '../policyNames.js';
import { type Column, gridLines, gridWidth } from './grid.js';
import type { Ink } from './ink.js';
import { meanOf, standingOf } from './standing.js';
import { wrap } from './wrap.js';

interface SummaryContext {
  readonly ink: Ink;
  readonly width: number;
}

/** A name is never cut to less. */
const nameLeast = 10;

/** Several scenarios at one glance: what each policy costs in each, and whether it meets what is asked for. */
export function summaryLines(scenarios: readonly ScenarioResult[], { ink, width }: SummaryContext): string[] {
  if (scenarios.length < 2) return [];
  const names = [...new Set(scenarios.flatMap(({ policies }) => policies.map(({ name }) => name)))];
  const cells = scenarios.map((scenario) => names.map((name) => cellOf(scenario, name)));
  const shownNames = scenarios.map(({ name }) => name);
  const rows = fitNames(shownNames, 24);
  const countOf = (policy: number) => cells.filter((row) => row[policy].isMet === true).length;
  const heads = fitNames(names, Math.max(nameLeast, Math.floor(width / names.length) - 8));
  const columns: Column[] = [
    { head: 'summary', cells: [...rows, 'met'], isText: true },
    ...names.map((_, policy) => ({
      head: heads[policy],
      cells: [...cells.map((row) => row[policy].text), `${countOf(policy)} of ${scenarios.length}`],
      marks: [...cells.map((row) => row[policy].isMet), undefined],
    })),
  ];
  if (gridWidth(columns) + 2 <= width) return gridLines(columns, ink).map((line) => `  ${line}`.trimEnd());
  return [
    '  summary',
    ...scenarios.flatMap(({ name }, index) => {
      const met = names.filter((_, policy) => cells[index][policy].isMet === true);
      const list =
        met.length === 0 ? 'no policy meets it' : `met by ${met.length} of ${names.length}: ${met.join(', ')}`;
      return wrap(`${name}: ${list}`, { width, indent: '    ' });
    }),
  ];
}

interface Cell {
  readonly text: string;
  /** Undefined where nothing is asked for, or the policy has no results. */
  readonly isMet: boolean | undefined;
}

function cellOf(scenario: ScenarioResult, name: string): Cell {
  const policy = scenario.policies.find((one) => one.name === name);
  if (policy === undefined) return { text: '-', isMet: undefined };
  if (!hasResults(policy)) return { text: 'failed', isMet: false };
  const isAsked = scenario.slo !== null || policy.thresholds.length > 0;
  const cost = meanOf(policy, 'cost_usd');
  const text = cost === undefined ? '-' : costText(cost, moneyUnitOf(scenario));
  return { text, isMet: isAsked ? standingOf(policy, scenario).qualifies : undefined };
}
