import type { Ink } from './ink.js';

/** A column of a table: as wide as its widest cell. */
export interface Column {
  readonly head: string;
  /** [row] */
  readonly cells: readonly string[];
  /** [row] whether a limit is kept; a column of which no row has one takes no room for it. */
  readonly marks?: readonly (boolean | undefined)[];
  /** Text begins at the left, figures end at the right. */
  readonly isText?: boolean;
  /** Where a line has too little room the lowest goes first; without it the column stays. */
  readonly dropped?: number;
}

const gap = '  ';

/** The heads, then each row, without what ends a line. */
export function gridLines(columns: readonly Column[], ink: Ink): string[] {
  const texts = columns.map((column) => columnTexts(column, ink));
  return texts[0]?.map((_, line) => texts.map((lines) => lines[line]).join(gap)) ?? [];
}

/** Characters of a line of these columns. */
export function gridWidth(columns: readonly Column[]): number {
  return columns.reduce((sum, column, index) => sum + (index === 0 ? 0 : gap.length) + widthOf(column), 0);
}

/** The columns that fit `width` characters. */
function fitColumns(columns: readonly Column[], width: number): readonly Column[] {
  const order = columns.flatMap(({ dropped }) => dropped ?? []);
  if (gridWidth(columns) <= width || order.length === 0) return columns;
  const least = columns.findIndex(({ dropped }) => dropped === Math.min(...order));
  return fitColumns(columns.toSpliced(least, 1), width);
}

/** Columns beside a first one of names, within `width`. @returns what is left for the names, and the columns that fit */
export function besideNames(
  columns: readonly Column[],
  { width, longest, least }: { readonly width: number; readonly longest: number; readonly least: number },
): { readonly nameWidth: number; readonly columns: readonly Column[] } {
  const fitting = fitColumns(columns, width - gap.length - Math.min(longest, least));
  const room = width - gap.length - gridWidth(fitting);
  return { nameWidth: Math.min(longest, Math.max(room, least)), columns: fitting };
}

const lengthOf = (text: string) => [...text].length;
const textWidthOf = ({ head, cells }: Column) => Math.max(lengthOf(head), ...cells.map(lengthOf));
const hasMarks = ({ marks }: Column) => marks?.some((mark) => mark !== undefined) === true;
const widthOf = (column: Column) => textWidthOf(column) + (hasMarks(column) ? 3 : 0);

function columnTexts(column: Column, ink: Ink): string[] {
  const { head, cells, marks, isText } = column;
  const width = textWidthOf(column);
  const fill = (text: string) => ' '.repeat(width - lengthOf(text));
  const padded = (text: string) => (isText === true ? text + fill(text) : fill(text) + text);
  if (!hasMarks(column)) return [head, ...cells].map(padded);
  return [`${padded(head)}   `, ...cells.map((cell, row) => `${padded(cell)}${markText(marks?.[row], ink)}`)];
}

/** A word beside the colour: never colour alone. */
function markText(isKept: boolean | undefined, ink: Ink): string {
  if (isKept === undefined) return '   ';
  return isKept ? ink.good(' ok') : ink.bad(' x ');
}
