import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { allowedKeys } from '../../src/scenario/allowed.js';
import { renderSchemaFile } from '../../src/scenario/jsonSchema.js';
import { sources } from '../../src/traffic/sources/index.js';

describe('the JSON Schema', () => {
  it('is the one that scenario files point to (dryscale schema scenario > schema/scenario.schema.json)', () => {
    const file = resolve(import.meta.dirname, '../../schema/scenario.schema.json');
    expect(readFileSync(file, 'utf8')).toBe(renderSchemaFile());
  });

  it('spells out every executor and every choice', () => {
    const text = renderSchemaFile();
    for (const { name } of sources) expect(text).toContain(`"const": "${name}"`);
    for (const name of ['least-requests', 'lognormal', 'hyperexponential', 'gamma', 'usl'])
      expect(text).toContain(`"${name}"`);
  });

  it('knows the keys of the executor that is used, not of the others', () => {
    const root = { traffic: { users: { executor: 'constant-vus' } } };
    expect(allowedKeys(['traffic', 'users'], root)).toContain('vus');
    expect(allowedKeys(['traffic', 'users'], root)).not.toContain('peakToTrough');
  });
});
