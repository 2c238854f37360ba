import { ProblemError, sortProblems } from '../base/problem.js';
import { applyParams, nearestField } from './applyParams.js';
import { platforms } from './index.js';
import { inSet } from './inSet.js';
import { manifestDocuments } from './manifestDocuments.js';
import { noManifest } from './noManifest.js';
import { templateProblem } from './templateProblem.js';
/**
 * Reads files together: each manifest sees the documents of all of them, and none is refused for what is wrong in another.
 *
 * @returns what each file holds, in their order
 */
export function readManifestSet(files) {
    const read = files.map(readFile);
    const set = {
        documents: read.flatMap(({ manifests, others }) => [...manifests.map(({ source }) => source), ...others]),
        manifests: read.flatMap(({ manifests }) => manifests),
    };
    return read.map((file) => ({ ...file, manifests: file.manifests.map((one) => inSet(one, set)) }));
}
function readFile(given) {
    const { text, file } = given;
    try {
        const documents = manifestDocuments(text, file);
        const known = documents.flatMap(understood);
        const others = documents.filter((source) => !known.some((one) => one.source === source));
        const { manifests, problems } = readKnown(known, given);
        return { file, manifests, others, problems: templateProblem(given, problems) ?? sortProblems(problems) };
    }
    catch (thrown) {
        if (!(thrown instanceof ProblemError))
            throw thrown;
        const problems = templateProblem(given, thrown.problems) ?? thrown.problems;
        return { file, manifests: [], others: [], problems };
    }
}
function understood(source) {
    const platform = platforms.find((one) => one.recognises(source.value));
    return platform === undefined ? [] : [{ platform, source }];
}
/** The manifests that can be read, and what is wrong with the others. */
function readKnown(known, { file, params, metricNames }) {
    const applied = known.map(({ platform, source }) => applyParams(source.value, params, fieldsOf(platform, source)));
    const wrongParams = known.length === 0 ? [] : Object.keys(params).flatMap((name) => paramProblems(name, file, known, applied));
    const manifests = [];
    const problems = [...wrongParams];
    for (const [index, { platform, source }] of wrongParams.length > 0 ? [] : known.entries()) {
        try {
            const { value, changes } = applied[index];
            const withParams = { ...source, value };
            const read = platform.readAll?.(withParams, { metricNames }) ?? [platform.read(withParams, { metricNames })];
            manifests.push(...read.map((manifest) => ({ platform, manifest, source, changes })));
        }
        catch (thrown) {
            if (!(thrown instanceof ProblemError))
                throw thrown;
            problems.push(...thrown.problems);
        }
    }
    return { manifests, problems };
}
function fieldsOf(platform, source) {
    return { optional: platform.settable(source), isExpression: platform.isExpression };
}
function paramProblems(name, file, known, applied) {
    const where = { file };
    const paths = applied.flatMap(({ ambiguous }) => ambiguous.filter((one) => one.name === name).flatMap((one) => one.paths));
    if (paths.length > 0) {
        const what = `the parameter "${name}" fits several fields: ${paths.join(', ')}`;
        const why = 'It is not clear which one is meant.';
        return [{ code: 'ambiguous-parameter', where, what, why, fix: `write more of the path: ${paths[0]}=...` }];
    }
    if (applied.some(({ taken }) => taken.includes(name)))
        return [];
    const close = known
        .map(({ platform, source }) => nearestField(source.value, fieldsOf(platform, source), name))
        .find((field) => field !== undefined);
    const fix = close === undefined ? 'name a scalar field of the manifest.' : `did you mean ${close}?`;
    const why = 'Parameters of a manifest replace fields that it has, or may have.';
    return [{ code: 'unknown-parameter', where, what: `has no field "${name}"`, why, fix }];
}
/**
 * Every document of a file that is an autoscaler's manifest; others (a Deployment, a Service) are passed over.
 *
 * @throws ProblemError when the file cannot be parsed, holds no manifest or a wrong one, or has no field that a parameter names
 */
export function readManifests(text) {
    const [{ file, manifests, others, problems }] = readManifestSet([text]);
    if (problems.length > 0)
        throw new ProblemError(problems);
    if (manifests.length === 0)
        throw new ProblemError([noManifest(file, others)]);
    return manifests;
}
