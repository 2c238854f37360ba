import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ExitCode, exitCode } from '../../base/exitCode.js';
import { checkOutputs } from '../../base/output/checkOutputs.js';
import { ProblemError } from '../../base/problem.js';
import { readUserText } from '../../base/userFile.js';
import { statOf } from '../../base/userFolder.js';
import type { Command, CommandInput } from '../command.js';
import type { McpServerModule, McpSettings } from '../mcpSettings.js';
import { usageError } from '../usageError.js';
import { packageVersion } from '../version.js';

/** Beside the command, where it is built: it stands on all the commands, and none of them waits for it to load. */
const serverModule = new URL('./mcp.js', import.meta.url).href;

/** The commands as tools of an agent. */
export const mcp: Command = {
  name: 'mcp',
  summary: 'Serve these commands to agents and editors (Model Context Protocol), over stdin and stdout or HTTP',
  operands: { name: 'none', min: 0, max: 0, describe: '' },
  options: ['root', 'out', 'allow-code', 'http', 'token-file'],
  run: serveCommands,
};

async function serveCommands({ options, output, interruption }: CommandInput): Promise<ExitCode> {
  const { http, tokenFile, allowCode: mayRunCode } = options;
  const settings: McpSettings = {
    root: rootOf(options.root ?? '.'),
    out: outOf(options.out),
    mayRunCode,
    http: placeOf(http, tokenFile),
    version: packageVersion(),
  };
  const { serve } = (await import(serverModule)) as McpServerModule; // safe: built from src/mcp/main.ts
  const onReady = (url: string) => output.say(`listening at ${url}`);
  await interruption.keeping(() => serve(settings, { signal: interruption.signal, onReady }));
  return exitCode.success;
}

/** Names of this machine that nobody else can reach. */
const loopback = ['127.0.0.1', 'localhost', '::1'];

function placeOf(http: string | undefined, tokenFile: string | undefined): McpSettings['http'] {
  if (http === undefined) {
    if (tokenFile === undefined) return undefined;
    const why = 'Whoever starts the server over stdin is its only client.';
    throw usageError({
      code: 'needs-http',
      what: '--token-file needs --http',
      why,
      fix: 'add --http, or leave it out.',
    });
  }
  const [, host = '', port = ''] = /^(?:\[?(.+?)\]?:)?(\d{1,5})$/.exec(http) ?? [];
  if (!loopback.includes(host === '' ? loopback[0] : host) || Number(port) > 65_535 || port === '') {
    const why = 'It is a port of this machine, which no other machine reaches.';
    throw usageError({ code: 'not-loopback', what: `--http is "${http}"`, why, fix: 'write --http 127.0.0.1:7777.' });
  }
  const address = host === '' || host === 'localhost' ? loopback[0] : host;
  return { address, port: Number(port), token: tokenFile === undefined ? undefined : readToken(tokenFile) };
}

function readToken(file: string): string {
  const text = readUserText({ path: file, limitBytes: 10_000, why: 'It holds what clients must know.' }).trim();
  if (/^\S{16,}$/.test(text)) return text;
  const why = 'Shorter ones are guessed.';
  const fix = 'write one, such as by openssl rand -hex 32.';
  throw new ProblemError([
    { code: 'bad-token', where: { file }, what: 'has no token of at least 16 characters without blanks', why, fix },
  ]);
}

function rootOf(given: string): string {
  if (statOf(given)?.isDirectory() === true) return realpathSync(given);
  const why = 'It is the folder whose files the tools may read.';
  throw usageError({ code: 'not-a-folder', what: `--root "${given}" is no folder`, why, fix: 'name a folder.' });
}

/** Made and tried at once. @throws ProblemError with exit code 106 */
function outOf(given: string | undefined): string | undefined {
  if (given === undefined) return undefined;
  checkOutputs([{ path: join(given, 'results', 'id.json') }]);
  return realpathSync(resolve(given));
}
