import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** The report's own script. The page works without it, less conveniently. */
export const pageScript = (): string => built('report/html/page/main.js');

/** That of the view which shows a report within a client of the Model Context Protocol. */
export const viewScript = (): string => built('mcp/view/main.js');

/** A script that the build has bundled for browsers; empty where nothing is built. */
function built(name: string): string {
  const path = fileURLToPath(new URL(`../${name}`, import.meta.url));
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}
