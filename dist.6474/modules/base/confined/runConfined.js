import { spawn } from 'node:child_process';
import { untilEnd } from '../untilEnd.js';
import { supervisorCode } from './supervisorCode.js';
/** Of the whole process, above the heap: Node itself, a collector near its limit, and buffers, which lie outside the heap. */
const PROCESS_SPARE_BYTES = 450_000_000;
/** The flag, where this Node has one, that takes files and further processes away from a process. */
const permissionFlag = ['--permission', '--experimental-permission'].find((flag) => process.allowedNodeEnvironmentFlags.has(flag));
const sealingFlags = [
    ...(permissionFlag === undefined ? [] : [permissionFlag, '--allow-worker']),
    '--disallow-code-generation-from-strings',
];
/**
 * Runs code in a thread of a process of its own and ends both at the limits.
 *
 * A thread of this process would not do: V8 ends the whole process when some of its own tables outgrow the heap, and code
 * that may do what a program may could end it, too.
 * @param over ends it as the time limit does, where several runs share one
 */
export function runConfined(task, limits, over) {
    const { timeSeconds, heapMegabytes, resultBytes } = limits;
    const flags = [`--max-old-space-size=${heapMegabytes}`, '--no-warnings', ...(task.isSealed ? sealingFlags : [])];
    return new Promise((done, fail) => {
        const child = spawn(process.execPath, [...flags, '-e', supervisorCode], {
            // Node looks for a package.json in the folder where it is started and in all above.
            ...(task.isSealed ? { env: {}, cwd: '/' } : {}),
            // The result has a pipe that no console writes to.
            stdio: ['pipe', 'ignore', 'ignore', 'pipe'],
        });
        const forget = untilEnd(() => child.kill('SIGKILL'));
        let stopped;
        const stop = (outcome) => {
            stopped ??= outcome;
            child.kill('SIGKILL');
        };
        const isOver = () => stop({ kind: 'too-long' });
        const timer = setTimeout(isOver, timeSeconds * 1000);
        if (over?.aborted === true)
            isOver();
        over?.addEventListener('abort', isOver);
        const chunks = [];
        let byteCount = 0;
        child.stdio[3]?.on('data', (chunk) => {
            byteCount += chunk.length;
            if (byteCount > resultBytes)
                stop({ kind: 'too-large' });
            else
                chunks.push(chunk);
        });
        child.on('error', fail);
        child.on('close', (code, signal) => {
            clearTimeout(timer);
            forget();
            over?.removeEventListener('abort', isOver);
            done(stopped ?? outcomeOf({ code, signal }, Buffer.concat(chunks).toString('utf8')));
        });
        // A child that is gone already has said so by its exit.
        child.stdin?.on('error', () => { });
        const processLimitBytes = heapMegabytes * 1024 * 1024 + PROCESS_SPARE_BYTES;
        const { thread, data, payload = [] } = task;
        const header = Buffer.from(JSON.stringify({ thread, data, heapMegabytes, processLimitBytes, timeSeconds }));
        child.stdin?.write(header.length.toString(16).padStart(8, '0'));
        child.stdin?.write(header);
        for (const chunk of payload)
            child.stdin?.write(chunk);
        child.stdin?.end();
    });
}
/** 0: the result; 7 and 9: the supervisor saw a limit; V8 aborts when it finds no memory; anything else: the code ended its thread. */
function outcomeOf({ code, signal }, text) {
    if (code === 0 && text !== '')
        return { kind: 'result', text };
    if (code === 7)
        return { kind: 'too-long' };
    const isMemory = code === 9 || signal === 'SIGABRT' || code === 134;
    return { kind: isMemory ? 'too-much-memory' : 'ended' };
}
