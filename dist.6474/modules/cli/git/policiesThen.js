import { parseDocument } from '../../base/document.js';
import { codeEndings, endsIn } from '../../base/fileEndings.js';
import { ProblemError } from '../../base/problem.js';
import { readUserText } from '../../base/userFile.js';
import { readTypeScriptScenario } from '../../scenario/module/readTypeScript.js';
import { largestBytes } from './snapshot.js';
/**
 * The `policies` that a scenario had in a revision; nothing else of that scenario counts, so nothing else is checked.
 *
 * @param path of the repository
 * @returns undefined where the revision has no such scenario; `isUnreadable` where its policies cannot be told
 */
export async function policiesThen(path, snapshot) {
    if ((await snapshot.copy(path)) === undefined)
        return undefined;
    const value = await contentOf(snapshot.pathOf(path));
    const isMap = typeof value === 'object' && value !== null;
    const policies = isMap && 'policies' in value ? value.policies : [];
    const texts = Array.isArray(policies) ? policies.filter((text) => typeof text === 'string') : [];
    const isUnreadable = !isMap || !Array.isArray(policies) || texts.length < policies.length;
    return { texts: texts.length === 0 ? ['none'] : texts, isUnreadable };
}
async function contentOf(file) {
    try {
        if (endsIn(file, codeEndings)) {
            return (await readTypeScriptScenario({ path: file, shown: file })).value;
        }
        const parsed = parseDocument(readUserText({ path: file, limitBytes: largestBytes, why: 'Its policies were to be read.' }), file);
        return Array.isArray(parsed) ? undefined : parsed.value;
    }
    catch (thrown) {
        // A scenario that was broken then is mended now: its present policies are looked up instead.
        if (thrown instanceof ProblemError)
            return undefined;
        throw thrown;
    }
}
