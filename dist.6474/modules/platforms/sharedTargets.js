import { locate } from '../base/locate.js';
import { fieldAt } from './fieldAt.js';
/**
 * Manifests that scale the same thing: an error in one file, which is applied as a whole.
 *
 * Two files may be alternatives, so there it is a warning; one object in two files is a change of it, and none at all.
 */
export const sharedTargets = {
    lint(one, { manifests }) {
        const key = targetKey(one);
        if (key === undefined)
            return [];
        const others = manifests.filter((other) => other !== one && targetKey(other) === key);
        const here = others.filter(({ source }) => source.file === one.source.file);
        const elsewhere = others.filter(({ source }) => source.file !== one.source.file && !isSameObject(source, one.source));
        return [
            ...(here.length === 0 ? [] : [lintOf(one, here)]),
            ...(elsewhere.length === 0 ? [] : [lintElsewhere(one, elsewhere)]),
        ];
    },
};
/** What a manifest scales, by everything that tells two targets apart; undefined when it does not say. */
function targetKey({ manifest, source: { value, file } }) {
    if (manifest.target === undefined)
        return undefined;
    const reference = fieldAt(value, ['spec', 'scaleTargetRef']);
    if (reference === undefined)
        return `group ${manifest.isTargetLocal === true ? file : ''} ${manifest.target}`;
    const namespace = fieldAt(value, ['metadata', 'namespace']) ?? 'default';
    const kind = fieldAt(reference, ['kind']) ?? 'Deployment';
    return `${String(namespace)} ${String(kind)} ${manifest.target}`;
}
function isSameObject(one, other) {
    const [first, second] = [one, other].map(({ value }) => [
        fieldAt(value, ['kind']),
        fieldAt(value, ['metadata', 'name']),
    ]);
    return first.every((part, index) => part !== undefined && part === second[index]);
}
function lintOf({ platform, manifest, source }, others) {
    const names = others.map((other) => `${other.platform.name} "${other.manifest.name}"`).join(' and ');
    const platforms = new Set([platform, ...others.map((other) => other.platform)].map(({ name }) => name));
    return {
        level: 'error',
        code: 'shared-target',
        where: locate(source, ['metadata', 'name']),
        what: `${platform.name} "${manifest.name}" and ${names} scale the same target, ${manifest.target}`,
        ...wordsOf(platforms),
    };
}
function lintElsewhere(one, others) {
    const list = others.map(({ manifest, source }) => `"${manifest.name}" in ${source.file}`).join(' and ');
    return {
        ...lintOf(one, others),
        level: 'warning',
        what: `"${one.manifest.name}" scales ${one.manifest.target}, and so does ${list}`,
        fix: 'deploy one of them. If they are alternatives, nothing is wrong.',
    };
}
function wordsOf(platforms) {
    if (platforms.has('aws')) {
        const why = 'All policies of a group act together, and documents of their own cannot be joined here.';
        return { why, fix: 'put the policies of the group in one list.' };
    }
    if (platforms.has('keda')) {
        const why = 'KEDA makes an HPA of its own, so two controllers set the count and undo each other; KEDA refuses it.';
        return { why, fix: 'keep one; further metrics become triggers of the ScaledObject.' };
    }
    const why = 'The controller reports AmbiguousSelector for both, and neither of them does anything.';
    return { why, fix: 'keep one, with all metrics in its list: the largest count wins.' };
}
