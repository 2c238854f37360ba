// A registry of models as a server of the Model Context Protocol: what it holds, the context of a scenario can name (context.mcp).
// dryscale starts it by itself, once, for --refresh-context. A file of your own needs: npm install @modelcontextprotocol/server
import { McpServer } from '@modelcontextprotocol/server';
import { serveStdio } from '@modelcontextprotocol/server/stdio';

// A real one would ask its database here.
const held = {
  'model://assistant': {
    name: 'assistant',
    version: '2026-10',
    parameters: { temperature: 0.2, maxTokens: 256 },
    metadata: { tier: 'gold' },
  },
  'env://prod': { region: 'eu-west-1', name: 'prod' },
};

function makeServer() {
  const server = new McpServer({ name: 'registry', version: '1.0.0' });
  for (const [address, facts] of Object.entries(held)) {
    server.registerResource(address, address, { mimeType: 'application/json' }, ({ href }) => ({
      contents: [{ uri: href, mimeType: 'application/json', text: JSON.stringify(facts) }],
    }));
  }
  return server;
}

serveStdio(makeServer);
