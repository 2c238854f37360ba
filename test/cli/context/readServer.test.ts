import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { createMcpHandler, McpServer } from '@modelcontextprotocol/server';
import { afterEach, describe, expect, it } from 'vitest';
import { readServer } from '../../../src/cli/context/readServer.js';
import { root } from '../../support/runCli.js';

const script = join(root, 'test/support/contextServer.mjs');
const resources = { model: 'model://0' };
const asking = { folder: root, version: '1', patienceMs: 20_000, signal: new AbortController().signal };

const started = (...words: readonly string[]) => ({ command: [process.execPath, script, ...words], resources });

const faultOf = (asked: Promise<unknown>) =>
  asked.then(
    () => ({ message: 'answers', wrote: '' }),
    ({ message, wrote }) => ({ message, wrote }),
  );

/** One that has ended may wait for somebody to hear of it. */
const isAlive = (pid: number) => {
  try {
    return process.kill(pid, 0) && !(existsSync('/proc/self') && / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8')));
  } catch {
    return false;
  }
};

describe('a server that is started', { tags: ['ci'] }, () => {
  it('gives its texts, as they are', async () => {
    const two = { ...started('well', '{"a":1}', '[ 2 ]'), resources: { a: 'model://0', b: 'env://1' } };
    const { protocol, texts } = await readServer(two, asking);
    expect([...texts]).toEqual([
      ['model://0', '{"a":1}'],
      ['env://1', '[ 2 ]'],
    ]);
    expect(protocol).toMatch(/^2025-/);
  });

  it('is started again, and spoken to as of old, where it ends on what it does not know', async () => {
    expect((await readServer(started('strict', '1'), asking)).texts.get('model://0')).toBe('1');
  });

  it('speaks with a server that others wrote', async () => {
    const everything = join(root, 'node_modules/@modelcontextprotocol/server-everything/dist/index.js');
    const uri = 'demo://resource/dynamic/text/1';
    const { texts } = await readServer({ command: [process.execPath, everything], resources: { a: uri } }, asking);
    expect(texts.get(uri)).toMatch(/Resource 1/);
  });

  it.each([
    ['dies', /^ended \(exit code 3\) before it had answered$/, /on stderr: cannot find module registry$/],
    ['floods', /^sent more than 8388608 bytes$/, /^$|as no message: x+$/],
    ['babbles', /^writes no messages on stdout$/, /on stdout, as no message: line 0$/],
    ['refuses', /^does not give model:\/\/0: .*Resource not found/, /^$/],
    ['nonsense', /^does not give model:\/\/0: /, /^$/],
    ['blob', /^has no single text at model:\/\/0$/, /^$/],
    ['empty', /^has no single text at model:\/\/0$/, /^$/],
  ])('one that %s is told in words', async (how, words, wrote) => {
    const fault = await faultOf(readServer(started(how), asking));
    expect(fault.message).toMatch(words);
    expect(fault.wrote).toMatch(wrote);
  });

  it('that is not there', async () => {
    const fault = await faultOf(readServer({ command: ['no-such-program-here'], resources }, asking));
    expect(fault.message).toBe('did not start: ENOENT');
  });

  it('that hangs is ended in time, with all that it has started', async () => {
    const fault = await faultOf(readServer(started('hangs'), { ...asking, patienceMs: 6000 }));
    expect(fault.message).toBe('gave no answer within 6 s');
    const pids = /(\d+) (\d+)$/.exec(fault.wrote)?.slice(1).map(Number) ?? [];
    expect(pids).toHaveLength(2);
    await expect.poll(() => pids.filter(isAlive)).toEqual([]);
  });

  it('is ended when nobody waits for it any more', async () => {
    const stop = new AbortController();
    const asked = readServer(started('hangs'), { ...asking, signal: stop.signal });
    stop.abort();
    await expect(asked).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('a server over HTTP', () => {
  const close: (() => void)[] = [];
  afterEach(() => {
    for (const one of close.splice(0)) one();
  });

  async function serve(answer: (request: IncomingMessage, response: ServerResponse) => void) {
    const server = createServer(answer);
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    close.push(() => {
      server.closeAllConnections();
      server.close();
    });
    const address = server.address();
    return { url: `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/mcp`, resources };
  }

  it('gives its text, in the newest revision', async () => {
    const handler = createMcpHandler(() => {
      const server = new McpServer({ name: 'registry', version: '1' });
      server.registerResource('model', 'model://0', {}, ({ href }) => ({ contents: [{ uri: href, text: '{"a":1}' }] }));
      return server;
    });
    const server = await serve(async (request, response) => {
      const body = await new Response(request as unknown as ReadableStream).text(); // safe: both iterate over bytes
      const { url = '', method = '', headers } = request;
      const given = new Request(new URL(url, 'http://127.0.0.1'), {
        method,
        headers: Object.entries(headers).map(([name, value]) => [name, String(value)] as [string, string]),
        ...(body === '' ? {} : { body }),
      });
      const answer = await handler.fetch(given);
      response.writeHead(answer.status, Object.fromEntries(answer.headers));
      response.end(Buffer.from(await answer.arrayBuffer()));
    });
    const { protocol, texts } = await readServer(server, asking);
    expect([protocol, texts.get('model://0')]).toEqual(['2026-07-28', '{"a":1}']);
  });

  it.each<[string, RegExp, (request: IncomingMessage, response: ServerResponse) => void]>([
    ['hangs', /^gave no answer within 1 s$/, () => {}],
    ['has no such page', /^cannot be asked: .*404/, (_, response) => void response.writeHead(404).end('no')],
    [
      'leads elsewhere',
      /^cannot be reached: unexpected redirect$/,
      (_, response) => void response.writeHead(302, { location: '/else' }).end(),
    ],
    ['answers a page', /^cannot be asked: /, (_, response) => void response.end('<html>')],
    ['hangs up', /^cannot be reached: /, (request) => void request.socket.destroy()],
    [
      'floods',
      /^sent more than 8388608 bytes$/,
      (_, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const more = (): void => {
          while (!response.destroyed && response.write('x'.repeat(1 << 20)));
          response.once('drain', more);
        };
        more();
      },
    ],
  ])('one that %s is told in words', async (how, words, answer) => {
    const { message } = await faultOf(
      readServer(await serve(answer), { ...asking, patienceMs: how === 'hangs' ? 1000 : 20_000 }),
    );
    expect(message).toMatch(words);
  });

  it('that is not there', async () => {
    const server = await serve(() => {});
    for (const one of close.splice(0)) one();
    expect((await faultOf(readServer(server, asking))).message).toMatch(/^cannot be reached: .*ECONNREFUSED/);
  });
});
