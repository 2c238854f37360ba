import { fork } from 'node:child_process';
import { dirname, join } from 'node:path';
import { untilEnd } from '../base/untilEnd.js';
import { inliningFlags } from './inlineMore.js';
/** A process that ended without an answer. */
export class LostProcess extends Error {
    name = 'LostProcess';
    code;
    signal;
    constructor(code, signal) {
        super(`the process ended ${signal === null ? `with code ${code}` : `by ${signal}`}`);
        this.code = code;
        this.signal = signal;
    }
}
/** Processes that wait for a run, by worker file. */
const idle = new Map();
/**
 * Does a run of a policy's own JavaScript in a process that is kept for such runs, one at a time in each.
 *
 * A thread would not do: V8 ends the whole process where an array outgrows the heap, and there are calls that end no sooner
 * than the memory is full. After any failure the process is ended and the next run gets a new one.
 * @throws LostProcess; rejects when `signal` cancels it
 */
export function runApart(task, { signal, onProgress }) {
    const { workerFile } = task;
    return new Promise((done, fail) => {
        const child = idle.get(workerFile)?.pop() ?? startProcess(workerFile);
        const over = () => {
            signal.removeEventListener('abort', cancel);
            child.off('message', onMessage).off('exit', onExit).off('error', onError);
        };
        const end = () => {
            over();
            child.kill('SIGKILL');
        };
        const cancel = () => {
            end();
            fail(new Error('cancelled'));
        };
        const onExit = (code, by) => {
            over();
            fail(new LostProcess(code, by));
        };
        const onError = (error) => {
            end();
            fail(error);
        };
        const onMessage = (message) => {
            const answer = message; // safe: the process sends nothing else
            if (answer.type === 'progress') {
                onProgress(answer.virtualSeconds);
                return;
            }
            if (answer.outcome.type === 'done') {
                over();
                keep(workerFile, child);
            }
            else
                end();
            done(answer.outcome); // safe: what its task gives
        };
        if (signal.aborted)
            return cancel();
        signal.addEventListener('abort', cancel);
        child.on('message', onMessage).on('exit', onExit).on('error', onError);
        child.send(task);
    });
}
function startProcess(workerFile) {
    const child = fork(join(dirname(workerFile), 'cellProcess.js'), [], {
        execArgv: [...inliningFlags()],
        serialization: 'advanced',
        stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    const forget = untilEnd(() => child.kill('SIGKILL'));
    child.on('exit', () => {
        forget();
        idle.set(workerFile, othersOf(workerFile, child));
    });
    child.on('error', () => {
        // Whoever waits for an answer hears of it, and of the end.
    });
    // Idle it does not hold the program, and during a run the pool does.
    child.unref();
    child.channel?.unref();
    return child;
}
function keep(workerFile, child) {
    idle.set(workerFile, [...othersOf(workerFile, child), child]);
}
function othersOf(workerFile, child) {
    return (idle.get(workerFile) ?? []).filter((other) => other !== child);
}
