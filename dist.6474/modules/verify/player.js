import { Worker } from 'node:worker_threads';
import { ProblemError } from '../base/problem.js';
import { loadPolicy } from '../platforms/loadPolicy.js';
import { PolicyFault } from '../policy/policy.js';
import { playSequence } from './playSequence.js';
import { recordObservations } from './recordObservations.js';
/** The program of a process that does one task: it comes as a message, and so does its answer go. */
process.once('message', (task) => {
    watchParent();
    void answer(task).then((message) => process.send?.(message));
});
/**
 * Ends this process when the one that asked is gone, killed perhaps, while a policy here goes round in circles: only another
 * thread comes to notice.
 */
function watchParent() {
    const code = `setInterval(() => { if (process.ppid !== ${process.ppid}) process.kill(process.pid, 'SIGKILL'); }, 500);`;
    new Worker(code, { eval: true }).unref();
}
async function answer(task) {
    try {
        if (task.type === 'record')
            return { type: 'recorded', observations: recordObservations(task, signOfLife) };
        return { type: 'played', log: await play(task) };
    }
    catch (thrown) {
        if (thrown instanceof ProblemError)
            return { type: 'problems', problems: thrown.problems };
        if (thrown instanceof PolicyFault)
            return { type: 'failed', message: thrown.message };
        return { type: 'bug', stack: thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown) };
    }
}
function play({ spec, sequence, runCount }) {
    let policy;
    const start = (host) => {
        policy ??= loadPolicy(spec, { isOfMachine: true });
        if (policy === undefined)
            throw new PolicyFault(`${spec.kind} decides nothing`, { kind: 'load' });
        const runner = policy.start(host);
        return {
            get isScript() {
                return runner.isScript === true;
            },
            get nextWakeSeconds() {
                return runner.nextWakeSeconds;
            },
            wake() {
                runner.wake();
                signOfLife();
            },
            get findings() {
                return runner.findings ?? [];
            },
        };
    };
    return playSequence({ ...sequence, runCount, start });
}
let lastSignMs = performance.now();
/** Once a second at most. */
function signOfLife() {
    if (performance.now() - lastSignMs < 1_000)
        return;
    lastSignMs = performance.now();
    process.send?.({ type: 'alive' });
}
