import { defaultFolder } from '../reportFiles.js';
import { conflicting, usageError } from '../usageError.js';
import { UnfinishedRuns } from './unfinishedRuns.js';
/**
 * Whether the runs are kept until all are done: wherever reports, or a part for `merge`, are written, and only once.
 *
 * @returns opens them, or gives undefined
 * @throws ProblemError with exit code 2 for a `--resume` that has nowhere to look
 */
export function planUnfinishedRuns(options, { reportsFolder, output }) {
    const { shard, resume, events, watch, out } = options;
    if (events !== undefined) {
        if (resume)
            throw conflicting('--resume', '--events', 'A run that is taken over has no events any more.');
        return () => undefined;
    }
    const folder = shard === undefined ? reportsFolder : (out ?? defaultFolder);
    if (folder === undefined && resume) {
        throw usageError({
            code: 'needs-folder',
            what: '--resume has no folder to look in',
            why: 'Finished runs are kept where the reports go, and this command writes none.',
            fix: 'add --out DIR, with the folder of the command that was interrupted.',
        });
    }
    if (folder === undefined || watch)
        return () => undefined;
    return () => new UnfinishedRuns({ folder, shard, isResumed: resume, output });
}
