import { ProblemError } from '../../base/problem.js';
import { CellPool } from '../../run/cellPool.js';
import { examine } from '../doctor/examine.js';
import { madeUpTrial } from '../doctor/examinePolicies.js';
import { policyAt } from './policyAt.js';
/**
 * Tries the first value of each parameter of a policy in Lua or TypeScript in the short run of `doctor`: only the policy itself
 * knows its parameters. Manifests are read instead.
 *
 * @throws ProblemError for parameters that it does not have, or not of that type
 */
export async function tryParameters(base, { text, axes, resolve }) {
    if (Object.values(base.bindings).every(({ kind }) => kind !== 'lua' && kind !== 'typescript'))
        return;
    const candidates = await resolve(axes.map((axis) => policyAt(text, [axis], [0])));
    const problems = [];
    const pool = new CellPool({ workerCount: 1 });
    try {
        for (const [index, candidate] of candidates.entries()) {
            for (const [serviceName, spec] of Object.entries(candidate.bindings)) {
                if (spec.kind !== 'lua' && spec.kind !== 'typescript')
                    continue;
                const { fault } = await examine({ candidate, serviceName, spec }, madeUpTrial(), pool);
                const found = fault === undefined ? null : parameterFault.exec(fault);
                if (found !== null)
                    problems.push(problemOf(spec.path, axes[index].key, found));
            }
        }
    }
    finally {
        pool.close();
    }
    if (problems.length > 0)
        throw new ProblemError(problems);
}
/** What `mergeParams` and `checkScriptParams` say; other faults are those of the runs. */
const parameterFault = /(?:(has no parameter "[^"]*")\. ?(.*)|(the parameter "[^"]*" .*)\.)$/s;
function problemOf(file, key, [, unknown, fix, wrong]) {
    const what = unknown ?? wrong;
    const why = `--vary ${key} asks for it.`;
    return {
        code: 'unknown-parameter',
        where: { file },
        what,
        why,
        fix: fix ?? 'give a value of the type of its default.',
    };
}
