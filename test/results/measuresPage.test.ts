import { expect, it } from 'vitest';
import { measures } from '../../src/results/measures/index.js';

const header = `# Measures

Every number a report states. Names end in their unit; a measure without data is null with a reason, never 0.
Per service as \`services.<name>.<measure>\`. Windows of the SLO are 60 s long, tumbling, by intended arrival.
This page is written from \`src/results/measures/\`; \`npx vitest run test/results/measuresPage.test.ts -u\` writes it anew.

| measure | unit | better | what it says | formula | source |
|---|---|---|---|---|---|
`;

const cell = (text: string): string => text.replaceAll('|', '\\|');

it('docs/measures.md lists every measure as the code has it', async () => {
  const rows = measures.map(
    ({ name, unit, better, definition, formula, source }) =>
      `| \`${name}\` | ${[unit, better, definition, formula, source].map(cell).join(' | ')} |`,
  );
  await expect(`${header}${rows.join('\n')}\n`).toMatchFileSnapshot('../../docs/measures.md');
});
