import { Client, StreamableHTTPClientTransport } from '@modelcontextprotocol/client';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { createMcpHandler, InMemoryTransport } from '@modelcontextprotocol/server';
import { Files } from '../../src/mcp/files.js';
import type { Jobs } from '../../src/mcp/job/jobs.js';
import { Results } from '../../src/mcp/results.js';
import { makeServer } from '../../src/mcp/server.js';
import type { Shared } from '../../src/mcp/shared.js';

export type Extensions = Readonly<Record<string, { mimeTypes: string[] }>>;

const root = import.meta.dirname;
const shared: Shared = {
  settings: { root, out: undefined, mayRunCode: false, http: undefined, version: '1.2.3' },
  files: new Files({ root, mayRunCode: false }),
  jobs: {} as Jobs, // safe: nothing here runs
  results: new Results(undefined),
};

/** Clients of servers in this process: no program is started, and nothing can run. */
export const mcpConnections = {
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
