import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { createMcpHandler, InMemoryTransport } from '@modelcontextprotocol/server';
import { describe, expect, it } from 'vitest';
import { Files } from '../../src/mcp/files.js';
import type { Jobs } from '../../src/mcp/job/jobs.js';
import { Results } from '../../src/mcp/results.js';
import { makeServer } from '../../src/mcp/server.js';
import type { Shared } from '../../src/mcp/shared.js';

const mimeType = 'text/html;profile=mcp-app';
const viewUri = 'ui://dryscale/report';
type Extensions = Readonly<Record<string, { mimeTypes: string[] }>>;
const viewsOf = (...mimeTypes: string[]): Extensions => ({ 'io.modelcontextprotocol/ui': { mimeTypes } });

const root = import.meta.dirname;
const shared: Shared = {
  settings: { root, out: undefined, mayRunCode: false, http: undefined, version: '1.2.3' },
  files: new Files({ root, mayRunCode: false }),
  jobs: {} as Jobs, // safe: nothing here runs
  results: new Results(undefined),
};

const connections = {
  'that says it with each request': async (extensions: Extensions) => {
    const { fetch } = createMcpHandler(() => makeServer(shared));
    const options = { versionNegotiation: { mode: 'auto' }, capabilities: { extensions } } as const;
    const client = new Client({ name: 'test', version: '1' }, options);
    const answer = (url: string | URL, init?: RequestInit) => fetch(new Request(url, init));
    await client.connect(new StreamableHTTPClientTransport(new URL('http://127.0.0.1/mcp'), { fetch: answer }));
    return client;
  },
  'that says it when it connects': async (extensions: Extensions) => {
    const client = new OldClient({ name: 'test', version: '1' }, { capabilities: { extensions } });
    const [near, far] = InMemoryTransport.createLinkedPair();
    await makeServer(shared).connect(far);
    await client.connect(near);
    return client;
  },
};

describe.each(Object.entries(connections))('a client %s', (_, connect) => {
  it('and shows views is told the view of run and compare; the others hear nothing of it', async () => {
    const told = async (extensions: Extensions) => {
      const client = await connect(extensions);
      const { tools } = await client.listTools();
      const { resources } = await client.listResources();
      const { resourceTemplates } = await client.listResourceTemplates();
      await client.close();
      expect(JSON.stringify([resources, resourceTemplates])).not.toContain('ui://');
      return tools;
    };
    const tools = await told(viewsOf('text/html', mimeType));
    expect(tools.flatMap(({ name, _meta }) => (_meta === undefined ? [] : [[name, _meta]]))).toEqual(
      ['run', 'compare'].map((name) => [name, { ui: { resourceUri: viewUri } }]),
    );
    const plain = tools.map(({ _meta, ...tool }) => tool);
    expect(await told({})).toEqual(plain);
    expect(await told(viewsOf('text/html'))).toEqual(plain);
  });

  it('reads a page that names no domain and runs no script but its own', async () => {
    const client = await connect(viewsOf(mimeType));
    const { contents } = await client.readResource({ uri: viewUri });
    await client.close();
    expect(contents).toEqual([
      { uri: viewUri, mimeType, text: expect.any(String), _meta: { ui: { csp: {}, prefersBorder: true } } },
    ]);
    expect(JSON.stringify(contents)).toMatch(/default-src 'none'; script-src '(none|sha256-)/);
    expect(JSON.stringify(contents)).toContain('data-version=\\"1.2.3\\"');
  });
});
