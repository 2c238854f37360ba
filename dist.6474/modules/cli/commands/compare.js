import { runOptions } from '../options.js';
import { runComparisons } from '../runComparisons.js';
export const compare = {
    name: 'compare',
    summary: 'Run every policy on the same traffic and compare cost, latency and flapping',
    operands: { name: 'scenario', min: 1, max: 1000, describe: 'Scenario files: YAML, JSON or .ts' },
    options: runOptions,
    run: (input) => runComparisons(input, { name: 'compare', isSingle: false, alwaysReports: true }),
};
