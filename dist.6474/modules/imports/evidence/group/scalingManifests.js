import { manifestDocuments } from '../../../platforms/manifestDocuments.js';
import { readManifestSet } from '../../../platforms/readManifestSet.js';
/**
 * The manifests in files of AWS, as `--policy` takes them.
 *
 * What the command line prints of one group lies in several files: bounds and warm-up in one, each policy in another. A policy read
 * without its group has no bounds and the default warm-up, so those files are read as one list.
 */
export function scalingManifests(files) {
    const parts = files.filter(({ isWhole }) => !isWhole);
    const wholes = files.filter(({ isWhole, hasPolicies }) => isWhole && hasPolicies);
    const first = parts.find(({ hasPolicies }) => hasPolicies);
    const joined = first === undefined ? [] : [parts.length === 1 ? first : { ...first, text: joinedText(parts) }];
    const all = read([...wholes, ...joined]);
    const problems = all.flatMap((one) => one.problems);
    // A mistake is told where it stands; in the joined list it stands nowhere.
    const alone = problems.length === 0 || parts.length === 1 ? [] : read(parts).flatMap((one) => one.problems);
    return {
        evidence: all.flatMap(({ file, text, manifests, others }) => {
            if (manifests.length === 0)
                return [];
            const summary = `scaling ${manifests.length === 1 ? 'policies' : 'policies of several groups'}: ${manifests.flatMap(({ manifest }) => manifest.targets).join(', ')}`;
            return [{ kind: 'manifests', file, summary, text, manifests, workloads: [], others }];
        }),
        problems: alone.length > 0 ? alone : problems,
    };
}
function read(files) {
    const found = readManifestSet(files.map(({ file, text }) => ({ file, text, params: {}, metricNames: {} })));
    return found.map((one, index) => ({ ...one, text: files[index].text }));
}
/** Every group, policy, target and alarm of the files in one list. */
function joinedText(files) {
    const items = files.flatMap(({ file, text }) => manifestDocuments(text, file)).flatMap(({ value }) => itemsOf(value));
    return `${JSON.stringify(items, undefined, 2)}\n`;
}
const listKeys = ['ScalingPolicies', 'AutoScalingGroups', 'ScalableTargets', 'MetricAlarms'];
function itemsOf(document) {
    if (Array.isArray(document))
        return document;
    const lists = Object.entries(Object(document)).filter(([key, list]) => listKeys.includes(key) && Array.isArray(list));
    return lists.length === 0 ? [document] : lists.flatMap(([, list]) => list);
}
