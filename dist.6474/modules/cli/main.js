#!/usr/bin/env node
import { exitCode } from '../base/exitCode.js';
import { ProblemError, problemLines, sortProblems } from '../base/problem.js';
import { shellCommand } from '../base/shellCommand.js';
import { quotedLines, visibleLine } from '../base/visible.js';
import { commands } from './commands/index.js';
import { completedValues } from './completedValues.js';
import { Interruption } from './interruption.js';
import { readOptions } from './options.js';
import { processOutput } from './output.js';
import { parseCommandLine } from './parseCommandLine.js';
import { guardStreams, stdoutProblem } from './streams.js';
import { packageVersion } from './version.js';
const args = process.argv.slice(2);
/** Read by hand: it must hold for errors of the command line itself. */
const isDebug = args.includes('--debug');
/** A terminal's width is a matter of taste for help; 100 keeps an option on a line. */
const helpWidth = 100;
async function main(output, interruption) {
    const values = await completedValues(args);
    if (values !== undefined) {
        // A name that a terminal must not get cannot be completed.
        const names = values.filter((value) => visibleLine(value) === value);
        await output.write(names.map((value) => `${value}\n`).join(''));
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
function explain(thrown, output) {
    if (thrown instanceof ProblemError) {
        for (const problem of sortProblems(thrown.problems))
            output.say(problemLines(problem));
        if (isDebug)
            output.say(stackLines(thrown));
        return thrown.exitCode;
    }
    const message = thrown instanceof Error ? `${thrown.name}: ${thrown.message}` : String(thrown);
    output.say([
        `dryscale ${packageVersion()} hit an internal bug: ${message}`,
        '    This is not your mistake. The results cannot be trusted, so there are none.',
        `    Fix: report it with the command (${shellCommand(['dryscale', ...args])}), the files it names, and the stack that --debug prints.`,
    ]);
    if (isDebug)
        output.say(stackLines(thrown));
    return exitCode.internalError;
}
function stackLines(thrown) {
    return quotedLines(thrown instanceof Error ? (thrown.stack ?? '') : String(thrown));
}
const plainOutput = processOutput({ quiet: false, noColor: true });
guardStreams();
const interruption = new Interruption(plainOutput.say);
interruption.listen();
for (const event of ['uncaughtException', 'unhandledRejection']) {
    process.on(event, (thrown) => {
        process.exit(explain(thrown, plainOutput));
    });
}
const code = await main(plainOutput, interruption).catch((thrown) => explain(thrown, plainOutput));
const problem = stdoutProblem();
if (problem !== undefined)
    plainOutput.say(problemLines(problem));
process.exitCode = problem === undefined || code === exitCode.internalError ? code : exitCode.outputBlocked;
