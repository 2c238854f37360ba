import { isMap } from 'yaml';
import { ALIAS_LIMIT, dangers } from './documentDangers.js';
import { writeOutTags } from './documentTags.js';
import { fewProblems } from './fewProblems.js';
import { parseYaml } from './parseYaml.js';
/** Parses a file of one YAML (and so JSON) map. @returns the document, or the problems that kept it from being one */
export function parseDocument(text, file) {
    const documents = parseDocuments(text, file);
    const [document, second] = documents;
    if (isProblem(document))
        return documents.filter(isProblem);
    const where = { file, line: 1, column: 1 };
    if (document === undefined) {
        const why = 'A scenario needs at least name, duration, traffic, requests and services.';
        return [{ code: 'empty-file', where, what: 'is empty', why, fix: 'start from `dryscale init`.' }];
    }
    if (second !== undefined) {
        const what = 'holds multiple documents (`---`)';
        const why = 'It is not clear which one is meant.';
        return [{ code: 'multiple-documents', where, what, why, fix: 'keep one a file.' }];
    }
    if (isMap(document.document?.contents))
        return document;
    const what = 'is not a map: a mapping is expected at the top';
    const why = 'A scenario is a map of keys such as name, duration, traffic.';
    return [{ code: 'not-a-mapping', where, what, why, fix: 'write `name: ...` at the top.' }];
}
/**
 * Parses a file of any number of YAML (and so JSON) documents, empty ones left out.
 *
 * @param tags the only tags that may stand in it; each becomes the map that it is short for
 * @returns the documents, or only problems
 */
export function parseDocuments(text, file, tags = {}) {
    const parsed = parseYaml(text, file, tags);
    if (Array.isArray(parsed))
        return fewProblems(parsed);
    const { documents, lineCounter } = parsed;
    for (const document of documents)
        writeOutTags(document, tags);
    const filled = documents.filter(({ contents }) => contents !== null);
    const problems = filled.flatMap((document) => dangers({ document, file, lineCounter }));
    if (problems.length > 0)
        return fewProblems(problems);
    return filled.map((document) => {
        return { file, value: document.toJS({ maxAliasCount: ALIAS_LIMIT }), document, lineCounter };
    });
}
export function isProblem(value) {
    return value !== undefined && 'where' in value;
}
