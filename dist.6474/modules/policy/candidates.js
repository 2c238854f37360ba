import { createHash } from 'node:crypto';
import { exitCode } from '../base/exitCode.js';
import { dataEndings, endsIn } from '../base/fileEndings.js';
import { ProblemError } from '../base/problem.js';
import { shippedLabel } from '../base/shippedFiles.js';
import { namedCandidates } from './namedCandidates.js';
import { PolicyFault } from './policy.js';
import { policyPlace } from './policyFiles.js';
import { readPolicyFile } from './readPolicyFile.js';
import { bundleTypeScriptPolicy } from './typescript/bundleTypeScriptPolicy.js';
/**
 * The candidates that `--policy` texts name, ready to cross to workers: every file is read once and bundled here.
 *
 * @throws ProblemError with exit code 2 for a text that is none or a double name, 104 for a file that cannot be used
 */
export async function resolveCandidates({ texts, baseFolder, forbidOutsideOf, serviceNames, metricNames = {}, }) {
    const references = namedCandidates(texts, { baseFolder, serviceNames });
    const sources = new Map();
    const readOnce = (target) => {
        const { path, isShipped } = policyPlace(target, baseFolder);
        const shown = isShipped ? shippedLabel('policies', path) : target;
        const source = sources.get(path) ?? readSource({ path, shown, forbidOutsideOf: isShipped ? undefined : forbidOutsideOf });
        sources.set(path, source);
        return source;
    };
    const candidates = [];
    for (const { name, references: parts } of references) {
        const bindings = {};
        for (const part of parts)
            bindings[part.serviceName] = await toSpec(part, readOnce, metricNames);
        candidates.push(makeCandidate(name, parts, bindings));
    }
    return candidates;
}
async function toSpec({ target, params }, readOnce, metricNames) {
    if (target === 'none')
        return { kind: 'none' };
    if (/^static(:|$)/.test(target))
        return { kind: 'static', count: readStaticCount(target) };
    if (target === 'oracle')
        return { kind: 'oracle' };
    const source = await readOnce(target);
    // Which platform they are for is told by their content.
    if (endsIn(source.fileName, dataEndings)) {
        const { fileName, path, code } = source;
        return { kind: 'manifest', fileName, path, code, params, metricNames };
    }
    const kind = endsIn(source.fileName, ['lua']) ? 'lua' : 'typescript';
    return { kind, ...source, params };
}
function readStaticCount(target) {
    const text = target.slice('static:'.length);
    if (/^\d+$/.test(text) && Number.isSafeInteger(Number(text)))
        return Number(text);
    const what = `"${target}" names no count`;
    const why = 'static:N keeps N instances for the whole run.';
    throw new ProblemError([{ code: 'policy-spec', where: { path: '--policy' }, what, why, fix: 'Write for example static:6.' }], exitCode.wrongUsage);
}
async function readSource({ path, shown, forbidOutsideOf }) {
    const { fileName, text } = readPolicyFile({
        path,
        shown,
        ...(forbidOutsideOf === undefined ? {} : { forbidOutsideOf }),
    });
    if (endsIn(fileName, ['lua', ...dataEndings]))
        return { fileName, path: shown, code: text };
    try {
        return { fileName, path: shown, code: await bundleTypeScriptPolicy({ path, code: text }) };
    }
    catch (thrown) {
        // A policy that cannot be bundled fails when it is loaded, like any other: the other candidates still run.
        if (thrown instanceof PolicyFault)
            return { fileName, path: shown, code: text, loadFault: thrown.message };
        throw thrown;
    }
}
function makeCandidate(name, parts, bindings) {
    const hash = createHash('sha256');
    const fileNames = [];
    const params = [];
    for (const part of parts) {
        const spec = bindings[part.serviceName];
        const isFile = 'code' in spec;
        const source = isFile ? spec.fileName : part.target;
        if (!fileNames.includes(source))
            fileNames.push(source);
        const entries = Object.entries(part.params).sort(([a], [b]) => (a < b ? -1 : 1));
        const mapped = spec.kind === 'manifest' ? Object.entries(spec.metricNames) : [];
        const content = [part.serviceName, source, isFile ? spec.code : '', entries];
        hash.update(JSON.stringify(mapped.length === 0 ? content : [...content, mapped]));
        // With several parts a parameter is named with its service, for two may have the same one.
        for (const [key, value] of entries)
            params.push([parts.length === 1 ? key : `${part.serviceName}.${key}`, value]);
    }
    return { name, source: fileNames.join(';'), hash: hash.digest('hex'), params: Object.fromEntries(params), bindings };
}
