import { existsSync, mkdirSync, readFileSync, realpathSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { schemaFor } from '../../src/cli/schemaFile.js';
import { renderSchemaFile } from '../../src/scenario/jsonSchema.js';
import { callCli } from '../support/callCli.js';
import { root, temporaryFolder } from '../support/runCli.js';

const folder = temporaryFolder({});
const home = realpathSync(folder.path);
afterAll(folder.remove);

function write(path: string, text: string): void {
  mkdirSync(dirname(join(home, path)), { recursive: true });
  writeFileSync(join(home, path), text);
}

/** The file that the scenario's first lines name, from its folder. */
function schemaOf(scenario: string): string {
  const [, path] = /^# yaml-language-server: \$schema=(\S+)$/m.exec(readFileSync(scenario, 'utf8')) ?? [];
  return join(dirname(scenario), path ?? 'no line');
}

describe('the schema that init names', () => {
  it('is that of the package installed above the folder, also where the folder is new', () => {
    write('shop/node_modules/dryscale/package.json', '{ "name": "dryscale" }');
    write('shop/node_modules/dryscale/schema/scenario.schema.json', renderSchemaFile());
    mkdirSync(join(home, 'shop/load'), { recursive: true });
    const path = 'node_modules/dryscale/schema/scenario.schema.json';
    expect(schemaFor(join(home, 'shop'))).toEqual({ path, isMissing: false });
    expect(schemaFor(join(home, 'shop/load'))).toEqual({ path: `../${path}`, isMissing: false });
    expect(schemaFor(join(home, 'shop/load/new/deep'))).toEqual({ path: `../../../${path}`, isMissing: false });
  });

  it('is found from where the folder really lies', () => {
    mkdirSync(join(home, 'elsewhere'));
    symlinkSync(join(home, 'elsewhere'), join(home, 'shop/linked'));
    expect(schemaFor(join(home, 'shop/linked'))).toEqual({ path: 'scenario.schema.json', isMissing: true });
  });

  it('is not a file of that name in a package of somebody else', () => {
    write('other/package.json', '{ "name": "other" }');
    write('other/schema/scenario.schema.json', '{}');
    expect(schemaFor(join(home, 'other/load'))).toEqual({ path: 'scenario.schema.json', isMissing: true });
  });

  it('is that of the repository in a clone of it', () => {
    expect(schemaFor(join(root, 'scenarios'))).toEqual({ path: '../schema/scenario.schema.json', isMissing: false });
  });

  it('is written beside the scenario where the package lies elsewhere, and checks it', { tags: ['ci'] }, async () => {
    expect((await callCli(['init', 'alone'], { cwd: home })).code).toBe(0);
    const scenario = join(home, 'alone/my-service.yaml');
    const file = schemaOf(scenario);
    expect(file).toBe(join(home, 'alone/scenario.schema.json'));
    const validate = new Ajv2020({ strict: true }).compile(JSON.parse(readFileSync(file, 'utf8')));
    validate(parse(readFileSync(scenario, 'utf8')));
    expect(validate.errors).toBeNull();
    // A second scenario may come into the folder; what somebody wrote may not be lost.
    expect((await callCli(['init', 'alone'], { cwd: home })).stderr).not.toContain('schema');
  });

  it('is there where it is named', async () => {
    expect((await callCli(['init', 'load'], { cwd: join(home, 'shop') })).code).toBe(0);
    expect(existsSync(schemaOf(join(home, 'shop/load/my-service.yaml')))).toBe(true);
    expect(existsSync(join(home, 'shop/load/scenario.schema.json'))).toBe(false);
  });
});
