import { commands } from '../../src/cli/commands/index.js';
import { Interruption } from '../../src/cli/interruption.js';
import { readOptions } from '../../src/cli/options.js';
import { diagnosticText } from '../../src/cli/output.js';
import { parseCommandLine } from '../../src/cli/parseCommandLine.js';

/** What a command printed, and its exit code. */
export interface Called {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** One command line in this process, as `cli/main.ts` carries it out. @throws what main would explain */
export async function callCommand(args: readonly string[]): Promise<Called> {
  const said = { stdout: '', stderr: '' };
  const line = await parseCommandLine(args, { commands, version: '0.0.0', width: 100 });
  if (typeof line === 'string') return { code: 0, ...said };
  const code = await line.command.run({
    operands: line.operands,
    options: readOptions(line.raw),
    interruption: new Interruption(() => {}),
    output: {
      color: false,
      unicode: true,
      isInteractive: false,
      write: async (text) => {
        said.stdout += text;
      },
      command: async (lines) => {
        said.stdout += lines.map((line) => `${line}\n`).join('');
      },
      say: (text) => {
        said.stderr += diagnosticText(text);
      },
      note: (text) => {
        said.stderr += diagnosticText(text);
      },
      rewriteLine: () => {},
    },
  });
  return { code, ...said };
}
