import {
  type CallToolResult,
  type Tool as ListedTool,
  McpServer,
  type ServerContext,
} from '@modelcontextprotocol/server';
import { z } from 'zod';
import { progressMs } from './limits.js';
import { addPrompts } from './prompts/addPrompts.js';
import { addResources } from './resources/addResources.js';
import { reportViewUri, showsViews } from './resources/reportView.js';
import { dayMs } from './resources/resource.js';
import type { Shared } from './shared.js';
import { answerCall } from './tools/answerCall.js';
import { tools } from './tools/index.js';
import { problem } from './tools/outputs.js';
import type { Tool } from './tools/tool.js';

const instructions =
  'dryscale is a dry run for autoscalers: it simulates what an autoscaling policy (HPA, KEDA, AWS, Lua) does to latency, errors and cost before it is deployed. ' +
  'Begin with list_scenarios, read a scenario with inspect, compare the policy of today with the changed one (its text goes into `files`), and explain what surprises. ' +
  "Results are simulated on the scenario's numbers; say so when you report them. What is partial or failed stands first in each answer.";

const fixed = { listChanged: false };

/** One server for one connection, or one request: whatever lasts is `Shared`. */
export function makeServer(shared: Shared): McpServer {
  const server = new McpServer(
    { name: 'dryscale', title: 'dryscale', version: shared.settings.version },
    {
      instructions,
      // Who asks again hears of new results and files; nobody is told.
      capabilities: { tools: fixed, resources: fixed, prompts: fixed },
      cacheHints: { 'tools/list': { ttlMs: dayMs, cacheScope: 'private' } },
    },
  );
  for (const tool of tools) addTool(server, tool, shared);
  // The package would tell the same to all who ask; which of them show views is known only now.
  server.server.setRequestHandler('tools/list', (_, context) => ({
    tools: tools.map((tool) => ({ ...listed(tool, shared), ...viewOf(tool, showsViews(server, context)) })),
  }));
  addResources(server, shared);
  addPrompts(server, shared);
  return server;
}

function addTool(server: McpServer, tool: Tool, shared: Shared): void {
  const { name, inputSchema, outputSchema, ...words } = listed(tool, shared);
  server.registerTool(
    name,
    { ...words, inputSchema: unread(inputSchema), outputSchema: unread(outputSchema) },
    async (args: unknown, context: ServerContext): Promise<CallToolResult> => {
      const { signal } = context.mcpReq;
      return answerCall(tool, args, { shared, signal, onProgress: progressOf(context) });
    },
  );
}

function listed(tool: Tool, { settings }: Shared) {
  const { name, title, description } = tool;
  // Nothing is changed but what --out keeps of the answers.
  const annotations = {
    title,
    readOnlyHint: settings.out === undefined,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: false,
  };
  return { name, title, description, annotations, inputSchema: inputSchema(tool), outputSchema: outputSchema(tool) };
}

function viewOf({ hasPage }: Tool, isWanted: boolean) {
  return hasPage === true && isWanted ? { _meta: { ui: { resourceUri: reportViewUri } } } : {};
}

/** A schema that is told and lets everything through: what is wrong becomes a list of problems, which the package does not make. */
function unread(json: Record<string, unknown>) {
  return {
    '~standard': {
      version: 1 as const,
      vendor: 'dryscale',
      validate: (value: unknown) => ({ value }),
      jsonSchema: { input: () => json, output: () => json },
    },
  };
}

function inputSchema({ input }: Tool): ListedTool['inputSchema'] {
  return z.toJSONSchema(input, { io: 'input' }) as ListedTool['inputSchema']; // safe: of an object
}

/** Of an answer, or of the problems in its place: some clients hold both to it. */
function outputSchema({ output }: Tool): Record<string, unknown> {
  const {
    required,
    additionalProperties: _,
    ...schema
  } = z.toJSONSchema(output.extend({ problems: z.array(problem).optional() }));
  return { ...schema, anyOf: [{ required: required ?? [] }, { required: ['problems'] }] };
}

/** Notes of progress, where the caller wants them: at most so many, and never back. */
function progressOf({ mcpReq }: ServerContext): (share: number, title: string) => void {
  const progressToken = mcpReq._meta?.progressToken;
  if (progressToken === undefined) return () => {};
  let last = -1;
  let toldMs = Number.NEGATIVE_INFINITY;
  return (share, title) => {
    const progress = Math.floor(share * 1000) / 10;
    const nowMs = performance.now();
    if (progress <= last || nowMs - toldMs < progressMs) return;
    last = progress;
    toldMs = nowMs;
    const message = `${title}: ${Math.floor(progress)} %`;
    const params = { progressToken, progress, total: 100, message };
    mcpReq.notify({ method: 'notifications/progress', params }).catch(() => {
      // Whoever wanted to hear it has gone.
    });
  };
}
