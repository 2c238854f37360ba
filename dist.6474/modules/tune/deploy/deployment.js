import { isDeepStrictEqual } from 'node:util';
import { ProblemError } from '../../base/problem.js';
import { withChanges } from '../../platforms/applyParams.js';
import { chooseManifest } from '../../platforms/chooseManifest.js';
import { fieldAt } from '../../platforms/fieldAt.js';
import { manifestDocuments } from '../../platforms/manifestDocuments.js';
import { readManifests } from '../../platforms/readManifestSet.js';
import { manifestEdits } from './manifestEdits.js';
import { sourceEdits } from './sourceEdits.js';
import { applyEdits, unifiedDiff } from './textEdits.js';
/**
 * The change to deploy: the file of a candidate with its parameters written into it.
 *
 * What is written is read again and must be the manifest that was simulated, or there is no edit.
 * @param candidate bound to its services
 */
export function deploymentOf({ bindings }, textOf) {
    const varied = Object.entries(bindings).flatMap(([serviceName, spec]) => 'path' in spec && Object.keys(spec.params).length > 0 ? [{ serviceName, spec }] : []);
    const files = [...new Set(varied.map(({ spec }) => spec.path))];
    const [first] = varied;
    if (first === undefined || files.length !== 1) {
        return { edit: undefined, files, reason: `${files.length} files would change` };
    }
    const { spec } = first;
    const text = textOf(spec);
    if (spec.kind === 'manifest') {
        const services = varied.map(({ serviceName }) => serviceName);
        return ofManifest({ spec, text, services, bindings });
    }
    const language = spec.kind;
    const edits = sourceEdits(text, language, spec.params);
    if (edits === undefined) {
        const reason = `${spec.path} does not set ${Object.keys(spec.params).join(', ')} as plain values of one table params`;
        return { edit: undefined, files, reason };
    }
    return { edit: { ...changed(spec.path, text, edits), bindings: {} }, files };
}
function changed(file, text, edits) {
    return { file, text: applyEdits(text, edits), diff: unifiedDiff(text, edits, file) };
}
function ofManifest({ spec, text, services, bindings }) {
    const { path, params, metricNames } = spec;
    const files = [path];
    const found = readManifests({ text, file: path, params, metricNames });
    const chosen = [...new Set(services.map((serviceName) => chooseManifest(found, serviceName, path)))];
    const sources = [...new Set(chosen.map(({ source }) => source))];
    const edits = sources.map((source) => manifestEdits(text, source, changesOf(found, source)));
    const cannot = `${path} cannot be changed in these fields alone`;
    if (!edits.every((one) => one !== undefined))
        return { edit: undefined, files, reason: cannot };
    const edit = changed(path, text, edits.flat());
    if (!isWhatWasSimulated({ spec, before: text, after: edit.text, found, sources, chosen }))
        return { edit: undefined, files, reason: cannot };
    const others = found.filter(({ source, changes }) => changes.length > 0 && !sources.includes(source));
    const names = [...new Set(others.map(({ manifest }) => manifest.name))];
    const written = { ...spec, code: edit.text, params: {} };
    return {
        edit: { ...edit, bindings: { ...bindings, ...Object.fromEntries(services.map((name) => [name, written])) } },
        files,
        ...(names.length === 0 ? {} : { reason: `${names.join(', ')} of the same file stays as it is` }),
    };
}
function changesOf(found, source) {
    const changes = found.find((one) => one.source === source)?.changes ?? [];
    const isTemplate = fieldAt(source.value, ['Resources']) !== undefined;
    return changes.map((change) => (isTemplate ? inTemplate(change) : change));
}
/** A parameter of a template gets its value when it is deployed; what its file can say is the default. */
function inTemplate({ path, value }) {
    const isParameter = path.length === 3 && path[0] === 'Parameters' && path[2] === 'Value';
    return { value, path: isParameter ? [...path.slice(0, 2), 'Default'] : path };
}
/** The changed file reads as the manifest with its parameters, and every other document as before. */
function isWhatWasSimulated({ spec, before, after, found, sources, chosen }) {
    const { path, metricNames } = spec;
    try {
        const old = manifestDocuments(before, path);
        const now = manifestDocuments(after, path);
        if (old.length !== now.length)
            return false;
        const isSame = old.every((document, index) => {
            const own = sources.find((source) => placeOf(source) === placeOf(document));
            const changes = own === undefined ? [] : changesOf(found, own);
            return isDeepStrictEqual(asText(withChanges(document.value, changes), changes), asText(now[index].value, changes));
        });
        if (!isSame)
            return false;
        const read = readManifests({ text: after, file: path, params: {}, metricNames });
        return chosen.every((one) => {
            const twin = read[found.indexOf(one)];
            return isDeepStrictEqual(plain(one), twin === undefined ? undefined : plain(twin));
        });
    }
    catch (thrown) {
        if (thrown instanceof ProblemError)
            return false;
        throw thrown;
    }
}
function placeOf({ node, document }) {
    return (node ?? document?.contents)?.range?.[0];
}
/** Changed fields as text: a number that stands in quotes, as in the metadata of KEDA's triggers, stays there. */
function asText(value, changes) {
    const texts = changes.map(({ path }) => ({ path, value: String(fieldAt(value, path)) }));
    return withChanges(value, texts);
}
/** What a manifest says of itself that can be compared. */
function plain({ manifest }) {
    const { name, target, targets, bounds, hasBounds, metricNames } = manifest;
    return { name, target, targets, bounds, hasBounds, metricNames, sentences: manifest.explain() };
}
