import { realpathSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { type ExitCode, exitCode } from '../../base/exitCode.js';
import { checkOutputs } from '../../base/output/checkOutputs.js';
import { statOf } from '../../base/userFolder.js';
import type { Command, CommandInput } from '../command.js';
import type { McpServerModule } from '../mcpSettings.js';
import { usageError } from '../usageError.js';
import { packageVersion } from '../version.js';

/** Beside the command, where it is built: it stands on all the commands, and none of them waits for it to load. */
const serverModule = new URL('./mcp.js', import.meta.url).href;

/** The commands as tools of an agent. */
export const mcp: Command = {
  name: 'mcp',
  summary: 'Serve these commands to agents and editors (Model Context Protocol), over stdin and stdout',
  operands: { name: 'none', min: 0, max: 0, describe: '' },
  options: ['root', 'out', 'allow-code'],
  run: serveCommands,
};

async function serveCommands({ options, interruption }: CommandInput): Promise<ExitCode> {
  const root = rootOf(options.root ?? '.');
  const settings = { root, out: outOf(options.out), mayRunCode: options.allowCode, version: packageVersion() };
  const { serve } = (await import(serverModule)) as McpServerModule; // safe: built from src/mcp/main.ts
  await interruption.keeping(() => serve(settings, interruption.signal));
  return exitCode.success;
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
