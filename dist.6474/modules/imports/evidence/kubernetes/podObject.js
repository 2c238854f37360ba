import { fieldAt } from '../../../platforms/fieldAt.js';
import { parseTime } from '../../../traffic/trace/time.js';
import { workloadOfPod } from '../series/ownerOf.js';
/** A pod of a parsed document; undefined where it has no time of creation, as in a manifest. */
export function podObjectOf(value) {
    const created = timeAt(value, ['metadata', 'creationTimestamp']);
    const name = textAt(value, ['metadata', 'name']);
    if (created === undefined || name === undefined)
        return undefined;
    const containers = listAt(value, ['status', 'containerStatuses']);
    const starts = containers.map((container) => timeAt(container, ['state', 'running', 'startedAt']));
    const isRunning = containers.length > 0 && starts.every((start) => start !== undefined);
    const conditions = listAt(value, ['status', 'conditions']).flatMap((condition) => {
        const since = timeAt(condition, ['lastTransitionTime']);
        const isTrue = fieldAt(condition, ['status']) === 'True';
        return isTrue && since !== undefined ? [[textAt(condition, ['type']) ?? '', since]] : [];
    });
    return {
        name,
        namespace: textAt(value, ['metadata', 'namespace']) ?? 'default',
        workload: ownerOf(value, name),
        phase: textAt(value, ['status', 'phase']) ?? 'Unknown',
        createdUnixSeconds: created,
        conditions: Object.fromEntries(conditions),
        startedUnixSeconds: isRunning ? Math.max(...starts.filter((start) => start !== undefined)) : null,
        restartCount: containers.reduce((sum, one) => sum + Number(fieldAt(one, ['restartCount']) ?? 0), 0),
    };
}
/** An event about a pod; undefined for one about anything else. It has its time in one of three places, as its API has changed. */
export function podEventOf(value) {
    const about = fieldAt(value, ['involvedObject']) ?? fieldAt(value, ['regarding']);
    const pod = textAt(about, ['name']);
    const reason = textAt(value, ['reason']);
    const places = [['eventTime'], ['firstTimestamp'], ['deprecatedFirstTimestamp'], ['metadata', 'creationTimestamp']];
    const unixSeconds = places.map((path) => timeAt(value, path)).find((time) => time !== undefined);
    if (fieldAt(about, ['kind']) !== 'Pod' || pod === undefined || reason === undefined || unixSeconds === undefined)
        return undefined;
    return { namespace: textAt(about, ['namespace']) ?? 'default', pod, reason, unixSeconds };
}
function ownerOf(value, pod) {
    const owners = listAt(value, ['metadata', 'ownerReferences']);
    const owner = owners.find((one) => fieldAt(one, ['controller']) === true) ?? owners[0];
    const name = textAt(owner, ['name']);
    if (name === undefined)
        return null;
    if (fieldAt(owner, ['kind']) !== 'ReplicaSet')
        return name;
    const hash = textAt(value, ['metadata', 'labels', 'pod-template-hash']);
    return hash !== undefined && name.endsWith(`-${hash}`) ? name.slice(0, -hash.length - 1) : workloadOfPod(pod);
}
function listAt(value, path) {
    const found = fieldAt(value, path);
    return Array.isArray(found) ? found : [];
}
function textAt(value, path) {
    const found = fieldAt(value, path);
    return typeof found === 'string' && found !== '' ? found : undefined;
}
/** YAML has made a date of a plain time, JSON leaves a text. */
function timeAt(value, path) {
    const found = fieldAt(value, path);
    if (found instanceof Date)
        return found.getTime() / 1000;
    return typeof found === 'string' && /[T ]/.test(found) ? parseTime(found, 's') : undefined;
}
