import { readBaseline } from '../baselineFile.js';
import { rejectIdleLimits } from '../baselineOptions.js';
import { mergeBlobs } from '../blob/mergeBlobs.js';
import { readBlobs } from '../blob/readBlobs.js';
import { finishDocument } from '../finishDocument.js';
import { planReports } from '../reportFiles.js';
import { unknownName } from '../usageError.js';
import { packageVersion } from '../version.js';
/** Joins the parts that `--shard` wrote: the same reports as if one machine had run everything. */
export const merge = {
    name: 'merge',
    summary: 'Join the parts that --shard wrote, then report and judge the whole',
    operands: { name: 'blobs', min: 1, max: 1000, describe: 'Folders or files: blob-i-n.json' },
    options: ['json', 'out', 'report', 'gate', 'baseline', 'max-regression', 'update-baseline'],
    async run({ operands, options, output }) {
        const { plan, again, files, scenarios } = mergeBlobs(readBlobs(operands));
        const hasRevision = scenarios.some(({ revision }) => revision !== undefined);
        const names = scenarios.map(({ name, policies }) => ({
            scenario: name,
            candidates: policies.map((policy) => policy.name),
            hasRevision,
        }));
        rejectIdleLimits(options.limits, options.baseline !== undefined || hasRevision);
        for (const { candidates } of names) {
            if (options.gate !== 'all' && options.gate !== 'any' && !candidates.includes(options.gate)) {
                throw unknownName('--gate', options.gate, ['all', 'any', ...candidates]);
            }
        }
        const baseline = readBaseline(options.baseline, names);
        return finishDocument({
            document: {
                format: 'dryscale-result/1',
                version: packageVersion(),
                command: plan.command,
                runs: plan.replications.length,
                scenarios: [...scenarios],
            },
            options,
            output,
            plan: planReports(options, true),
            baseline,
            reference: plan.reference,
            allowEmpty: plan.allowEmpty,
            files,
            again,
            wallSeconds: undefined,
            isInterrupted: false,
            warnings: [],
        });
    },
};
