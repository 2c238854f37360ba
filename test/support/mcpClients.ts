import { join } from 'node:path';
import { Client } from '@modelcontextprotocol/client';
import { StdioClientTransport } from '@modelcontextprotocol/client/stdio';
import { Client as OldClient } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport as OldStdio } from '@modelcontextprotocol/sdk/client/stdio.js';
import { root as packageRoot } from './runCli.js';

interface Content {
  readonly type: string;
  readonly text?: string;
  readonly uri?: string;
}

export interface CallResult {
  readonly isError?: boolean;
  readonly content: readonly Content[];
  // biome-ignore lint/suspicious/noExplicitAny: tests look into it.
  readonly structuredContent: any;
}

interface CallOptions {
  readonly signal?: AbortSignal;
  readonly timeout?: number;
  readonly onprogress?: (progress: { readonly progress: number; readonly total?: number | undefined }) => void;
}

/** What tests need of a client, of either package. */
export interface McpClient {
  readonly listed: Client | OldClient;
  readonly pid: number | undefined;
  call(name: string, args: Record<string, unknown>, options?: CallOptions): Promise<CallResult>;
  close(): Promise<void>;
}

const main = join(packageRoot, 'dist/cli/main.js');
const patience = { timeout: 200_000 };

/** The built server over stdio, asked by a client of 2.x. */
export async function newClient(args: readonly string[]): Promise<McpClient> {
  const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'auto' } });
  const transport = new StdioClientTransport({ command: process.execPath, args: [main, 'mcp', ...args] });
  await client.connect(transport);
  return {
    listed: client,
    pid: transport.pid ?? undefined,
    call: async (name, given, options) =>
      (await client.callTool({ name, arguments: given }, { ...patience, ...options })) as CallResult,
    close: () => client.close(),
  };
}

/** The same, asked by a client of the package before it. */
export async function oldClient(args: readonly string[]): Promise<McpClient> {
  const client = new OldClient({ name: 'test', version: '1' });
  const transport = new OldStdio({ command: process.execPath, args: [main, 'mcp', ...args] });
  await client.connect(transport);
  return {
    listed: client,
    pid: transport.pid ?? undefined,
    call: async (name, given, options) =>
      (await client.callTool({ name, arguments: given }, undefined, { ...patience, ...options })) as CallResult,
    close: () => client.close(),
  };
}

export const textOf = ({ content }: CallResult): string => content[0]?.text ?? '';
export const codesOf = ({ structuredContent }: CallResult): string[] =>
  (structuredContent?.problems ?? []).map(({ code }: { readonly code: string }) => code);
