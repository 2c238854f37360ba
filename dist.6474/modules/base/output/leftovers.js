import { codeOf } from './outputProblem.js';
/** What its process has not touched for so long, and whose process is gone, belongs to nobody. */
export const staleMs = 600_000;
/** Whether there is no such process on this machine. */
export function hasEnded(pid) {
    try {
        process.kill(pid, 0);
        return false;
    }
    catch (thrown) {
        return codeOf(thrown) === 'ESRCH';
    }
}
