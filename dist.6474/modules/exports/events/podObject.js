import { isoTime } from '../../base/isoTime.js';
/** Instances that are lost without being told to go. */
const losses = ['crash', 'zone-outage', 'startup-failure'];
/** terminationGracePeriodSeconds of a pod that says nothing (Kubernetes API, PodSpec). */
const usualGraceSeconds = 30;
/** Stands for the hash that a Deployment gives the pods of one template. */
const templateHash = '6b8c9d7f5b';
/**
 * A pod as the API server describes it, times in whole seconds as there.
 *
 * Scheduling and init take no time in the model, so their conditions stand at the creation. A pod that was told to go has
 * `deletionTimestamp`, which is that moment plus its grace period (Kubernetes API, ObjectMeta).
 */
export function podObject(pod, startSeconds) {
    const { number, readySeconds, stoppedSeconds, stopReason } = pod;
    const service = dnsName(pod.service);
    const time = (seconds) => isoTime(Math.floor(startSeconds + seconds));
    const created = time(pod.createdSeconds);
    const isLost = losses.includes(stopReason);
    const isReady = readySeconds !== undefined && !isLost;
    const readyTime = isLost ? stoppedSeconds : readySeconds;
    const condition = (type, isTrue, seconds) => ({
        ...(pod.isWarm && !isLost ? {} : { lastTransitionTime: time(seconds ?? pod.createdSeconds) }),
        ...(isTrue ? {} : { reason: 'ContainersNotReady' }),
        status: isTrue ? 'True' : 'False',
        type,
    });
    return {
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: {
            creationTimestamp: created,
            ...deletionOf(pod, isLost, time),
            labels: { app: service, 'pod-template-hash': templateHash },
            name: `${service}-${templateHash}-${suffixOf(number)}`,
            namespace: 'default',
            ownerReferences: [
                { apiVersion: 'apps/v1', controller: true, kind: 'ReplicaSet', name: `${service}-${templateHash}` },
            ],
        },
        spec: { containers: [{ name: service }], terminationGracePeriodSeconds: graceOf(pod) },
        status: {
            conditions: [
                condition('PodScheduled', true, pod.createdSeconds),
                condition('Initialized', true, pod.createdSeconds),
                condition('ContainersReady', isReady, readyTime),
                condition('Ready', isReady, readyTime),
            ],
            containerStatuses: [{ name: service, ready: isReady, restartCount: 0, started: isReady }],
            phase: isLost ? 'Failed' : isReady ? 'Running' : 'Pending',
            startTime: created,
        },
    };
}
function graceOf({ graceSeconds }) {
    return Math.round(graceSeconds ?? usualGraceSeconds);
}
function deletionOf(pod, isLost, time) {
    const toldSeconds = pod.drainSeconds ?? (isLost ? undefined : pod.stoppedSeconds);
    if (toldSeconds === undefined)
        return {};
    return { deletionGracePeriodSeconds: graceOf(pod), deletionTimestamp: time(toldSeconds + graceOf(pod)) };
}
/** Names of objects are DNS labels. */
function dnsName(name) {
    return name.toLowerCase().replace(/[^a-z0-9]+/g, '-');
}
/** Letters that Kubernetes makes names of: none that spell words (apimachinery, util/rand). */
const letters = 'bcdfghjklmnpqrstvwxz2456789';
function suffixOf(number) {
    let rest = number;
    let suffix = '';
    while (suffix.length < 5 || rest > 0) {
        suffix = letters[rest % letters.length] + suffix;
        rest = Math.floor(rest / letters.length);
    }
    return suffix;
}
