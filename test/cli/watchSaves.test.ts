import { renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { SaveWatch } from '../../src/cli/watchSaves.js';
import { temporaryFolder } from '../support/runCli.js';

let folder = '';
let remove = (): void => {};
beforeEach(() => {
  ({ path: folder, remove } = temporaryFolder({ 'a.lua': 'return 1', 'b.lua': 'return 1' }));
});
afterEach(() => remove());

const path = (name: string) => join(folder, name);
function watching(...names: string[]): { saves: SaveWatch; ended: AbortController } {
  const saves = new SaveWatch();
  saves.follow(names.map(path));
  return { saves, ended: new AbortController() };
}

describe('saves of files', () => {
  it.each([
    ['written in place', () => writeFileSync(path('a.lua'), 'return 22')],
    ['of another file under the name', () => renameSync(path('b.lua'), path('a.lua'))],
    ['of the same length', () => utimesSync(path('a.lua'), 1, 1)],
    ['that removes it', () => rmSync(path('a.lua'))],
  ])('are noticed: one %s', async (_, save) => {
    const { saves, ended } = watching('a.lua');
    save();
    expect(await saves.next(ended.signal)).toEqual([path('a.lua')]);
  });

  it('are noticed of a file that was not there yet', async () => {
    const { saves, ended } = watching('later.lua');
    const next = saves.next(ended.signal);
    writeFileSync(path('later.lua'), 'return 1');
    expect(await next).toEqual([path('later.lua')]);
  });

  it('at once are told together, and each is told once', async () => {
    const { saves, ended } = watching('a.lua', 'b.lua');
    const next = saves.next(ended.signal);
    for (const name of ['a.lua', 'b.lua', 'a.lua']) writeFileSync(path(name), 'return 22');
    expect(await next).toEqual([path('a.lua'), path('b.lua')]);
    writeFileSync(path('b.lua'), 'return 333');
    expect(await saves.next(ended.signal)).toEqual([path('b.lua')]);
  });

  it('are waited for no longer when the session ends', async () => {
    const { saves, ended } = watching('a.lua');
    const next = saves.next(ended.signal);
    ended.abort();
    expect(await next).toEqual([]);
  });

  it('of what is followed on, between two waits, are not lost, and of what is not any more are not told', async () => {
    const { saves, ended } = watching('a.lua', 'b.lua');
    writeFileSync(path('a.lua'), 'return 3');
    writeFileSync(path('b.lua'), 'return 33');
    saves.follow([path('b.lua')]);
    expect(await saves.next(ended.signal)).toEqual([path('b.lua')]);
  });
});
