import { limitOptions } from '../limitOptions.js';
import { runTune } from '../tune/runTune.js';
/** Which values of a policy's parameters to deploy: the best goal among those that keep what must hold. */
export const tune = {
    name: 'tune',
    summary: 'Find the values of a policy that meet your limits at the least cost, and the diff to deploy',
    operands: {
        name: 'scenario',
        min: 1,
        max: 200,
        describe: 'A scenario file: YAML, JSON or .ts; after it further KEY=VALUES of --vary, and expressions of --must',
    },
    options: [
        'policy',
        'vary',
        'goal',
        'must',
        'write-best',
        'uncertain',
        'must-share',
        'budget',
        'metric',
        'manifest',
        'seed',
        'workers',
        'set',
        'json',
        'out',
        'force',
        ...limitOptions,
        'environment',
    ],
    run: runTune,
};
