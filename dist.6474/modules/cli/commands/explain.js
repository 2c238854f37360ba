import { explainManifests } from '../explain/explainManifests.js';
import { explainResult } from '../explain/explainResult.js';
/** What manifests will do, in words and numbers; or which rule held at an instant of a run. */
export const explain = {
    name: 'explain',
    summary: 'Say what manifests will do and what surprises people; or, of a result, which rule held when',
    operands: {
        name: 'file',
        min: 1,
        max: 10_000,
        describe: 'Manifests (HPA, KEDA, AWS) with what lies beside them, folders, - (stdin); or a report.json',
    },
    options: ['policy', 'at', 'metric', 'json', 'report', 'out'],
    run: (input) => (input.options.at === undefined ? explainManifests(input) : explainResult(input)),
};
