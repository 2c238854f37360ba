import { measureOf } from '../../results/measures/index.js';
import type { ScenarioResult } from '../../results/results.js';
import { tokenFiguresOf } from '../analysis/tokenFigures.js';
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

/** How the terminal writes a unit. */
const shownIn: Readonly<Record<string, (value: number) => string>> = {
  ms: latencyText,
  ratio: (ratio) => `${percentText(ratio)} %`,
  usd: amountText,
};

/** Where services are model servers: first tokens, the gaps after them, and what fills the memory; means over the runs. */
export function tokenLines(standings: readonly Standing[], { scenario, ink, width }: TokenContext): string[] {
  const rows = standings.filter(({ policy }) => meanOf(policy, 'output_tokens') !== undefined);
  if (rows.length === 0) return [];
  const figures = tokenFiguresOf(scenario);
  const columns = figures.flatMap(({ head, measure }, place): Column[] => {
    const values = rows.map(({ policy }) => meanOf(policy, measure));
    if (values.every((value) => value === undefined)) return [];
    const show = shownIn[measureOf(measure)?.unit ?? ''] ?? threeDigits;
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
