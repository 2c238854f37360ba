import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { exitCode, worstExitCode } from '../../base/exitCode.js';
import { checkOutputs } from '../../base/output/checkOutputs.js';
import { writeFiles } from '../../base/output/writeFiles.js';
import { shellCommand } from '../../base/shellCommand.js';
import { quotedLines, visibleLine } from '../../base/visible.js';
import { defaultFolder } from '../reportFiles.js';
import { packageVersion } from '../version.js';
import { blobFileName, blobMark, encodeBlob } from './blob.js';
/** Finds out before anything runs whether the part can be written. @throws ProblemError with exit code 106 */
export function checkShardFolder({ out, shard }) {
    if (shard !== undefined)
        checkOutputs([{ path: join(out ?? defaultFolder, blobFileName(shard)), mark: blobMark }]);
}
/** Writes one part of a comparison for `dryscale merge`; thresholds and the baseline are judged there. */
export async function finishShard(shardOutcome) {
    const { prepared, replications, options, output, outcome, isInterrupted, command, again, files } = shardOutcome;
    const { shard, allowEmpty, environment } = options;
    if (shard === undefined)
        return exitCode.success;
    const folder = options.out ?? defaultFolder;
    const path = join(folder, blobFileName(shard));
    const { reference } = prepared;
    const text = encodeBlob({
        version: packageVersion(),
        shard,
        plan: {
            command,
            replications,
            ...(reference === undefined ? {} : { reference }),
            allowEmpty,
            ...(environment === undefined ? {} : { environment }),
            comparisons: prepared.comparisons.map(({ scenario, hash, revision, worlds, candidates }) => ({
                scenario,
                hash,
                ...(revision === undefined ? {} : { revision }),
                ...(worlds === undefined ? {} : { worlds }),
                candidates: candidates.map(({ bindings: _, ...candidate }) => candidate),
            })),
        },
        again,
        files,
        isInterrupted,
        cells: outcome.cells,
    });
    // `merge` takes no half of a part, so it is worth less than whatever is there.
    if (isInterrupted && existsSync(path)) {
        output.note(`${path}: of an earlier comparison, left as it is.`);
        return exitCode.interrupted;
    }
    writeFiles([{ path, mark: blobMark, text }]);
    const part = `part ${shard.index} of ${shard.count}: ${outcome.completedCount} runs`;
    await output.write(`${visibleLine(`${part}   ${path}   when all parts are there: ${shellCommand(['dryscale', 'merge', folder])}`)}\n`);
    const failures = outcome.cells.flatMap(({ outcome: run }) => (run.type === 'failed' ? [run.failure.message] : []));
    for (const message of new Set(failures))
        output.say(quotedLines(message));
    return worstExitCode([
        ...(isInterrupted ? [exitCode.interrupted] : []),
        ...(failures.length > 0 ? [exitCode.policyFailed] : []),
    ]);
}
