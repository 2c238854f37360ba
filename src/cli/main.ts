#!/usr/bin/env node
import { type ExitCode, exitCode } from '../base/exitCode.js';
import { ProblemError, renderProblem, sortProblems } from '../base/problem.js';
import { commands } from './commands/index.js';
import { completedValues } from './completedValues.js';
import { Interruption } from './interruption.js';
import { readOptions } from './options.js';
import { type Output, processOutput } from './output.js';
import { parseCommandLine } from './parseCommandLine.js';
import { guardStreams, stdoutProblem, writeDiagnostic } from './streams.js';
import { packageVersion } from './version.js';

const args = process.argv.slice(2);
/** Read by hand: it must hold for errors of the command line itself. */
const isDebug = args.includes('--debug');

/** A terminal's width is a matter of taste for help; 100 keeps an option on a line. */
const helpWidth = 100;

async function main(output: Output, interruption: Interruption): Promise<ExitCode> {
  const values = await completedValues(args);
  if (values !== undefined) {
    await output.write(values.map((value) => `${value}\n`).join(''));
    return exitCode.success;
  }
  const line = await parseCommandLine(args, { commands, version: packageVersion(), width: helpWidth });
  if (typeof line === 'string') {
    await output.write(line);
    return exitCode.success;
  }
  const options = readOptions(line.raw);
  const { quiet, noColor } = options;
  return line.command
    .run({ operands: line.operands, options, output: processOutput({ quiet, noColor }), interruption })
    .catch((thrown) => {
      return explain(thrown, output);
    });
}

/** The user's mistakes as they are; ours with a request to report them. */
function explain(thrown: unknown, output: Output): ExitCode {
  const stack = thrown instanceof Error ? (thrown.stack ?? '') : '';
  if (thrown instanceof ProblemError) {
    for (const problem of sortProblems(thrown.problems)) output.say(renderProblem(problem));
    if (isDebug) writeDiagnostic(`${stack}\n`);
    return thrown.exitCode;
  }
  const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  output.say(
    [
      `dryscale ${packageVersion()} hit an internal bug: ${message}`,
      '    This is not your mistake. The results cannot be trusted, so there are none.',
      `    Fix: report it with the command ("dryscale ${args.join(' ')}"), the files it names, and the stack that --debug prints.`,
    ].join('\n'),
  );
  if (isDebug) writeDiagnostic(`${stack}\n`);
  return exitCode.internalError;
}

const plainOutput = processOutput({ quiet: false, noColor: true });
guardStreams();
const interruption = new Interruption(plainOutput.say);
interruption.listen();
for (const event of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(event, (thrown: unknown) => {
    process.exit(explain(thrown, plainOutput));
  });
}
const code = await main(plainOutput, interruption).catch((thrown) => explain(thrown, plainOutput));
const problem = stdoutProblem();
if (problem !== undefined) plainOutput.say(renderProblem(problem));
process.exitCode = problem === undefined || code === exitCode.internalError ? code : exitCode.outputBlocked;
