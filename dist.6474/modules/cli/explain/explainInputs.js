import { existsSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import { fieldAt } from '../../platforms/fieldAt.js';
import { isAlmostManifest, noManifest } from '../../platforms/noManifest.js';
import { readManifestSet } from '../../platforms/readManifestSet.js';
import { passedOver } from './passedOver.js';
/**
 * Reads everything that was gathered, as one set.
 *
 * A file that was named must be read. Of a folder only what scales something matters: what else lies there is counted.
 */
export function explainInputs(inputs, metricNames) {
    const { texts, folders } = inputs;
    const worthReading = texts.filter(({ folder, text }) => folder === undefined || mayMatter(text));
    const read = readManifestSet(worthReading.map(({ file, text, params }) => ({ file, text, params, metricNames })));
    const hasManifests = read.some(({ manifests }) => manifests.length > 0);
    const judged = read.map((one, index) => {
        const input = worthReading[index];
        const problems = input.folder === undefined ? problemsOfNamed(one, hasManifests) : problemsOfFound(one, input);
        return { input, read: one, explained: { ...one, problems } };
    });
    const atFolders = folders.flatMap((folder) => emptyFolder(folder, judged));
    const files = [...judged.map(({ explained }) => explained), ...byFile([...inputs.problems, ...atFolders])];
    return {
        files: withoutRepeats(files).filter(({ manifests, problems }) => manifests.length + problems.length > 0),
        notes: passedOver(judged, inputs),
    };
}
/** Kubernetes objects may be workloads beside an autoscaler; the words of the platforms are in every other manifest. */
function mayMatter(text) {
    return /["']?kind["']?\s*:/.test(text) || mayHoldManifest(text);
}
function mayHoldManifest(text) {
    const words = /HorizontalPodAutosc|Scaled(?:Object|Job)\b|auto-?scaling|ScalingPolic|ScalableTarget|PolicyType|TargetTracking/i;
    return words.test(text);
}
function problemsOfNamed(one, hasManifests) {
    const { file, manifests, others, problems } = one;
    const kustomize = kustomizeProblem(one);
    if (kustomize !== undefined && manifests.length === 0)
        return [kustomize];
    if (problems.length > 0 || manifests.length > 0)
        return problems;
    const isBeside = hasManifests && others.some(hasKind) && !others.some(isAlmostManifest);
    return isBeside ? [] : [noManifest(file, others)];
}
/** Of a file in a folder: only what is wrong with something that scales. */
function problemsOfFound(one, { text }) {
    const { file, manifests, others, problems } = one;
    if (problems.length > 0) {
        const kustomize = manifests.length === 0 ? kustomizeProblem(one) : undefined;
        return kustomize === undefined ? (mayHoldManifest(text) ? problems : []) : [kustomize];
    }
    return manifests.length === 0 && others.some(isAlmostManifest)
        ? [noManifest(file, others.filter(isAlmostManifest))]
        : [];
}
function hasKind({ value }) {
    return typeof fieldAt(value, ['kind']) === 'string';
}
function emptyFolder({ folder, files }, judged) {
    const paths = new Set(files.map((file) => resolve(file)));
    // Another operand may have reached its files first.
    const own = judged.filter(({ read }) => paths.has(resolve(read.file)));
    const isEmpty = own.every(({ explained }) => explained.manifests.length + explained.problems.length === 0);
    return isEmpty
        ? [
            noManifest(folder, own.flatMap(({ read }) => read.others)),
        ]
        : [];
}
function byFile(problems) {
    const files = [...new Set(problems.map(({ where }) => where.file ?? ''))];
    return files.map((file) => ({
        file,
        manifests: [],
        problems: problems.filter(({ where }) => where.file === file),
    }));
}
/** Templates of one chart, patches of one kustomization: the first of them says what to do, and how many more there are. */
function withoutRepeats(files) {
    const groups = new Map();
    for (const one of files) {
        const advice = adviceOf(one);
        if (advice !== undefined)
            groups.set(advice, [...(groups.get(advice) ?? []), one]);
    }
    return files.flatMap((one) => {
        const advice = adviceOf(one);
        const [first, ...rest] = advice === undefined ? [one] : (groups.get(advice) ?? []);
        if (one !== first)
            return [];
        if (rest.length === 0)
            return [one];
        const [problem] = one.problems;
        const what = `${problem.what}; nor ${rest.length === 1 ? 'is 1 other file' : `are ${rest.length} other files`}`;
        return [{ ...one, problems: [{ ...problem, what }] }];
    });
}
/** The command that answers for a file, where that is all there is to say of it. */
function adviceOf({ manifests, problems }) {
    const [problem, second] = problems;
    if (manifests.length > 0 || problem === undefined || second !== undefined)
        return undefined;
    return problem.fix.endsWith('| dryscale explain -') ? `${problem.code} ${problem.fix}` : undefined;
}
/** The names that kustomize looks for. Source: kubectl's reference, "Declarative Management Using Kustomize". */
const kustomizationNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'];
/**
 * What to say of a part of a kustomization that is no manifest by itself; undefined for any other file.
 *
 * A patch has the kind of a manifest and lacks what its base has. A JSON patch is a list of operations.
 */
function kustomizeProblem({ file, others, problems }) {
    const folder = dirname(file);
    const isKustomization = kustomizationNames.includes(basename(file));
    const isOperations = others.some(({ value }) => Array.isArray(value) && fieldAt(value, [0, 'op']) !== undefined);
    const isPartial = problems.length > 0 && problems.every(({ code }) => code === 'missing-key');
    const isBesideOne = kustomizationNames.some((name) => existsSync(join(folder, name)));
    const what = isKustomization
        ? 'is a kustomization, not a finished manifest'
        : isOperations || (isPartial && isBesideOne)
            ? 'is a patch of kustomize, not a finished manifest'
            : undefined;
    if (what === undefined)
        return undefined;
    return {
        code: 'kustomize',
        where: problems[0]?.where ?? { file, line: 1, column: 1 },
        what,
        why: 'kustomize makes the manifest out of a base and its patches.',
        fix: `build it and explain the output: kubectl kustomize ${isKustomization || isBesideOne ? folder : 'FOLDER'} | dryscale explain -`,
    };
}
