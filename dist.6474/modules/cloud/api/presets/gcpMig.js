import { jsonReply } from '../apiReply.js';
import { valueAtPath } from '../apiRequest.js';
import { plainIds, readRefusal } from '../apiSession.js';
import { numberOf, routeOf, serviceNamed, titleOf, unknownGroup } from './shared.js';
const actions = { starting: 'CREATING', ready: 'NONE', draining: 'DELETING' };
const statuses = { starting: 'STAGING', ready: 'RUNNING', draining: 'STOPPING' };
/** Zonal and regional managed instance groups. Source: https://cloud.google.com/compute/docs/reference/rest/v1/instanceGroupManagers */
export const gcpMig = {
    name: 'gcp-mig',
    summary: 'managed instance groups of Compute Engine: resize, get, listManagedInstances, deleteInstances, operations',
    hosts: /^(compute|www)\.googleapis\.com$|^metadata\.google\.internal$/,
    routes: [
        ...['https://compute.googleapis.com', 'https://www.googleapis.com'].flatMap((origin) => ['zones', 'regions'].flatMap((kind) => groupRoutes(`${origin}/compute/v1/projects/{project}/${kind}/{place}`, kind))),
        routeOf('GET http://metadata.google.internal/computeMetadata/v1/instance/service-accounts/{account}/token', () => jsonReply(200, { access_token: 'ya29.simulated', expires_in: 3599, token_type: 'Bearer' })),
    ],
};
function groupRoutes(home, kind) {
    const ofGroup = (match, answer) => routeOf(match, (request, session) => {
        const place = `projects/${request.captures.get('project')}/${kind}/${request.captures.get('place')}`;
        const name = request.captures.get('group') ?? '';
        const service = serviceNamed(session, name);
        if (service !== undefined)
            return answer({ home: place, name, service, session }, request);
        const reply = failure(404, 'notFound', `The resource '${place}/instanceGroupManagers/${name}' was not found`);
        return { ...reply, finding: unknownGroup(session, 'gcp-mig', name) };
    });
    const group = `${home}/instanceGroupManagers/{group}`;
    return [
        ofGroup(`POST ${group}/resize`, resize),
        ofGroup(`GET ${group}`, show),
        ofGroup(`POST ${group}/listManagedInstances`, listInstances),
        ofGroup(`POST ${group}/deleteInstances`, deleteInstances),
        routeOf(`GET ${home}/operations/{operation}`, ({ captures }, session) => shownOperation(session, captures)),
        routeOf(`POST ${home}/operations/{operation}/wait`, ({ captures }, session) => shownOperation(session, captures)),
    ];
}
function resize(group, { query }) {
    const size = Number(query.get('size') ?? Number.NaN);
    if (!(size >= 0))
        return failure(400, 'required', "Required parameter 'size' not specified");
    const { session, service } = group;
    const change = session.change(service, { desired: size, reason: titleOf('gcp-mig', 'resize') });
    if (isTurnedDown(change.refusal))
        return refused(change.refusal);
    const reply = jsonReply(200, operationOf(group, change.operation, 'compute.instanceGroupManagers.resize'));
    const granted = change.outcome.desired;
    if (granted === size)
        return reply;
    // The real group takes any size and goes on trying; the simulated one has what was granted.
    return {
        ...reply,
        finding: `gcp-mig: resize was granted less or more than it asked for (${whyNot(group, change.refusal)})`,
    };
}
function whyNot({ session, service }, refusal) {
    const { min, max } = session.backend.counts(service);
    return refusal?.why ?? `scaling of ${service} is ${min} to ${max}`;
}
function show(group) {
    const { session, service, home, name } = group;
    const refusal = readRefusal(session);
    if (refusal !== undefined)
        return refused(refusal);
    const { desired, pending, starting, ready, draining } = session.backend.counts(service);
    return jsonReply(200, {
        kind: 'compute#instanceGroupManager',
        name,
        selfLink: link(`${home}/instanceGroupManagers/${name}`),
        instanceGroup: link(`${home}/instanceGroups/${name}`),
        baseInstanceName: service,
        targetSize: desired,
        currentActions: { none: ready, creating: pending + starting, deleting: draining, recreating: 0, abandoning: 0 },
        status: { isStable: pending + starting + draining === 0 },
    });
}
function listInstances(group) {
    const { session, service, home } = group;
    const refusal = readRefusal(session);
    if (refusal !== undefined)
        return refused(refusal);
    const managedInstances = session.backend.instances(service, 0).map(({ launchNumber, state }) => ({
        instance: link(`${home}/instances/${plainIds.write(service, launchNumber)}`),
        name: plainIds.write(service, launchNumber),
        id: String(numberOf(session, service, launchNumber)),
        instanceStatus: statuses[state],
        currentAction: actions[state],
    }));
    return jsonReply(200, { managedInstances });
}
function deleteInstances(group, { json }) {
    const { session, service } = group;
    const urls = valueAtPath(json, '.instances');
    if (!Array.isArray(urls) || urls.length === 0)
        return failure(400, 'required', "Required field 'instances' not specified");
    const found = urls.map((url) => plainIds.read(String(url).split('/').at(-1) ?? ''));
    const wrong = found.findIndex((one) => one?.service !== service || !session.findRemovable(service, one.launchNumber));
    if (wrong >= 0) {
        const text = `Instance '${String(urls[wrong])}' is not a member of '${group.name}' or is being deleted`;
        return failure(400, 'invalid', text);
    }
    let operation = '';
    let finding;
    for (const one of found) {
        const { desired } = session.backend.counts(service);
        const decision = { desired: desired - 1, instance: one?.launchNumber ?? -1 };
        const change = session.change(service, { ...decision, reason: titleOf('gcp-mig', 'deleteInstances') });
        if (isTurnedDown(change.refusal))
            return refused(change.refusal);
        operation = change.operation;
        if (change.outcome.result === 'clamped')
            finding = `gcp-mig: deleteInstances went below the minimum of ${service}`;
    }
    const reply = jsonReply(200, operationOf(group, operation, 'compute.instanceGroupManagers.deleteInstances'));
    return finding === undefined ? reply : { ...reply, finding };
}
/** Quota and capacity show at the instances, not at the request. */
function isTurnedDown(refusal) {
    return refusal !== undefined && (refusal.by === 'rateLimit' || refusal.by === 'outage');
}
function operationOf({ session, home, name }, operation, operationType) {
    const shown = {
        kind: 'compute#operation',
        id: operation.slice('op-'.length),
        name: `operation-${operation.slice('op-'.length)}`,
        operationType,
        targetLink: link(`${home}/instanceGroupManagers/${name}`),
        insertTime: session.nowText,
        selfLink: link(`${home}/operations/operation-${operation.slice('op-'.length)}`),
    };
    session.remember(`gcp ${shown.name}`, { operation, shown });
    return { ...shown, ...progressOf(session, operation) };
}
/** Operations of a group are over when the group knows its new size; the instances follow. */
function progressOf(session, operation) {
    return session.isHeard(operation) === false ? { status: 'RUNNING', progress: 0 } : { status: 'DONE', progress: 100 };
}
function shownOperation(session, captures) {
    const refusal = readRefusal(session);
    if (refusal !== undefined)
        return refused(refusal);
    const name = captures.get('operation') ?? '';
    const known = session.recall(`gcp ${name}`); // safe: set above only
    if (known === undefined)
        return failure(404, 'notFound', `The resource '${name}' was not found`);
    return jsonReply(200, { ...known.shown, ...progressOf(session, known.operation) });
}
function link(path) {
    return `https://www.googleapis.com/compute/v1/${path}`;
}
function refused({ by, why }) {
    return by === 'rateLimit' ? failure(429, 'rateLimitExceeded', why) : failure(503, 'backendError', why);
}
function failure(code, reason, message) {
    return jsonReply(code, { error: { code, message, errors: [{ message, domain: 'global', reason }] } });
}
