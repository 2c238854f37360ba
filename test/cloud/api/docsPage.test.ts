import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { actions } from '../../../src/cloud/api/actions/index.js';
import { instanceNames } from '../../../src/cloud/api/instanceValues.js';
import { presets } from '../../../src/cloud/api/presets/index.js';
import { commonNames } from '../../../src/cloud/api/userRoute.js';

const page = readFileSync(resolve(import.meta.dirname, '../../../docs/cloud-api.md'), 'utf8');

describe('docs/cloud-api.md', () => {
  it.each(Object.values(actions))(
    'says what `does: $name` does and which names its reply may use',
    ({ name, summary, names }) => {
      const row = page.split('\n').find((line) => line.startsWith(`| \`${name}\` | ${summary} |`));
      expect(row, `a row for ${name}`).toBeDefined();
      const isAsAbove = row?.endsWith('| the same |');
      if (isAsAbove !== true) for (const used of names) expect(row).toContain(`{${used}}`);
    },
  );

  it('names all presets, and what every reply and every instance may show', () => {
    for (const name of Object.keys(presets)) expect(page).toContain(`| \`${name}\` |`);
    for (const name of [...commonNames, ...instanceNames]) expect(page).toContain(`{${name}}`);
  });
});
