import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { serveStdio } from '@modelcontextprotocol/server/stdio';
import { confine } from '../base/confinement.js';
import { packageFolder } from '../base/packageFolder.js';
import type { McpServerModule } from '../cli/mcpSettings.js';
import { Files } from './files.js';
import { serveHttp } from './http.js';
import { Jobs } from './job/jobs.js';
import { Results } from './results.js';
import { makeServer } from './server.js';
import type { Shared } from './shared.js';

export const serve: McpServerModule['serve'] = async (settings, serving) => {
  const { root, mayRunCode, out } = settings;
  const own = ['docs', 'policies', 'scenarios', 'schema'].map((name) => realpathSync(join(packageFolder(), name)));
  confine({ folders: [root, ...own, ...(out === undefined ? [] : [out])], mayRunCode, texts: {} });
  const jobs = new Jobs(root);
  const shared: Shared = { settings, files: new Files({ root, mayRunCode }), jobs, results: new Results(out) };
  try {
    if (settings.http === undefined) await overStdio(shared, serving.signal);
    else await serveHttp(shared, settings.http, serving);
  } finally {
    jobs.close();
  }
};

function overStdio(shared: Shared, signal: AbortSignal): Promise<void> {
  return new Promise((done) => {
    const handle = serveStdio(() => makeServer(shared), {
      onerror: () => {
        // What is no message has been answered; stderr is for whoever started the server.
      },
    });
    const end = (): void => void handle.close().finally(done);
    process.stdin.once('end', end).once('close', end).once('error', end);
    signal.addEventListener('abort', end, { once: true });
  });
}
