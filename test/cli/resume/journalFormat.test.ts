import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import { type JournalContent, type JournalHeader, readJournal } from '../../../src/cli/resume/journalFormat.js';
import { JournalWriter } from '../../../src/cli/resume/journalWriter.js';
import { faults, withFault } from '../../support/faultyFileSystem.js';
import { temporaryFolder } from '../../support/runCli.js';

const folder = temporaryFolder({});
const path = join(folder.path, 'unfinished-00000000.journal');
const header: JournalHeader = { version: '1.2.3', build: 'b', node: 'v20', host: 'here', pid: 1 };

afterAll(folder.remove);

/** [key] what was written. */
const runs = new Map(
  ['first', 'zweiter ü', '{"third": "\\n"}'].map((text, index) => [
    String(index).repeat(64),
    JSON.stringify({ text, numbers: [0.1, -1e-300, index], none: null }),
  ]),
);

function written(): Buffer {
  const own = join(folder.path, `${process.hrtime.bigint()}.journal`);
  const writer = new JournalWriter(own, header, 1e9);
  for (const [key, json] of runs) expect(writer.append(key, json)).toBe(true);
  writer.close();
  return readFileSync(own);
}

/** What can be taken from these bytes. */
function taken(bytes: Uint8Array): {
  readonly content: JournalContent;
  readonly found: Map<string, string>;
} {
  writeFileSync(path, bytes);
  const content = readJournal(path);
  return { content, found: new Map([...content.runs].map(([key, json]) => [key, json.toString()])) };
}

function expectNothingFalse(found: ReadonlyMap<string, string>): void {
  for (const [key, json] of found) expect(json).toBe(runs.get(key));
}

describe('a journal of finished runs', () => {
  const bytes = written();

  it('gives back what was written', () => {
    const { content, found } = taken(bytes);
    expect(found).toEqual(runs);
    expect(content).toMatchObject({ header, damagedCount: 0 });
  });

  it('cut off at any byte has the runs before it, unchanged, and calls nothing damaged', () => {
    for (let length = 0; length < bytes.length; length += 2) {
      const { content, found } = taken(bytes.subarray(0, length));
      expectNothingFalse(found);
      const wholeLines = bytes.subarray(0, length).filter((byte) => byte === 10).length;
      expect(found.size).toBe(Math.max(0, wholeLines - 1));
      expect(content.damagedCount).toBe(0);
    }
  });

  it('with any bit flipped loses runs, never changes one, and says so', () => {
    for (let bit = 0; bit < bytes.length * 8; bit += 29) {
      const damaged = Buffer.from(bytes);
      damaged[bit >> 3] ^= 1 << (bit & 7);
      const { content, found } = taken(damaged);
      expectNothingFalse(found);
      const isCutOff = damaged.at(-1) !== 10;
      expect(content.damagedCount > 0 || isCutOff || content.header === undefined, `bit ${bit}`).toBe(true);
    }
  });

  it('with anything put in, cut out or repeated gives only runs that were written', () => {
    fc.assert(
      fc.property(fc.nat(bytes.length), fc.nat(bytes.length), fc.uint8Array({ maxLength: 80 }), (a, b, put) => {
        const changed = Buffer.concat([bytes.subarray(0, a), put, bytes.subarray(b)]);
        expectNothingFalse(taken(changed).found);
      }),
    );
  });

  it('of zeros, of another kind or of nothing has no runs', () => {
    for (const other of [Buffer.alloc(5000), Buffer.from('{"format":"dryscale-blob/1"}\n'), Buffer.alloc(0)]) {
      expect(taken(other).content).toMatchObject({ header: undefined, runs: new Map() });
    }
    expect(readJournal(join(folder.path, 'nowhere')).runs.size).toBe(0);
  });
});

describe('what is written to a journal', () => {
  it('ends at its limit, between two runs', () => {
    const own = join(folder.path, 'limited.journal');
    const writer = new JournalWriter(own, header, 700);
    const kept = [...runs].map(([key, json]) => writer.append(key, json));
    expect(kept.includes(true) && kept.includes(false)).toBe(true);
    expect(writer.obstacle).toContain('would take more than');
    expect(readJournal(own)).toMatchObject({ damagedCount: 0 });
    expect(readJournal(own).runs.size).toBe(kept.filter(Boolean).length);
  });

  it.each(faults)(
    'with a call that fails (%s), whichever it is, is runs that can be taken over, and nobody notices',
    (fault) => {
      let failed: string | undefined = '';
      for (let k = 1; failed !== undefined; k++) {
        const own = join(folder.path, `${fault}-${k}.journal`);
        failed = withFault(k, fault, () => {
          const writer = new JournalWriter(own, header, 1e9);
          for (const [key, json] of runs) writer.append(key, json);
          writer.close();
        });
        const { runs: found, damagedCount } = readJournal(own);
        for (const [key, json] of found) expect(json.toString()).toBe(runs.get(key));
        expect(damagedCount).toBe(0);
        if (failed === undefined) expect(found.size).toBe(runs.size);
      }
    },
  );

  it('is nothing where no file can be made, and nobody is stopped by it', () => {
    const writer = new JournalWriter(join(folder.path, 'no/such/folder.journal'), header, 1e9);
    expect(writer.append('0'.repeat(64), '{}')).toBe(false);
    expect(writer.obstacle).toContain('ENOENT');
  });
});
