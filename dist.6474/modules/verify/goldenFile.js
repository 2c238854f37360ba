import { existsSync } from 'node:fs';
import { z } from 'zod';
import { canonicalHash, canonicalJson } from '../base/canonicalJson.js';
import { ProblemError } from '../base/problem.js';
import { readUserText } from '../base/userFile.js';
import { escapedJson } from '../base/visible.js';
const version = 1;
/** Millions of decisions. */
const limitBytes = 100_000_000;
const whyNeeded = 'The decisions cannot be compared with it.';
const lineSchema = z.union([
    z.object({ golden: z.literal(version), policy: z.string(), observations: z.string(), count: z.int().min(0) }),
    z.object({ policy: z.string(), decision: z.record(z.string(), z.unknown()) }),
]);
export function goldenText(verified) {
    return verified
        .flatMap(({ policy, observations }) => [
        canonicalJson({
            golden: version,
            policy: policy.name,
            observations: canonicalHash(observations),
            count: policy.decisions.length,
        }),
        ...policy.decisions.map(({ decision }) => canonicalJson({ policy: policy.name, decision })),
    ])
        .map((line) => `${escapedJson(line)}\n`)
        .join('');
}
/** @returns undefined when there is no such file @throws ProblemError for one that is none of ours, or cut off */
export function readGolden(file) {
    if (!existsSync(file))
        return undefined;
    const policies = new Map();
    for (const [index, line] of readText(file).split('\n').entries()) {
        if (line === '')
            continue;
        const parsed = lineSchema.safeParse(parseJson(line));
        if (!parsed.success)
            throw broken(file, 'is no line of a decision log', index + 1);
        const { data } = parsed;
        if ('golden' in data) {
            policies.set(data.policy, { observationsHash: data.observations, count: data.count, decisions: [] });
            continue;
        }
        const known = policies.get(data.policy);
        if (known === undefined)
            throw broken(file, `holds a decision of ${data.policy} before its head`, index + 1);
        known.decisions.push(canonicalJson(data.decision));
    }
    const short = [...policies].find(([, { count, decisions }]) => count !== decisions.length);
    if (short !== undefined) {
        throw broken(file, `holds ${short[1].decisions.length} of ${short[1].count} decisions of ${short[0]}`);
    }
    return { policies };
}
/**
 * The first decision that is not that of the log.
 *
 * @throws ProblemError when the log knows no such policy, or was made on other observations
 */
export function goldenDifference(golden, { policy, observations }, file) {
    const logged = golden.policies.get(policy.name);
    if (logged === undefined)
        throw broken(file, `holds no decisions of ${policy.name}`);
    if (logged.observationsHash !== canonicalHash(observations)) {
        throw broken(file, `was written on other observations than ${policy.name} gets now`);
    }
    const found = policy.decisions.map(({ decision }) => canonicalJson(decision));
    const count = Math.max(found.length, logged.decisions.length);
    for (let index = 0; index < count; index++) {
        if (found.at(index) === logged.decisions.at(index))
            continue;
        return { index, expected: logged.decisions.at(index), found: found.at(index) };
    }
    return undefined;
}
function readText(file) {
    return readUserText({ path: file, limitBytes, why: whyNeeded, words: () => ({ code: 'golden-file' }) });
}
function parseJson(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        // No JSON is no line of the log.
        return undefined;
    }
}
function broken(file, what, line) {
    const where = line === undefined ? { file } : { file, line };
    const fix = 'remove the file, and the next verification writes it anew.';
    return new ProblemError([{ code: 'golden-file', where, what, why: whyNeeded, fix }]);
}
