import { jsonReply } from '../apiReply.js';
import { valueAtPath } from '../apiRequest.js';
import { plainIds, readRefusal } from '../apiSession.js';
import { routeOf, serviceNamed, titleOf, unknownGroup } from './shared.js';
/** Senlin's clusters. Source: https://docs.openstack.org/api-ref/clustering/ */
export const senlinRoutes = ['', '/clustering'].flatMap((folder) => [
    routeOf(`POST ${folder}/v1/clusters/{cluster}/actions`, act),
    routeOf(`GET ${folder}/v1/clusters/{cluster}`, show),
    routeOf(`GET ${folder}/v1/actions/{action}`, showAction),
]);
function act({ captures, json }, session) {
    const cluster = captures.get('cluster') ?? '';
    const service = serviceNamed(session, cluster);
    if (service === undefined)
        return missing(session, cluster);
    const { desired: before } = session.backend.counts(service);
    const desired = desiredOf(json, before);
    if (desired === undefined)
        return failure(400, 'the action is none of scale_out, scale_in and resize, or its number is missing');
    const change = session.change(service, { desired, reason: titleOf('openstack', 'clusters actions'), isStrict: true });
    const { refusal, outcome, operation } = change;
    if (refusal !== undefined)
        return failure(refusal.code, refusal.why);
    if (outcome.result === 'clamped') {
        const { min, max } = session.backend.counts(service);
        const [side, bound] = desired > max ? ['greater than max_size', max] : ['less than min_size', min];
        return failure(400, `The target capacity (${desired}) is ${side} (${bound}) of the cluster.`);
    }
    return jsonReply(202, { action: operation }, { location: `/v1/actions/${operation}` });
}
/** `{"scale_out": {"count": 1}}`, `{"resize": {"adjustment_type": "EXACT_CAPACITY", "number": 4}}`. */
function desiredOf(json, before) {
    for (const [name, sign] of [
        ['scale_out', 1],
        ['scale_in', -1],
    ]) {
        const action = valueAtPath(json, `.${name}`);
        if (action === undefined)
            continue;
        const count = Number(valueAtPath(action, '.count') ?? 1);
        return count >= 1 ? Math.max(0, before + sign * count) : undefined;
    }
    const number = Number(valueAtPath(json, '.resize.number') ?? Number.NaN);
    if (Number.isNaN(number))
        return undefined;
    switch (valueAtPath(json, '.resize.adjustment_type')) {
        case 'EXACT_CAPACITY':
            return number >= 0 ? number : undefined;
        case 'CHANGE_IN_CAPACITY':
            return Math.max(0, before + number);
        case 'CHANGE_IN_PERCENTAGE':
            // Rounded away from zero where the change is less than one.
            return Math.max(0, before + wholeChange((before * number) / 100));
        default:
            return undefined;
    }
}
function wholeChange(change) {
    return Math.abs(change) < 1 ? Math.sign(change) : Math.trunc(change);
}
function show({ captures }, session) {
    const refusal = readRefusal(session);
    if (refusal !== undefined)
        return failure(refusal.code, refusal.why);
    const cluster = captures.get('cluster') ?? '';
    const service = serviceNamed(session, cluster);
    if (service === undefined)
        return missing(session, cluster);
    const { desired, min, max, pending, starting, draining } = session.backend.counts(service);
    return jsonReply(200, {
        cluster: {
            id: cluster,
            name: cluster,
            desired_capacity: desired,
            min_size: min,
            max_size: max,
            status: pending + starting + draining > 0 ? 'RESIZING' : 'ACTIVE',
            nodes: session.backend.instances(service, 0).map(({ launchNumber }) => plainIds.write(service, launchNumber)),
        },
    });
}
function showAction({ captures }, session) {
    const refusal = readRefusal(session);
    if (refusal !== undefined)
        return failure(refusal.code, refusal.why);
    const id = captures.get('action') ?? '';
    const status = session.operationStatus(id);
    if (status === undefined)
        return failure(404, `The action '${id}' could not be found.`);
    return jsonReply(200, { action: { id, status: status === 'done' ? 'SUCCEEDED' : 'RUNNING' } });
}
function missing(session, cluster) {
    const reply = failure(404, `The cluster '${cluster}' could not be found.`);
    return { ...reply, finding: unknownGroup(session, 'openstack', cluster) };
}
function failure(code, message) {
    return jsonReply(code, { error: { code, message }, code });
}
