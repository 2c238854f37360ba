import {
  CLIENT_CAPABILITIES_META_KEY,
  type ClientCapabilities,
  type McpServer,
  ResourceTemplate,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { pageScript, viewScript } from '../../cli/pageScript.js';
import { escapeHtml } from '../../report/html/escape.js';
import { headHtml, inertScript } from '../../report/html/head.js';
import type { Shared } from '../shared.js';
import { dayMs } from './resource.js';

/** The page that shows the report of a result. Source for all of this: MCP Apps (SEP-1865) 2026-01-26. */
export const reportViewUri = 'ui://dryscale/report';
const extension = 'io.modelcontextprotocol/ui';
const mimeType = 'text/html;profile=mcp-app';
/** No domain is named: the page reaches no network. */
const ui = { csp: {}, prefersBorder: true };

/** Whether who asks has said that it shows views: in the request, or when it connected. */
export function showsViews(server: McpServer, { mcpReq }: ServerContext): boolean {
  // safe: the package has checked it, and names no type for it
  const envelope = mcpReq.envelope as { [CLIENT_CAPABILITIES_META_KEY]?: ClientCapabilities } | undefined;
  const said = envelope?.[CLIENT_CAPABILITIES_META_KEY] ?? server.server.getClientCapabilities();
  const settings = said?.extensions?.[extension];
  return Array.isArray(settings?.mimeTypes) && settings.mimeTypes.includes(mimeType);
}

/** Read by its address, which tools tell to those who show views; in no list. */
export function addReportView(server: McpServer, { settings }: Shared): void {
  const cacheHint = { ttlMs: dayMs, cacheScope: 'public' as const };
  const template = new ResourceTemplate(reportViewUri, { list: undefined });
  server.registerResource('report-view', template, { mimeType, cacheHint }, () => ({
    contents: [{ uri: reportViewUri, mimeType, text: viewHtml(settings.version), _meta: { ui } }],
  }));
}

/** Only its own script and that of reports run. */
function viewHtml(version: string): string {
  const script = viewScript();
  return `${headHtml('Report', script, pageScript())}
<body data-version="${escapeHtml(version)}"><div class="page" style="padding-block:12px"><p class="how" id="line" role="status">Waiting for the result ...</p><pre id="text" hidden></pre></div>
<script>${inertScript(script)}</script></body></html>
`;
}
