import { type LagPart, type LagRow, lagParts } from '../../results/lagBudget.js';
import type { PolicyResult, ScenarioResult } from '../../results/results.js';
import { fitNames } from '../policyNames.js';
import { besideNames, type Column, gridLines } from './grid.js';
import type { Ink } from './ink.js';
import { instantText, spanText } from './numbers.js';
import type { Standing } from './standing.js';

const heads: Readonly<Record<LagPart, string>> = {
  metric_s: 'metrics',
  decision_s: 'decision',
  limit_s: 'limits',
  api_s: 'provider',
  node_s: 'node',
  startup_s: 'startup',
  slow_start_s: 'slow start',
};

/** The rise that took longest to answer: one that never was before all others. */
export function slowestRise({ lagBudget = [] }: Pick<PolicyResult, 'lagBudget'>): LagRow | undefined {
  const secondsOf = ({ total_s, unanswered_s }: LagRow) =>
    (total_s === null ? 1e9 : 0) + (total_s ?? unanswered_s ?? 0);
  const [first, ...others] = lagBudget;
  return others.reduce<LagRow | undefined>(
    (most, row) => (most !== undefined && secondsOf(row) > secondsOf(most) ? row : most),
    first,
  );
}

interface LagContext {
  readonly scenario: ScenarioResult;
  readonly ink: Ink;
  readonly width: number;
}

/** Where the time between more load and enough instances goes: the slowest rise of each policy, in the run shown. */
export function lagLines(standings: readonly Standing[], { scenario, ink, width }: LagContext): string[] {
  const rows = standings.flatMap(({ policy }) => {
    const rise = slowestRise(policy);
    const isAtOnce = rise?.total_s === 0;
    return rise === undefined || isAtOnce ? [] : [{ name: policy.name, hasServices: policy.timeline.length > 1, rise }];
  });
  if (rows.length === 0) return [];
  const parts = lagParts.filter((part) => rows.some(({ rise }) => (rise.parts?.[part] ?? 0) >= 0.5));
  const secondsOf = (part: LagPart) => rows.reduce((sum, { rise }) => sum + (rise.parts?.[part] ?? 0), 0);
  const columns: Column[] = [
    {
      head: 'slowest rise',
      isText: true,
      cells: rows.map(({ rise, hasServices }) => {
        const service = hasServices ? `${rise.service} ` : '';
        return `${service}${rise.needed_from} -> ${rise.needed_to} at ${instantText(rise.time_s, scenario.start)}`;
      }),
    },
    ...parts.map((part) => ({
      head: heads[part],
      cells: rows.map(({ rise }) => (rise.parts === null ? '-' : spanText(rise.parts[part] ?? 0))),
      // The smallest goes first where there is too little room.
      dropped: secondsOf(part),
    })),
    {
      head: 'until ready',
      cells: rows.map(({ rise: { total_s, unanswered_s } }) =>
        total_s === null
          ? `never${unanswered_s === undefined ? '' : ` (${spanText(unanswered_s)})`}`
          : spanText(total_s),
      ),
    },
  ];
  const title = 'lag';
  const names = rows.map(({ name }) => name);
  const longest = Math.max(...[title, ...names].map((name) => [...name].length));
  const fitting = besideNames(columns, { width: width - 2, longest, least: 11 });
  const [head, ...cells] = fitNames([title, ...names], fitting.nameWidth);
  return gridLines([{ head, cells, isText: true }, ...fitting.columns], ink).map((line) => `  ${line}`.trimEnd());
}
