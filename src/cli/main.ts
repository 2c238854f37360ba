#!/usr/bin/env node
import { type ExitCode, exitCode } from '../base/exitCode.js';
import { ProblemError, problemLines, sortProblems } from '../base/problem.js';
import { shellCommand } from '../base/shellCommand.js';
import { quotedLines } from '../base/visible.js';
import { Interruption } from './interruption.js';
import { type Output, processOutput } from './output.js';
import { guardStreams, stdoutProblem } from './streams.js';
import { packageVersion } from './version.js';

const args = process.argv.slice(2);
/** Read by hand: it must hold for errors of the command line itself. */
const isDebug = args.includes('--debug');

async function main(output: Output, interruption: Interruption): Promise<ExitCode> {
  if (args.length === 1 && args[0] === '--version') {
    await output.write(`${packageVersion()}\n`);
    return exitCode.success;
  }
  // Not before they are needed: what a command takes loads longer than some of them work.
  const { readLine } = await import('./readLine.js');
  const line = await readLine(args);
  if (typeof line === 'string') {
    await output.write(line);
    return exitCode.success;
  }
  const { command, operands, options } = line;
  const { quiet, noColor } = options;
  return command.run({ operands, options, output: processOutput({ quiet, noColor }), interruption }).catch((thrown) => {
    return explain(thrown, output);
  });
}

/** The user's mistakes as they are; ours with a request to report them. */
function explain(thrown: unknown, output: Output): ExitCode {
  if (thrown instanceof ProblemError) {
    for (const problem of sortProblems(thrown.problems)) output.say(problemLines(problem));
    if (isDebug) output.say(stackLines(thrown));
    return thrown.exitCode;
  }
  const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
  output.say([
    `dryscale ${packageVersion()} hit an internal bug: ${message}`,
    '    This is not your mistake. The results cannot be trusted, so there are none.',
    `    Fix: report it with the command (${shellCommand(['dryscale', ...args])}), the files it names, and the stack that --debug prints.`,
  ]);
  if (isDebug) output.say(stackLines(thrown));
  return exitCode.internalError;
}

function stackLines(thrown: unknown): string[] {
  return quotedLines(thrown instanceof Error ? (thrown.stack ?? '') : String(thrown));
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
if (problem !== undefined) plainOutput.say(problemLines(problem));
process.exitCode = problem === undefined || code === exitCode.internalError ? code : exitCode.outputBlocked;
