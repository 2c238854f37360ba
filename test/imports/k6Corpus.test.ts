import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import type { Imported } from '../../src/imports/importer.js';
import { evaluateScript } from '../../src/imports/k6/evaluateScript.js';
import { k6Importer } from '../../src/imports/k6/k6Importer.js';
import { callCli } from '../support/callCli.js';
import { root, temporaryFolder } from '../support/runCli.js';
import { sampled } from '../support/sampled.js';

const asked = process.env.DRYSCALE_K6;
const folder = resolve(root, asked ?? '../shared/traces/k6');
const listFile = join(folder, 'expected-options.json');
const isPresent = existsSync(listFile);
const listSchema = z.record(
  z.string(),
  z.object({ exports: z.array(z.string()), options: z.record(z.string(), z.unknown()) }),
);
const expected = isPresent ? listSchema.parse(JSON.parse(readFileSync(listFile, 'utf8'))) : {};
const names = Object.keys(expected);

if (asked === undefined && !isPresent)
  console.warn(`skipped: no k6 scripts at ${folder} (DRYSCALE_K6 names the folder)`);

describe.skipIf(asked === undefined && !isPresent)('k6 scripts as people write them', () => {
  it('are there', () => {
    expect(names.length).toBeGreaterThan(0);
  });

  for (const { tags, part } of sampled(names, 3)) {
    it.each(part)('give the options that k6 would see: %s', { tags }, async (name) => {
      const { options, exportNames } = await evaluateScript(join(folder, 'scripts', name), {});
      expect(options).toEqual(expected[name].options);
      expect([...exportNames].sort()).toEqual([...expected[name].exports].sort());
    });
  }

  for (const { tags, part } of sampled(names, 3)) {
    it.each(part)('become scenarios with every field of every executor: %s', { tags }, async (name) => {
      const { text } = await imported(name);
      const { scenarios = {} } = expected[name].options as { scenarios?: Record<string, Record<string, unknown>> }; // safe: k6's own form
      const { traffic } = parse(text) as { traffic: Record<string, Record<string, unknown>> }; // safe: checked by validate
      const driven = Object.entries(scenarios).filter(([, fields]) => fields.options === undefined);
      for (const [scenario, { startvus, ...fields }] of driven) {
        const wanted = startvus === undefined ? fields : { ...fields, startVUs: startvus };
        expect(traffic[scenario]).toMatchObject('vus' in wanted ? { ...wanted, vus: Number(wanted.vus) } : wanted);
      }
      if (driven.length > 0) expect(Object.keys(traffic)).toEqual(driven.map(([scenario]) => scenario));
    });
  }

  it('become scenarios that validate', { tags: ['ci'] }, async () => {
    const files = await Promise.all(names.map(async (name) => [`${name}.yaml`, (await imported(name)).text]));
    const { path, remove } = temporaryFolder(Object.fromEntries(files));
    const { code, stdout, stderr } = await callCli(['validate', ...names.map((name) => `${name}.yaml`)], { cwd: path });
    remove();
    expect(code, stderr).toBe(0);
    expect(stdout.match(/: ok$/gm)?.length).toBe(names.length);
  });
});

const done = new Map<string, Promise<Imported>>();

function imported(name: string): Promise<Imported> {
  const file = join(folder, 'scripts', name);
  const settings = { out: undefined, env: {}, format: undefined, interval: undefined, series: undefined };
  const reading = done.get(name) ?? k6Importer.read({ file, ...settings });
  done.set(name, reading);
  return reading;
}
