import { suggestion } from '../base/nearest.js';
import { checkOutputs } from '../base/output/checkOutputs.js';
import { writeFiles } from '../base/output/writeFiles.js';
import { ProblemError } from '../base/problem.js';
import { readUserText } from '../base/userFile.js';
import { json } from '../report/json.js';
import { partialText } from '../report/partialText.js';
import { compareWithBaseline } from '../results/compareWithBaseline.js';
import { compareWithRevision } from '../results/compareWithRevision.js';
import { readDocument } from '../results/readDocument.js';
import { resultLimitBytes } from '../results/readResultDocument.js';
import { defaultLimits, revisionLimits } from './baselineOptions.js';
import { packageVersion } from './version.js';
/**
 * Reads the baseline before anything runs, and finds out whether there is something to compare.
 *
 * @returns undefined when there is none, or when it is to be written; its place is tried then
 * @throws ProblemError with exit code 104 when it cannot be read or knows none of the names, 106 when it cannot be written
 */
export function readBaseline(options, planned) {
    if (options === undefined)
        return undefined;
    const { file, isUpdate } = options;
    if (isUpdate) {
        checkOutputs([{ path: file, mark: json.mark, isNamed: true }]);
        return undefined;
    }
    const baseline = readDocument(readText(file), file);
    if ('what' in baseline)
        throw new ProblemError([baseline]);
    const partial = partialText(baseline);
    if (partial !== undefined) {
        const fix = 'name the report of a whole one, or write it again with --update-baseline.';
        const why = 'A whole comparison is judged against a whole one.';
        throw new ProblemError([
            { code: 'partial-baseline', where: { file }, what: `is no baseline. ${partial}`, why, fix },
        ]);
    }
    const problems = planned.flatMap((names) => (names.hasRevision ? [] : unknownNames(baseline, names, file)));
    if (problems.length > 0)
        throw new ProblemError(problems);
    return baseline;
}
function readText(file) {
    return readUserText({
        path: file,
        limitBytes: resultLimitBytes,
        why: 'Without it nothing can be said about regressions.',
        words: (fault) => {
            if (fault !== 'not-found')
                return { code: 'baseline-unreadable' };
            const fix = 'write it once with --update-baseline and keep it with the scenarios.';
            return { code: 'baseline-not-found', what: 'there is no such baseline', fix };
        },
    });
}
/** A scenario of which nothing can be compared would pass for the wrong reason. */
function unknownNames(baseline, { scenario, candidates }, file) {
    const why = 'It would pass without being judged.';
    const update = 'Or write the baseline again with --update-baseline.';
    const earlier = baseline.scenarios.find(({ name }) => name === scenario);
    if (earlier === undefined) {
        const known = baseline.scenarios.map(({ name }) => name);
        const fix = `${suggestion(scenario, known)} ${update}`;
        return [{ code: 'unknown-scenario', where: { file }, what: `has no scenario "${scenario}"`, why, fix }];
    }
    const known = earlier.policies.map(({ name }) => name);
    if (candidates.some((name) => known.includes(name)))
        return [];
    const what = `has none of the policies ${candidates.map((name) => `"${name}"`).join(', ')} for ${scenario}`;
    return [{ code: 'unknown-policy', where: { file }, what, why, fix: `${suggestion(candidates[0], known)} ${update}` }];
}
/** The document with what the baseline says of it, and what became of policies since a revision. */
export function withBaseline(document, { baseline, limits: asked, allowEmpty }) {
    const scenarios = document.scenarios.map((scenario) => {
        const rule = { limits: asked ?? defaultLimits(), version: packageVersion(), allowEmpty };
        const compared = baseline === undefined ? undefined : compareWithBaseline(scenario, { ...rule, baseline });
        const withFile = compared === undefined ? scenario : { ...scenario, baseline: compared };
        return compareWithRevision(withFile, { ...rule, limits: revisionLimits(scenario, asked) });
    });
    return { ...document, scenarios };
}
/** Writes the baseline, whole or not at all. @throws ProblemError with exit code 106 */
export function writeBaseline({ file }, document) {
    const text = json.render(document, { color: false, unicode: true, verbose: false });
    writeFiles([{ path: file, mark: json.mark, isNamed: true, text }]);
}
