import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Output } from '../../src/cli/output.js';
import { partialPlan, removePartial } from '../../src/cli/partialPlan.js';
import { writeReports } from '../../src/cli/reportFiles.js';
import { html } from '../../src/report/html.js';
import { reporters } from '../../src/report/index.js';
import { json } from '../../src/report/json.js';
import { renderTerminal } from '../../src/report/terminal.js';
import { sampleDocument } from '../report/sampleDocument.js';
import { temporaryFolder } from '../support/runCli.js';

let folder = '';
let remove = (): void => {};
beforeEach(() => {
  ({ path: folder, remove } = temporaryFolder({}));
});
afterEach(() => remove());

const context = { color: false, unicode: true, verbose: false };
const whole = sampleDocument();
const { scenarios, ...head } = whole;
const partial = { ...head, interrupted: { completed: 12, total: 300 }, scenarios };
const plan = () => ({ folder, reporters });

/** Where the reports go, and what is said of it. */
function planned(): { readonly folder: string | undefined; readonly said: string } {
  let said = '';
  const note = (text: string): void => {
    said += text;
  };
  // safe: nothing else of it is used.
  return { folder: partialPlan(plan(), { note } as Output)?.folder, said };
}

describe('the reports of an interrupted comparison', () => {
  it('go where they were asked for when nothing is there', () => {
    expect(planned()).toEqual({ folder, said: '' });
  });

  it.each(['report.html', 'report.json'])('leave the %s of a whole one, and go beside it', (name) => {
    writeFileSync(join(folder, name), name.endsWith('json') ? json.render(whole, context) : '');
    const { folder: beside, said } = planned();
    expect(beside).toBe(join(folder, 'interrupted'));
    expect(said).toContain(`${join(folder, name)}: of an earlier comparison, left as it is`);
  });

  it('are refused where somebody else has files of their names', () => {
    writeFileSync(join(folder, 'report.json'), json.render(whole, context));
    mkdirSync(join(folder, 'interrupted/report.json'), { recursive: true });
    expect(planned).toThrow('it is a folder');
  });

  it('say so before any figure, in each form', async () => {
    const { paths } = await writeReports(plan(), partial, { gate: 'all', reference: undefined });
    expect(readdirSync(folder).sort()).toEqual([
      'junit.xml',
      'openmetrics.txt',
      'report.html',
      'report.json',
      'report.md',
    ]);
    const sentence = 'Partial: interrupted after 12 of 300 runs.';
    for (const path of paths.filter((one) => !one.endsWith('.json'))) {
      expect(readFileSync(path, 'utf8')).toContain(sentence.replace('Partial: ', ''));
    }
    expect(planned(), 'half a comparison may replace another').toEqual({ folder, said: '' });
    await writeReports({ folder, reporters: [html] }, whole, { gate: 'all', reference: undefined });
    expect(planned().folder).toBe(join(folder, 'interrupted'));
    expect(renderTerminal(partial, context).indexOf(sentence)).toBe(0);
    expect(renderTerminal(whole, context)).not.toContain('Partial');
  });

  it('go with the next comparison that ends, and nothing else does', async () => {
    const beside = { folder: join(folder, 'interrupted'), reporters };
    const gate = { gate: 'all', reference: undefined } as const;
    mkdirSync(beside.folder);
    await writeReports(beside, partial, gate);
    removePartial(plan());
    expect(readdirSync(folder)).toEqual([]);
    mkdirSync(beside.folder);
    await writeReports(beside, partial, gate);
    await writeReports({ ...beside, reporters: [json] }, whole, gate);
    writeFileSync(join(beside.folder, 'notes.txt'), 'mine');
    removePartial(plan());
    expect(readdirSync(beside.folder).sort()).toEqual(['notes.txt', 'report.json']);
  });
});
