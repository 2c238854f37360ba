import { startSecondsOf } from '../startSeconds.js';
import { inParts } from './inParts.js';
import { podObject } from './podObject.js';
import { readEvents } from './readEvents.js';
/**
 * `kubectl get pods -o json`: every instance of a run as a pod, in the order of launches.
 *
 * A cluster forgets pods that are gone; here each stands as it was when it was last seen.
 */
export const kubectlExporter = {
    name: 'kubectl',
    summary: 'EVENTS.ndjson (of --events) -> kubectl get pods -o json',
    settings: ['start'],
    async write({ file, start }) {
        const startSeconds = startSecondsOf(start);
        const pods = podsOf(file);
        return { text: inParts(listText(pods, startSeconds)), notes: notesOf(pods), usage: [] };
    },
};
const kinds = ['launched', 'ready', 'draining', 'stopped'];
/** The instances of a run in the order of launches. @throws ProblemError */
function podsOf(file) {
    const pods = new Map();
    for (const event of readEvents(file, kinds)) {
        const { service, instance, time_s } = event;
        const key = `${instance} ${service}`;
        if (event.kind === 'launched') {
            pods.set(key, { service, number: instance, createdSeconds: time_s, isWarm: event.startup_s === null });
            continue;
        }
        const pod = pods.get(key);
        // Launched before the first line of a file that was cut.
        if (pod === undefined)
            continue;
        if (event.kind === 'ready')
            pod.readySeconds = time_s;
        else if (event.kind === 'draining')
            pod.graceSeconds = event.grace_s;
        else if (event.reason !== 'run-end') {
            pod.stoppedSeconds = time_s;
            pod.stopReason = event.reason;
            pod.drainSeconds = event.drained_s ?? undefined;
        }
        else
            pod.drainSeconds = event.drained_s ?? undefined;
    }
    return [...pods.values()];
}
function* listText(pods, startSeconds) {
    yield '{\n    "apiVersion": "v1",\n    "items": [';
    for (const [index, pod] of pods.entries()) {
        const text = JSON.stringify(podObject(pod, startSeconds), undefined, 4);
        yield `${index === 0 ? '' : ','}\n        ${text.replaceAll('\n', '\n        ')}`;
    }
    yield `${pods.length === 0 ? '' : '\n    '}],\n    "kind": "List",\n    "metadata": {\n        "resourceVersion": ""\n    }\n}\n`;
}
function notesOf(pods) {
    const warmCount = pods.filter(({ isWarm }) => isWarm).length;
    const goneCount = pods.filter(({ stoppedSeconds }) => stoppedSeconds !== undefined).length;
    const notes = [`${pods.length} pods`];
    if (goneCount > 0)
        notes.push(`${goneCount} of them were gone at the end: each stands as it was last seen`);
    if (warmCount > 0) {
        notes.push(`${warmCount} stood at second 0: how they started is not in the file, so their conditions have no times`);
    }
    return notes;
}
