import { conflicting, usageError } from './usageError.js';
/** More parts than this are a mistake of typing. */
const mostShards = 1000;
/** Options that judge or show the whole, which a part cannot. */
const laterOptions = ['gate', 'baseline', 'max-regression', 'update-baseline', 'json'];
/**
 * Reads `--shard I/N`.
 *
 * @param raw all options given, of which some make no sense for a part
 * @throws ProblemError with exit code 2
 */
export function readShard(text, raw) {
    if (text === undefined)
        return undefined;
    const [, index, count] = (/^(\d+)\/(\d+)$/.exec(text) ?? []).map(Number);
    if (!(index >= 1 && index <= count && count <= mostShards)) {
        throw usageError({
            code: 'out-of-range',
            what: `--shard is "${text}"`,
            why: `It is I/N: part I of N, 1 <= I <= N <= ${mostShards}.`,
            fix: 'write for example --shard 1/4.',
        });
    }
    const later = laterOptions.find((name) => raw[name] !== undefined && raw[name] !== false);
    if (later !== undefined) {
        throw conflicting('--shard', `--${later}`, `A part has nothing to judge or show: give --${later} to dryscale merge.`);
    }
    if (raw.precision !== undefined) {
        throw conflicting('--shard', '--precision', 'How many runs --precision takes follows from all of them.');
    }
    if (raw.report !== undefined && raw.report !== 'blob') {
        throw conflicting('--shard', `--report ${String(raw.report)}`, 'A part is written as a blob: dryscale merge writes reports.');
    }
    return { index, count };
}
