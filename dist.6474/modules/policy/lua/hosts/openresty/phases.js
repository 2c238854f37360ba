import { raise } from '../../luaLibrary.js';
/** nginx's names for where code runs and may not wait; by the phase of the thread. */
const contexts = { init: 'init_by_lua*', init_worker: 'init_worker_by_lua*' };
/** Where the running code stands, as `ngx.get_phase()` says: a file that runs by itself is a timer, as under `resty`. */
export function phaseOf(run) {
    const phase = run.threads.current?.task.phase ?? 'main';
    return phase === 'main' ? 'timer' : phase;
}
/** Raises nginx's own error where nothing may wait: in the init phases there is no event loop yet. */
export function checkMayWait(L, run, name) {
    const context = contexts[phaseOf(run)];
    if (context === undefined)
        return;
    raise(L, `API disabled in the context of ${context} (${name}): start a timer, ngx.timer.at(0, f), and call it there`);
}
