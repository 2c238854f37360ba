import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { fuzzKinds } from '../fuzz/kinds/index.js';
import { root } from '../support/runCli.js';
import { trials } from './trials/index.js';

/** `DRYSCALE_UPDATE_RELIABILITY=1` writes the lists of docs/reliability.md anew. */
const isUpdate = process.env.DRYSCALE_UPDATE_RELIABILITY === '1';
const page = join(root, 'docs/reliability.md');

const longest = 160;

const code = (text: string) => {
  const lines = text
    .trim()
    .split(/\s*\n\s*/)
    .join('; ')
    .replaceAll(/\b(do|then|else);/g, '$1');
  const shown = (lines.length > longest ? `${lines.slice(0, longest)} ...` : lines).replaceAll('|', '\\|');
  return shown.includes('`') ? `\`\` ${shown} \`\`` : `\`${shown}\``;
};

const lists: Readonly<Record<string, readonly string[]>> = {
  tried: [
    '| command, after what makes its input | ends with |',
    '|---|---|',
    ...trials.map(({ line, exit }) => `| ${code(line)} | ${exit.join(' or ')} |`),
  ],
  fuzzed: fuzzKinds.map(({ name }) => `- ${name}`),
};

it.each(Object.entries(lists))('docs/reliability.md lists all that is %s', (name, rows) => {
  const text = readFileSync(page, 'utf8');
  const block = new RegExp(`(<!-- ${name} -->\n)[\\s\\S]*?(<!-- end of ${name} -->)`);
  expect(text).toMatch(block);
  const stated = text.replace(block, (_, begin, end) => `${begin}${rows.join('\n')}\n${end}`);
  if (isUpdate) writeFileSync(page, stated);
  else expect(text).toBe(stated);
});
