import { runOptions } from '../options.js';
import { runComparisons } from '../runComparisons.js';
export const run = {
    name: 'run',
    summary: 'Run one policy on a scenario',
    operands: { name: 'scenario', min: 1, max: 1, describe: 'A scenario file: YAML, JSON or .ts' },
    options: [...runOptions, 'events', 'max-disk'],
    run: (input) => runComparisons(input, { name: 'run', isSingle: true, alwaysReports: false }),
};
