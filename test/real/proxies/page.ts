import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../support/runCli.js';
import { lineOf, type Row } from './rows.js';

const page = join(root, 'docs/validation.md');
const table = /(<!-- proxies -->\n)([\s\S]*?)(\n<!-- \/proxies -->)/;

/** The lines of the table of proxies, its head left out. */
export function proxyLines(): string[] {
  const [, , text = ''] = table.exec(readFileSync(page, 'utf8')) ?? [];
  return text.split('\n').slice(2);
}

/** Puts a line into the page, in the place of the one of the same figure. */
export function writeRow(row: Row): void {
  const start = `| ${row.what} | ${row.figure} |`;
  const lines = proxyLines();
  const place = lines.findIndex((line) => line.startsWith(start));
  lines.splice(place < 0 ? lines.length : place, place < 0 ? 0 : 1, lineOf(row));
  const head = '| what | figure | real | simulated | difference | at most |\n|---|---|---|---|---|---|';
  const text = readFileSync(page, 'utf8');
  writeFileSync(
    page,
    text.replace(table, (_, open, _old, close) => `${open}${[head, ...lines].join('\n')}${close}`),
  );
}
