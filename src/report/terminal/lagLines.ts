import { phaseNames } from '../../fleet/startup/phaseNames.js';
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
  const parts = partColumns(rows.map(({ rise }) => rise));
  const columns: Column[] = [
    {
      head: 'slowest rise',
      isText: true,
      cells: rows.map(({ rise, hasServices }) => {
        const service = hasServices ? `${rise.service} ` : '';
        const asked = rise.since === 'decision' ? 'asked ' : '';
        return `${service}${asked}${rise.needed_from} -> ${rise.needed_to} at ${instantText(rise.time_s, scenario.start)}`;
      }),
    },
    ...parts,
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

/** A column for each part that takes time; a startup is shown by its phases where they are known. */
function partColumns(rises: readonly LagRow[]): Column[] {
  const columnOf = (head: string, secondsOf: (rise: LagRow) => number): Column[] => {
    const seconds = rises.map(secondsOf);
    if (!seconds.some((one) => one >= 0.5)) return [];
    const cells = rises.map(({ parts }, row) => (parts === null ? '-' : spanText(seconds[row])));
    // The smallest goes first where there is too little room.
    return [{ head, cells, dropped: seconds.reduce((sum, one) => sum + one, 0) }];
  };
  return lagParts.flatMap((part) => {
    const own = columnOf(
      heads[part],
      (rise) => (rise.parts?.[part] ?? 0) - (part === 'startup_s' ? inPhases(rise) : 0),
    );
    if (part !== 'startup_s') return own;
    return [...phaseNames.flatMap((name) => columnOf(name, (rise) => rise.startup_phases_s?.[name] ?? 0)), ...own];
  });
}

/** Seconds of a startup of which the phase is known. */
function inPhases({ startup_phases_s = {} }: LagRow): number {
  return Object.values(startup_phases_s).reduce((sum, seconds) => sum + (seconds ?? 0), 0);
}
