import { prepareComparison } from './comparison.js';
import { readCompareOptions } from './options.js';
import { runComparisons } from './runComparisons.js';
export async function compare(scenarios, policies, options = {}) {
    const checked = readCompareOptions(options);
    const comparisons = [];
    for (const scenario of isList(scenarios) ? scenarios : [scenarios]) {
        comparisons.push(await prepareComparison(scenario, policies, checked));
    }
    const results = await runComparisons(comparisons, checked);
    return isList(scenarios) ? results : results[0];
}
function isList(value) {
    return Array.isArray(value);
}
