import { measureOf } from '../../results/measures/index.js';
import type { ScenarioResult } from '../../results/results.js';
import { sessionFigures } from '../analysis/sessionFigures.js';
import { type TokenFigure, tokenFiguresOf } from '../analysis/tokenFigures.js';
import { amountText } from '../money.js';
import { fitNames } from '../policyNames.js';
import { besideNames, type Column, gridLines } from './grid.js';
import type { Ink } from './ink.js';
import { latencyText, percentText, spanText, threeDigits } from './numbers.js';
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
  s: spanText,
};

/** Where services are model servers: first tokens, the gaps after them, and what fills the memory; means over the runs. */
export function tokenLines(standings: readonly Standing[], { scenario, ink, width }: TokenContext): string[] {
  const rows = standings.filter(({ policy }) => meanOf(policy, 'output_tokens') !== undefined);
  return figureLines(rows, { title: 'tokens', figures: tokenFiguresOf(scenario) }, { ink, width });
}

/** Where sources have sessions or agents: how many, how long tasks took, and what was carried from turn to turn. */
export function sessionLines(standings: readonly Standing[], { ink, width }: TokenContext): string[] {
  const rows = standings.filter(({ policy }) => meanOf(policy, 'turns') !== undefined);
  const hasTasks = rows.some(({ policy }) => meanOf(policy, 'tasks') !== undefined);
  return figureLines(rows, { title: hasTasks ? 'tasks' : 'sessions', figures: sessionFigures }, { ink, width });
}

function figureLines(
  rows: readonly Standing[],
  { title, figures }: { readonly title: string; readonly figures: readonly TokenFigure[] },
  { ink, width }: Pick<TokenContext, 'ink' | 'width'>,
): string[] {
  if (rows.length === 0) return [];
  const columns = figures.flatMap(({ head, measure, isQuiet = false }, place): Column[] => {
    const values = rows.map(({ policy }) => meanOf(policy, measure));
    if (values.every((value) => value === undefined || (value === 0 && isQuiet))) return [];
    const show = shownIn[measureOf(measure)?.unit ?? ''] ?? threeDigits;
    const cells = values.map((value) => (value === undefined ? '-' : show(value)));
    return [{ head, cells, dropped: figures.length - place }];
  });
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
