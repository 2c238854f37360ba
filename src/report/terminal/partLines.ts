import { type Part, partsOf } from '../../results/partName.js';
import { fitNames } from '../policyNames.js';
import { besideNames, type Column, gridLines } from './grid.js';
import type { Ink } from './ink.js';
import { threeDigits } from './numbers.js';
import { meanOf, type Standing } from './standing.js';
import { capLines } from './wrap.js';

export interface PartContext {
  readonly chosen: string | undefined;
  readonly ink: Ink;
  readonly width: number;
}

const rowLimit = 8;

/** What a table of parts shows, and how the terminal writes a figure: by its measure, a count where nothing is said. */
export interface PartTable {
  readonly kind: Exclude<Part['kind'], 'services'>;
  readonly figures: readonly { readonly head: string; readonly measure: string }[];
  readonly shownAs: Readonly<Partial<Record<string, (value: number) => string>>>;
}

/**
 * What each consumer, class or provider did, under the choice, else under the reference; means over the runs. The figures that tell
 * least are dropped first where the terminal is narrow, and those that nobody has.
 */
export function partLines(
  { kind, figures, shownAs }: PartTable,
  standings: readonly Standing[],
  { chosen, ink, width }: PartContext,
): string[] {
  const focus = standings.find(({ policy }) => policy.name === chosen) ?? standings[0];
  const names = focus === undefined ? [] : partsOf(kind, focus.policy.measures);
  if (names.length === 0) return [];
  const columns = figures.flatMap(({ head, measure }, place): Column[] => {
    const show = shownAs[measure] ?? threeDigits;
    const values = names.map((name) => meanOf(focus.policy, `${kind}.${name}.${measure}`));
    if (values.every((value) => value === undefined)) return [];
    const cells = values.map((value) => (value === undefined ? '-' : show(value)));
    return [{ head, cells, dropped: figures.length - place }];
  });
  const title = `${kind} under ${focus.policy.name}`;
  const longest = Math.max(...[title, ...names].map((name) => [...name].length));
  const fitting = besideNames(columns, { width: width - 2, longest, least: Math.min(longest, 30) });
  const [head, ...cells] = fitNames([title, ...names], fitting.nameWidth);
  const lines = gridLines([{ head, cells, isText: true }, ...fitting.columns], ink);
  return capLines(
    lines.map((line) => `  ${line}`.trimEnd()),
    rowLimit + 1,
    (count) => `  ${count} more ${kind}: see the report`,
  );
}
