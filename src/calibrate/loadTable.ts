import { nearest } from '../base/nearest.js';
import type { Problem } from '../base/problem.js';
import { delimiterOf, splitCells } from '../traffic/trace/cells.js';
import { type FieldsOfLoad, type LoadField, loadFields, type MeasuredLoad, measuredLoad } from './measuredLoad.js';

/** A table: a row for each load, a column for each figure; lines that begin with # are comments. */
export function readLoadTable(text: string, file: string) {
  const lines = text.split(/\r\n|\r|\n/).map((line, index) => ({ line: line.trim(), number: index + 1 }));
  const [head, ...rows] = lines.filter(({ line }) => line !== '' && !line.startsWith('#'));
  const loads: MeasuredLoad[] = [];
  const problems: Problem[] = [];
  if (head === undefined) return { loads, facts: {}, problems: [noTable(file)], warnings: [] };
  const delimiter = delimiterOf(head.line);
  const names = splitCells(head.line, delimiter);
  if (!names.some(isField)) return { loads, facts: {}, problems: [noTable(file, head.number)], warnings: [] };
  for (const { line, number } of rows) {
    const cells = splitCells(line, delimiter);
    const place = { file, line: number };
    if (cells.length !== names.length) {
      problems.push(ragged(place, cells.length, names.length));
      continue;
    }
    const read = measuredLoad(fieldsOf(names, cells, place), place);
    if (Array.isArray(read)) problems.push(...read);
    else loads.push(read);
  }
  const unread = names.filter((name) => !isField(name));
  return {
    loads,
    facts: {},
    problems,
    warnings: unread.length === 0 ? [] : [unreadColumns(file, head.number, unread)],
  };
}

const isField = (name: string): name is LoadField => loadFields.some((field) => field === name);

function fieldsOf(names: readonly string[], cells: readonly string[], place: Problem['where']): FieldsOfLoad {
  const entries = names.flatMap((name, column) =>
    isField(name) ? [[name, { text: cells[column], place }] as const] : [],
  );
  return Object.fromEntries(entries);
}

function unreadColumns(file: string, line: number, unread: readonly string[]): Problem {
  const close = unread.flatMap((name) => nearest(name, loadFields) ?? []);
  return {
    code: 'unread-columns',
    where: { file, line },
    what: `columns that are not read: ${unread.join(', ')}`,
    why: 'Rows that differ in them are taken as loads of one server.',
    fix:
      close.length > 0
        ? `did you mean ${close.join(', ')}?`
        : 'keep the rows of one server, one model and one setting.',
  };
}

function noTable(file: string, line = 1): Problem {
  return {
    code: 'no-loads',
    where: { file, line },
    what: 'is no result of vllm bench serve, no /metrics of a vLLM server and no table of loads',
    why: 'None of its columns is known.',
    fix: `write a header of these: ${loadFields.join(',')}.`,
  };
}

function ragged(where: Problem['where'], cells: number, columns: number): Problem {
  return {
    code: 'ragged-row',
    where,
    what: `has ${cells} cells, and the header has ${columns}`,
    why: 'It is not clear which figure is which.',
    fix: 'write a cell for each column, empty where there is no figure.',
  };
}
