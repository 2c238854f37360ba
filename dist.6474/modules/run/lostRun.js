import { codeEndings, endsIn } from '../base/fileEndings.js';
import { limitKinds } from '../engine/limits/runEnd.js';
import { LostProcess } from './apart.js';
import { cellText } from './cellText.js';
/**
 * What to say of a run whose thread ended without an answer.
 *
 * What a policy throws comes back as an outcome; only leaving the thread, or using up its memory, ends it.
 */
export function lostRun(reason, { label, reading, heapMegabytes }) {
    const error = reason instanceof Error ? reason : new Error(String(reason));
    const { source } = label;
    const cell = cellText(label);
    const time_s = reading.virtualSeconds;
    const place = `at virtual time ${time_s} s`;
    // V8 ends a process by SIGABRT, or SIGTRAP, where its heap cannot grow.
    const isAborted = error instanceof LostProcess && (error.signal === 'SIGABRT' || error.signal === 'SIGTRAP');
    if (isAborted || ('code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY')) {
        // What a run itself keeps is counted and ends it before: what is left is what the code of a policy holds.
        const isPolicys = source.split(';').some((file) => endsIn(file, ['lua', ...codeEndings]));
        const what = isPolicys ? `${source}: out of memory` : 'the run used up the memory of its thread';
        const kind = isPolicys ? 'memory' : limitKinds.run;
        const message = `${what} ${place}: the memory limit of a run is ${heapMegabytes} MB (${cell}).`;
        return { type: 'failed', failure: { kind, message, time_s } };
    }
    if (error instanceof LostProcess) {
        const message = `${source}: ${error.message} ${place}, in which the policy ran (${cell}).`;
        return { type: 'failed', failure: { kind: 'crash', message, time_s } };
    }
    const exit = /exited with code: (-?\d+)/.exec(error.message)?.[1];
    if (exit === undefined)
        return { type: 'bug', message: `${error.message} (${cell})`, stack: error.stack ?? '' };
    const message = `${source}: the policy ended its worker: exit with code ${exit} ${place} (${cell}).`;
    return { type: 'failed', failure: { kind: 'crash', message, time_s } };
}
