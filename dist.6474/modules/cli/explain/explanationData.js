import { locate } from '../../base/locate.js';
/** What `explain --json` prints: a list with a manifest each; a file that is refused has its problems and no manifest. */
export function explanationData({ files }) {
    return files.flatMap(({ file, manifests, problems }) => [
        ...manifests.map((one) => manifestData(file, one)),
        ...(problems.length === 0 ? [] : [{ ...nothing, file, problems }]),
    ]);
}
/** All keys of an entry, so that a program may go through any of them without asking which are there. */
const nothing = {
    file: '',
    line: null,
    platform: null,
    name: null,
    target: null,
    min: null,
    max: null,
    targets: [],
    does: [],
    notSimulated: [],
    lint: [],
    problems: [],
};
function manifestData(file, { platform, manifest, source }) {
    const { name, target, bounds, targets, warnings } = manifest;
    return {
        ...nothing,
        file,
        line: locate(source, []).line ?? null,
        platform: platform.name,
        name,
        target: target ?? null,
        min: bounds.minCount,
        max: bounds.maxCount,
        targets,
        does: manifest.explain(),
        notSimulated: warnings,
        lint: manifest.lint(),
    };
}
