// @module-tag ci
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { livePage, PageServer } from '../../src/cli/watchServer.js';
import { root, runCli, smallScenario, temporaryFolder } from '../support/runCli.js';

const fixed = (count: number): string => `return { decide = function() return ${count} end }`;
const files = {
  'small.yaml': smallScenario.replace('duration: 5m', 'duration: 2m'),
  'fixed.lua': fixed(2),
  'other.lua': fixed(9),
};

let cwd = '';
let remove = (): void => {};
let session: Session | undefined;
beforeEach(() => {
  ({ path: cwd, remove } = temporaryFolder(files));
});
afterEach(async () => {
  if (session?.child.exitCode === null) await session.end('SIGKILL');
  session = undefined;
  remove();
});

/** A watching command line whose output can be waited for. */
class Session {
  readonly child: ChildProcess;
  output = '';
  #heard: () => void = () => {};

  constructor(args: readonly string[]) {
    this.child = spawn(process.execPath, [join(root, 'dist/cli/main.js'), ...args], {
      cwd,
      env: { PATH: process.env.PATH, LANG: 'C.UTF-8' },
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (chunk: Buffer) => {
        this.output += chunk.toString();
        this.#heard();
      });
    }
  }

  /** Resolves with what the output has of it, once it has. */
  async hears(pattern: RegExp): Promise<string> {
    for (;;) {
      const found = pattern.exec(this.output);
      if (found !== null) return found[1] ?? found[0];
      if (this.child.exitCode !== null) throw new Error(`ended without ${pattern}:\n${this.output}`);
      await new Promise<void>((done) => {
        this.#heard = done;
        this.child.once('close', () => done());
      });
    }
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    const closed = once(this.child, 'close');
    this.child.kill(signal);
    await closed;
    return this.child.exitCode;
  }
}

const start = (...args: string[]): Session => {
  session = new Session([...args, '--watch', '--runs', '5', '--out', 'out']);
  return session;
};

/** As editors save: a new file, renamed into place. */
function save(name: string, text: string): void {
  writeFileSync(join(cwd, `${name}.new`), text);
  renameSync(join(cwd, `${name}.new`), join(cwd, name));
}

interface Answer {
  readonly status: number;
  readonly text: string;
}

function ask(address: string, headers: Record<string, string> = {}, method = 'GET'): Promise<Answer> {
  return new Promise((done, fail) => {
    const sent = request(address, { headers, method }, (response) => {
      let text = '';
      response.on('data', (chunk: Buffer) => {
        text += chunk.toString();
      });
      response.on('end', () => done({ status: response.statusCode ?? 0, text }));
    });
    sent.on('error', fail);
    sent.end();
  });
}

/** The server's events, one a call. */
async function eventsOf(address: string): Promise<() => Promise<string>> {
  const { body } = await fetch(`${address}events`);
  const reader = body?.getReader();
  const decoder = new TextDecoder();
  let text = '';
  return async () => {
    for (;;) {
      const found = /data: (.*)\n\n/.exec(text);
      if (found !== null) {
        text = text.slice(found.index + found[0].length);
        return found[1];
      }
      const chunk = await reader?.read();
      if (chunk?.value === undefined) throw new Error('the events ended');
      text += decoder.decode(chunk.value);
    }
  };
}

const addressPattern = /(http:\/\/127\.0\.0\.1:\d+\/)/;
const firstRound = /report .*report\.html/;

describe('--watch', () => {
  it('runs again on a save of a policy, says so in a line, and ends with 0 on Ctrl-C', async () => {
    const watching = start('compare', 'small.yaml', '--policy', 'static:2', '--policy', 'fixed.lua');
    await watching.hears(firstRound);
    const before = watching.output.length;
    save('other.lua', fixed(3));
    save('fixed.lua', fixed(4));
    const line = await watching.hears(/fixed\.lua saved: (.*)\n/);
    expect(line).toMatch(/fixed|static:2/);
    expect(watching.output.slice(before).trimEnd().split('\n')).toHaveLength(1);
    save('fixed.lua', fixed(4));
    await watching.hears(/\(as before\)/);
    expect(await watching.end('SIGINT')).toBe(0);
    expect(watching.output).not.toContain('other.lua saved');
    expect(readFileSync(join(cwd, 'out/report.json'), 'utf8')).not.toContain('--watch');
  });

  it('shows problems and goes on, and takes up the files a saved scenario names', async () => {
    save('small.yaml', smallScenario.replace('duration: 5m', 'duration: 5'));
    const watching = start('run', 'small.yaml');
    await watching.hears(/small\.yaml:3:11[\s\S]*nothing ran/);
    save('small.yaml', `${files['small.yaml']}policies: [fixed.lua]\n`);
    await watching.hears(/small\.yaml saved: fixed/);
    save('fixed.lua', 'return {');
    await watching.hears(/fixed\.lua saved: .*107/);
    save('fixed.lua', fixed(3));
    await watching.hears(/fixed\.lua saved: fixed /);
    expect(watching.output).not.toMatch(/^\s*at /m);
    expect(await watching.end('SIGTERM')).toBe(0);
  });

  it('keeps an open page up to date over a local address, and the written file without network', async () => {
    const watching = start('run', 'small.yaml', '--policy', 'fixed.lua');
    const address = await watching.hears(addressPattern);
    await watching.hears(firstRound);
    const nextEvent = await eventsOf(address);
    const version = await nextEvent();
    const { text: page } = await ask(address);
    expect(page).toContain(`const seen="${version}"`);
    save('fixed.lua', fixed(4));
    expect(await nextEvent()).not.toBe(version);
    const written = readFileSync(join(cwd, 'out/report.html'), 'utf8');
    expect(written).not.toContain('connect-src');
    expect(written).not.toContain('EventSource');
    expect(await watching.end('SIGINT')).toBe(0);
  });

  it('answers this machine by its own names only, and nothing but the page', async () => {
    const watching = start('run', 'small.yaml', '--policy', 'none');
    const address = await watching.hears(addressPattern);
    expect((await ask(address, { host: 'evil.example' })).status).toBe(403);
    expect((await ask(`${address}../small.yaml`)).status).toBe(404);
    expect((await ask(address, {}, 'POST')).status).toBe(405);
    expect((await ask(address)).status).toBe(200);
  });

  it('ends with 105 when Ctrl-C cuts off a round', async () => {
    save('small.yaml', smallScenario.replace('duration: 5m', 'duration: 300d'));
    const watching = start('run', 'small.yaml', '--policy', 'static:5');
    await watching.hears(/watching/);
    // The folder is made before the first run, which takes minutes.
    while (!existsSync(join(cwd, 'out')) && watching.child.exitCode === null) await setTimeout(20);
    expect(await watching.end('SIGINT')).toBe(105);
    expect(watching.output).toContain('interrupted: completed 0 of 5 runs');
  });

  it.each([
    [['--json'], 2, '--json'],
    [['--report', 'nothing'], 2, 'nothing'],
    [['--gate', 'nobody'], 2, 'nobody'],
    [['--shard', '1/2', '--out', 'part'], 2, '--shard'],
    [['--baseline', 'base.json', '--update-baseline'], 2, '--update-baseline'],
  ])('does not begin with %j', async (extra, code, word) => {
    const ended = await runCli(['run', 'small.yaml', '--watch', '--runs', '5', ...extra], { cwd });
    expect(ended.code).toBe(code);
    expect(ended.stderr).toContain(word);
  });
});

describe('the served page', () => {
  it('stands at a port of its own where one is busy', async () => {
    const first = await PageServer.start('report.html');
    const second = await PageServer.start('report.html');
    expect(second.address).toMatch(addressPattern);
    expect(second.address).not.toBe(first.address);
    expect((await ask(second.address)).text).toContain('No report yet');
    first.close();
    second.close();
  });

  const strict = (scripts: string): string =>
    `<html><head><meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src ${scripts}; img-src data:"></head><body>$& text</body></html>`;

  it.each([
    ["'none'", /script-src 'sha256-[\w+/=]+'; img-src data:; connect-src 'self'"/],
    ["'sha256-abc'", /script-src 'sha256-[\w+/=]+' 'sha256-abc'; img-src data:; connect-src 'self'"/],
  ])('allows its own script and events beside script-src %s', (scripts, policy) => {
    const page = livePage(strict(scripts), '7-1');
    expect(page).toMatch(policy);
    expect(page).toMatch(/\$& text<script>.*location\.reload\(\)}<\/script><\/body><\/html>$/);
  });
});
