/** Whole seconds: metav1.Time has no fractions (apimachinery, meta/v1/time.go). */
const RESOLUTION_SECONDS = 1;
/** A pod that became ready so long after its creation had been ready before: its readiness changed since. */
const START_LIMIT_SECONDS = 3600;
/** Starts of the pods of a file, with the events of all files; of other workloads than these none, where any are wanted. */
export function podEvidenceOf({ file, pods }, events, workloads) {
    const isOwn = ({ workload }) => workloads.includes(workload ?? '');
    const own = workloads.length === 0 ? pods : pods.filter(isOwn);
    const others = pods.filter((pod) => !own.includes(pod));
    const byPod = new Map();
    for (const event of events) {
        const key = `${event.namespace}/${event.pod}`;
        byPod.set(key, [...(byPod.get(key) ?? []), event]);
    }
    const starts = own.map((pod) => startOf(pod, byPod.get(`${pod.namespace}/${pod.name}`) ?? []));
    const count = (has) => own.filter(has).length;
    const ready = starts.filter(({ readySeconds }) => readySeconds !== null);
    const summary = `pods: ${own.length}, startup of ${ready.length}; each is right to ${RESOLUTION_SECONDS} s either way`;
    const restarted = count(({ restartCount }) => restartCount > 0);
    const late = count((pod) => isLate(pod));
    const unready = own.length - ready.length - restarted - late;
    const found = [
        [
            restarted,
            'restarted',
            'have restarted: when they became ready last is no start',
            'nothing of them, left out of startup',
        ],
        [
            late,
            'ready-again',
            `became ready more than ${START_LIMIT_SECONDS / 3600} h after their creation: they were ready before`,
            'nothing of them, left out of startup',
        ],
        [unready, 'never-ready', 'are not ready, or do not say since when', 'nothing of them, left out of startup'],
    ];
    const warnings = found.flatMap(([number, code, what, assumed]) => number === 0 ? [] : [{ code, where: { file }, what: `${number} of ${own.length} pods ${what}`, assumed }]);
    return {
        evidence: { kind: 'pods', file, summary, resolutionSeconds: RESOLUTION_SECONDS, pods: starts },
        warnings: [...othersWarning(file, others, workloads), ...severalWarning(file, own, workloads), ...warnings],
    };
}
function isLate({ restartCount, createdUnixSeconds, conditions }) {
    return restartCount === 0 && (conditions.Ready ?? 0) - createdUnixSeconds > START_LIMIT_SECONDS;
}
function startOf(pod, events) {
    const { name, namespace, workload, createdUnixSeconds, conditions, restartCount, startedUnixSeconds } = pod;
    const since = (instant) => instant === undefined || instant === null || instant < createdUnixSeconds ? null : instant - createdUnixSeconds;
    /** Of several containers the last. */
    const lastOf = (reason) => events.reduce((last, event) => (event.reason === reason ? Math.max(last ?? 0, event.unixSeconds) : last), undefined);
    const isStart = restartCount === 0 && !isLate(pod);
    return {
        name,
        namespace,
        workload,
        createdUnixSeconds,
        scheduledSeconds: since(conditions.PodScheduled ?? lastOf('Scheduled')),
        pulledSeconds: isStart ? since(lastOf('Pulled')) : null,
        startedSeconds: isStart ? since(startedUnixSeconds ?? lastOf('Started')) : null,
        readySeconds: isStart ? since(conditions.Ready) : null,
        restartCount,
    };
}
function othersWarning(file, others, workloads) {
    if (others.length === 0)
        return [];
    const what = `${others.length} pods are of ${namesOf(others)}, and the manifests are of ${workloads.join(', ')}`;
    return [{ code: 'other-workload', where: { file }, what, assumed: 'other services, left out' }];
}
function severalWarning(file, own, workloads) {
    const names = new Set(own.map(({ workload }) => workload));
    if (workloads.length > 0 || names.size < 2)
        return [];
    const assumed = 'one service; add its HPA or Deployment, and the others are left out';
    return [
        {
            code: 'several-workloads',
            where: { file },
            what: `pods are of ${names.size} workloads: ${namesOf(own)}`,
            assumed,
        },
    ];
}
const NAMED_COUNT = 6;
function namesOf(pods) {
    const names = [...new Set(pods.map(({ workload, name }) => workload ?? name))].sort();
    return (names.slice(0, NAMED_COUNT).join(', ') +
        (names.length > NAMED_COUNT ? ` and ${names.length - NAMED_COUNT} more` : ''));
}
