// @module-tag ci
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StreamableHTTPClientTransport as OldTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root as packageRoot, runCli, smallScenario, temporaryFolder } from '../support/runCli.js';

const token = '0123456789abcdef-token';
const folder = temporaryFolder({ 'small.yaml': smallScenario, token: `${token}\n`, short: 'abc\n' });
let url = '';
const server = spawn(
  process.execPath,
  [join(packageRoot, 'dist/cli/main.js'), 'mcp', '--http', '127.0.0.1:0', '--token-file', 'token'],
  { cwd: folder.path },
);
beforeAll(async () => {
  const [text] = await once(server.stderr, 'data');
  url = /http:\S+/.exec(String(text))?.[0] ?? '';
});
afterAll(async () => {
  server.kill('SIGTERM');
  await once(server, 'exit');
  folder.remove();
});

const requestInit = { headers: { authorization: `Bearer ${token}` } };
const modern = async () => {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'auto' } });
  await client.connect(new StreamableHTTPClientTransport(new URL(url), { requestInit }));
  return client;
};
const old = async () => {
  const client = new OldClient({ name: 'test', version: '1' });
  // safe: its own class is no Transport under exactOptionalPropertyTypes
  await client.connect(new OldTransport(new URL(url), { requestInit }) as Parameters<OldClient['connect']>[0]);
  return client;
};

describe('over HTTP', () => {
  it('a client of 2.x speaks 2026-07-28, and one of 1.x what it knows', async () => {
    const client = await modern();
    expect(client.getNegotiatedProtocolVersion()).toBe('2026-07-28');
    const seen: number[] = [];
    const result = await client.callTool(
      { name: 'compare', arguments: { scenario: 'small.yaml', policies: ['static:2', 'target-cpu'], runs: 5 } },
      { timeout: 200_000, onprogress: ({ progress }) => seen.push(progress) },
    );
    expect(result.structuredContent).toMatchObject({ verdict: 'passed', runs: 5 });
    expect(seen.length).toBeGreaterThan(0);
    await client.close();

    const before = await old();
    expect((await before.listTools()).tools.map(({ name }) => name)).toContain('compare');
    const inspected = await before.callTool({ name: 'inspect', arguments: { scenario: 'small.yaml' } });
    expect(inspected.structuredContent).toMatchObject({ resolved: { name: 'small' } });
    // The result of another client's call: the server keeps it, no connection does.
    const { result: id } = result.structuredContent as { readonly result: string };
    const read = await before.readResource({ uri: `dryscale://results/${id}` });
    expect(JSON.stringify(read)).toContain('dryscale-result/1');
    await before.close();
  });

  const ask = (headers: Record<string, string>, path = '') =>
    fetch(url.replace('/mcp', path || '/mcp'), {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream', ...headers },
      body: JSON.stringify({ jsonrpc: '2.0', id: 1, method: 'tools/list', params: {} }),
    });
  const authorization = `Bearer ${token}`;

  it.each([
    ['no token', {}, 401],
    ['a wrong token', { authorization: 'Bearer 0123456789abcdef-tokem' }, 401],
    ['another scheme', { authorization: `Basic ${token}` }, 401],
    ['the token', { authorization }, 200],
    ['an origin elsewhere', { authorization, origin: 'http://evil.example' }, 403],
    ['an opaque origin', { authorization, origin: 'null' }, 403],
    ['an origin of this machine', { authorization, origin: 'http://localhost:3000' }, 200],
  ])('%s is answered as it should be', async (_, headers, status) => {
    expect((await ask(headers)).status).toBe(status);
  });

  it('a host that only leads to this machine is turned away, and there is one path', async () => {
    // fetch sets the host itself.
    const text = (host: string) =>
      `POST /mcp HTTP/1.1\r\nHost: ${host}\r\nAuthorization: ${authorization}\r\nContent-Type: application/json\r\nContent-Length: 2\r\nConnection: close\r\n\r\n{}`;
    const { connect } = await import('node:net');
    const socket = connect(Number(new URL(url).port), '127.0.0.1');
    socket.write(text('evil.example'));
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1.1 403 /);
    socket.destroy();
    expect((await ask({ authorization }, '/other')).status).toBe(404);
  });

  it('other addresses, and tokens that are guessed, are refused', async () => {
    const refused = async (...args: string[]) => (await runCli(['mcp', ...args], { cwd: folder.path })).stderr;
    expect(await refused('--http', '0.0.0.0:1')).toContain('[not-loopback]');
    expect(await refused('--http', '127.0.0.1:0', '--token-file', 'short')).toContain('[bad-token]');
    expect(await refused('--token-file', 'token')).toContain('[needs-http]');
    expect(await refused('--http', `127.0.0.1:${new URL(url).port}`)).toContain('[cannot-listen]');
  });
});
