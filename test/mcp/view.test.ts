import { describe, expect, it } from 'vitest';
import { type Extensions, mcpConnections } from '../support/mcpConnections.js';

const mimeType = 'text/html;profile=mcp-app';
const viewUri = 'ui://dryscale/report';
const viewsOf = (...mimeTypes: string[]): Extensions => ({ 'io.modelcontextprotocol/ui': { mimeTypes } });

describe.each(Object.entries(mcpConnections))('a client %s', (_, connect) => {
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
