import { CellPool } from './cellPool.js';
/** How often whoever started it hears how far the run is. */
const progressIntervalMs = 200;
/**
 * The program of a process that does one run after another, each in a thread under guard: what ends a process ends no other
 * run with it.
 */
async function answer({ type, task, label, memoryBytes, workerFile }) {
    const pool = new CellPool({ workerCount: 1, workerFile, memoryBytes, isApart: true });
    const never = new AbortController().signal;
    const send = (message) => process.send?.(message);
    if (type === 'decide') {
        const outcome = await pool.decide(task, label, never);
        pool.close();
        send({ type: 'ended', outcome });
        return;
    }
    const running = pool.run(task, label, never);
    const timer = setInterval(() => send({ type: 'progress', virtualSeconds: running.virtualSeconds() }), progressIntervalMs);
    const outcome = await running.outcome;
    clearInterval(timer);
    pool.close();
    send({ type: 'ended', outcome });
}
process.on('message', (task) => void answer(task));
// It belongs to the program that started it, and ends with it: a signal to both is that one's to answer.
process.on('disconnect', () => process.exit());
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => { });
