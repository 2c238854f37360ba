import { suggestion } from '../base/nearest.js';
import { ProblemError } from '../base/problem.js';
import { runtimes } from './runtimes/runtimes.js';
/** @throws ProblemError with exit code 104 for a name that is none, and for a missing one that is required */
export function selectRuntimes({ names, isRequired }) {
    const known = runtimes.map(({ name }) => name);
    for (const name of names ?? []) {
        if (known.includes(name))
            continue;
        throw problem('unknown-runtime', `"${name}" is no runtime`, suggestion(name, known));
    }
    const asked = runtimes.filter(({ name }) => names === undefined || names.includes(name));
    const looked = asked.map((runtime) => ({ runtime, found: runtime.find() }));
    const missing = looked.filter(({ found }) => found === undefined).map(({ runtime }) => runtime);
    if (isRequired && missing.length > 0) {
        const list = missing.map(({ name }) => name).join(', ');
        throw problem('missing-runtime', `not installed: ${list}`, `Install it (${missing.map(({ install }) => install).join('; ')}), or leave it out of --runtimes.`);
    }
    const found = looked.flatMap(({ runtime, found: one }) => one === undefined ? [] : [{ name: runtime.name, found: one, runs: runtime.runs }]);
    return { found, missing };
}
function problem(code, what, fix) {
    const why = 'A policy is verified in the runtimes that are here.';
    return new ProblemError([{ code, where: { path: '--runtimes' }, what, why, fix }]);
}
