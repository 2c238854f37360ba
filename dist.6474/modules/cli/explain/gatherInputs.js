import { resolve } from 'node:path';
import { codeEndings, dataEndings, endsIn } from '../../base/fileEndings.js';
import { ProblemError } from '../../base/problem.js';
import { shippedLabel } from '../../base/shippedFiles.js';
import { readUserText } from '../../base/userFile.js';
import { statOf } from '../../base/userFolder.js';
import { manifestLimitBytes } from '../../platforms/manifestLimit.js';
import { parsePolicySpec } from '../../policy/parsePolicySpec.js';
import { policyPlace } from '../../policy/policyFiles.js';
import { usageError } from '../usageError.js';
import { walkFolder } from './walkFolder.js';
/**
 * Files, folders (with all that lies below them) and `-`, read; each file once, however often it is reached.
 *
 * What cannot be read is a problem, and hides nothing else.
 */
export function gatherInputs(operands) {
    const gathering = new Gathering();
    for (const operand of operands) {
        try {
            gathering.add(operand);
        }
        catch (thrown) {
            if (!(thrown instanceof ProblemError))
                throw thrown;
            // A wrong command line has no results at all.
            if (thrown.problems.some(({ where }) => where.file === undefined))
                throw thrown;
            gathering.problems.push(...thrown.problems);
        }
    }
    return gathering;
}
class Gathering {
    texts = [];
    policies = [];
    folders = [];
    policiesInFolders = [];
    tooLargeInFolders = [];
    problems = [];
    #seen = new Set();
    #params = new Map();
    add(operand) {
        if (operand === '-') {
            if (this.#isNew(operand))
                this.texts.push({ file: 'stdin', text: readText('-'), params: {}, folder: undefined });
            return;
        }
        const status = statOf(operand);
        if (status?.isDirectory()) {
            this.#addFolder(operand);
            return;
        }
        const { path, params } = status === undefined ? withParams(operand) : { path: operand, params: {} };
        const { path: real, isShipped } = policyPlace(path, process.cwd());
        if (endsIn(real, ['lua', ...codeEndings])) {
            if (this.#isNew(operand))
                this.policies.push(operand);
            return;
        }
        this.#rejectOtherParams(real, params);
        const file = isShipped ? shippedLabel('policies', real) : path;
        this.#addFile(file, { params, folder: undefined }, isShipped ? real : path);
    }
    /** One file with two sets of parameters would be two objects of one name. */
    #rejectOtherParams(path, params) {
        const text = JSON.stringify(params);
        const before = this.#params.get(path) ?? text;
        this.#params.set(path, text);
        if (before !== text)
            throw severalManifests(path);
    }
    #addFolder(folder) {
        // TypeScript is left out: in a folder it is mostly something else.
        const files = walkFolder(folder, [...dataEndings, 'lua']);
        this.folders.push({ folder, files: files.filter((file) => endsIn(file, dataEndings)) });
        for (const file of files) {
            if (endsIn(file, dataEndings))
                this.#addFile(file, { params: {}, folder });
            else
                this.policiesInFolders.push({ file, folder });
        }
    }
    #addFile(file, rest, path = file) {
        if (!this.#isNew(path))
            return;
        const { folder } = rest;
        // In a folder, of a file that is too large it is only told: mostly it is something else.
        const isNote = folder !== undefined && (statOf(path)?.size ?? 0) > manifestLimitBytes;
        if (isNote)
            this.tooLargeInFolders.push({ file, folder });
        else
            this.texts.push({ file, text: readText(path), ...rest });
    }
    #isNew(file) {
        const path = file === '-' ? file : resolve(file);
        const isNew = !this.#seen.has(path);
        this.#seen.add(path);
        return isNew;
    }
}
function readText(file) {
    return readUserText({
        path: file,
        why: 'There is nothing to explain.',
        limitBytes: manifestLimitBytes,
        mayBePipe: true,
    });
}
/** `hpa.yaml?maxReplicas=9`: a manifest with fields replaced. */
function withParams(operand) {
    if (!operand.includes('?'))
        return { path: operand, params: {} };
    const [candidate, second] = parsePolicySpec(operand);
    const [reference, other] = candidate.references;
    if (second === undefined && other === undefined)
        return { path: reference.target, params: reference.params };
    throw severalManifests(operand);
}
function severalManifests(operand) {
    return usageError({
        code: 'several-manifests',
        what: `"${operand}" is more than one manifest`,
        why: 'Each is explained by itself.',
        fix: 'give one value to each parameter, and each file once.',
    });
}
