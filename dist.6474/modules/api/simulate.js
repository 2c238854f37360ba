import { exitCode } from '../base/exitCode.js';
import { ProblemError } from '../base/problem.js';
import { hasResults } from '../results/results.js';
import { prepareComparison } from './comparison.js';
import { faultOf } from './inlinePolicy.js';
import { readSimulateOptions } from './options.js';
import { runComparisons } from './runComparisons.js';
/**
 * Runs one policy on a scenario: what `dryscale run` says of it.
 *
 * The same scenario, policy, seed and runs give the same result, whatever the workers.
 * @param policy the scenario's first when left out, else `none`
 * @throws ProblemError for a wrong scenario, policy or option; PolicyFault when the policy fails
 * @example const result = await simulate('shop.yaml', 'target-cpu.lua?target=0.7', { runs: 5 });
 */
export async function simulate(scenario, policy, options = {}) {
    const checked = readSimulateOptions(options);
    const all = await prepareComparison(scenario, policy === undefined ? undefined : [policy], checked);
    const names = all.candidates.map(({ name }) => name);
    if (policy !== undefined && names.length > 1)
        throw tooMany(names);
    const comparison = { ...all, candidates: all.candidates.slice(0, 1), inline: all.inline.slice(0, 1) };
    const [{ policies }] = await runComparisons([comparison], checked);
    const [result] = policies;
    if (hasResults(result))
        return result;
    throw faultOf(result.failure);
}
function tooMany(names) {
    const what = `simulate got ${names.length} policies: ${names.join(', ')}`;
    const problem = { code: 'too-many-policies', where: {}, what, why: 'It runs one.', fix: 'use compare.' };
    return new ProblemError([problem], exitCode.wrongUsage);
}
