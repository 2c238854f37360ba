import { jsonReply } from '../apiReply.js';
import { valueAtPath } from '../apiRequest.js';
import { readRefusal } from '../apiSession.js';
import { senlinRoutes } from './openstackSenlin.js';
import { boundsText, instanceOf, numberOf, routeOf, serviceNamed, titleOf } from './shared.js';
const statuses = { starting: 'BUILD', ready: 'ACTIVE', draining: 'ACTIVE' };
/** Where clouds put Nova: beside the others by port or by path, with the project or without. */
const bases = ['', '/compute'].flatMap((folder) => ['/v2.1', '/v2.1/{project}', '/v2/{project}'].map((v) => `${folder}${v}`));
/** Nova's servers and Senlin's clusters on any host. Source: https://docs.openstack.org/api-ref/compute/ and /clustering/ */
export const openstack = {
    name: 'openstack',
    summary: "Nova's servers (create, list, show, delete), Senlin's clusters (scale_out, scale_in, resize), Keystone's tokens",
    hosts: /(^|\.)(nova|senlin|keystone|openstack)\b/,
    routes: [
        ...['/v3/auth/tokens', '/identity/v3/auth/tokens'].map((path) => routeOf(`POST ${path}`, (_, session) => jsonReply(201, { token: { issued_at: session.nowText, methods: ['password'] } }, { 'x-subject-token': 'simulated' }))),
        ...bases.flatMap(serverRoutes),
        ...senlinRoutes,
    ],
};
function serverRoutes(base) {
    return [
        routeOf(`POST ${base}/servers`, create),
        routeOf(`GET ${base}/servers`, (request, session) => list(request, session, ({ id, name }) => ({ id, name, links: [] }))),
        routeOf(`GET ${base}/servers/detail`, (request, session) => list(request, session, (server) => server)),
        routeOf(`GET ${base}/servers/{id}`, show),
        routeOf(`DELETE ${base}/servers/{id}`, remove),
    ];
}
function create({ json }, session) {
    const name = valueAtPath(json, '.server.name');
    if (typeof name !== 'string')
        return failure(400, 'badRequest', "Invalid input for field/attribute server. 'name' is a required property");
    const service = serviceNamed(session, name) ?? session.backend.serviceNames[0];
    const minCount = Number(valueAtPath(json, '.server.min_count') ?? 1);
    const count = Number(valueAtPath(json, '.server.max_count') ?? minCount);
    if (!(count >= 1))
        return failure(400, 'badRequest', 'Invalid input for field/attribute max_count');
    const desired = session.backend.counts(service).desired + count;
    const change = session.change(service, { desired, reason: titleOf('openstack', 'POST /servers'), isStrict: true });
    if (change.refusal !== undefined && change.launches.length < minCount)
        return refused(change.refusal);
    if (change.outcome.result === 'clamped')
        return limited(session, service);
    for (const launch of change.launches)
        session.remember(`openstack ${service} ${launch}`, name);
    const server = { id: writeId(session, service, change.launches[0]), adminPass: 'simulated', links: [] };
    return jsonReply(202, { server });
}
function list({ query }, session, shape) {
    const refusal = readRefusal(session);
    if (refusal !== undefined)
        return refused(refusal);
    const service = serviceNamed(session, query.get('name') ?? '') ?? session.backend.serviceNames[0];
    const servers = session.backend.instances(service, 0).map((instance) => serverOf(session, service, instance));
    const status = query.get('status')?.toUpperCase();
    return jsonReply(200, {
        servers: servers.filter((server) => (status ?? server.status) === server.status).map(shape),
    });
}
function show({ captures }, session) {
    const refusal = readRefusal(session);
    if (refusal !== undefined)
        return refused(refusal);
    const found = readId(session, captures.get('id') ?? '');
    const instance = found && session.findInstance(found.service, found.launchNumber, 0);
    if (found === undefined || instance === undefined)
        return missing(captures);
    return jsonReply(200, { server: serverOf(session, found.service, instance) });
}
function remove({ captures }, session) {
    const found = readId(session, captures.get('id') ?? '');
    if (found === undefined || !session.findRemovable(found.service, found.launchNumber))
        return missing(captures);
    const { service, launchNumber } = found;
    const desired = session.backend.counts(service).desired - 1;
    const reason = titleOf('openstack', 'DELETE /servers/{id}');
    const change = session.change(service, { desired, reason, instance: launchNumber });
    if (change.refusal !== undefined)
        return refused(change.refusal);
    return change.outcome.result === 'clamped' ? limited(session, service) : { code: 204, headers: {}, body: '' };
}
function serverOf(session, service, { launchNumber, state, launchedSeconds, readySeconds }) {
    return {
        id: writeId(session, service, launchNumber),
        name: String(session.recall(`openstack ${service} ${launchNumber}`) ?? `${service}-${launchNumber}`),
        status: statuses[state],
        'OS-EXT-STS:task_state': state === 'ready' ? null : state === 'starting' ? 'spawning' : 'deleting',
        created: session.timeText(launchedSeconds),
        updated: session.timeText(readySeconds ?? launchedSeconds),
        metadata: {},
        links: [],
    };
}
/** A UUID that holds the instance's number. */
function writeId(session, service, launchNumber) {
    return `00000000-0000-4000-8000-${numberOf(session, service, launchNumber).toString(16).padStart(12, '0')}`;
}
function readId(session, id) {
    const digits = /^00000000-0000-4000-8000-([0-9a-f]{12})$/.exec(id)?.[1];
    return digits === undefined ? undefined : instanceOf(session, Number.parseInt(digits, 16));
}
function refused({ by, why }) {
    if (by === 'rateLimit')
        return failure(429, 'overLimit', why);
    if (by === 'quota')
        return failure(403, 'forbidden', `Quota exceeded for instances: ${why}`);
    return by === 'capacity'
        ? {
            ...failure(403, 'forbidden', why),
            finding: 'openstack: no capacity; Nova itself accepts and shows the server in ERROR',
        }
        : failure(503, 'serviceUnavailable', why);
}
function limited(session, service) {
    const text = boundsText(session, service);
    return { ...failure(403, 'forbidden', text), finding: `openstack: 403, as ${text}` };
}
function missing(captures) {
    return failure(404, 'itemNotFound', `Instance ${captures.get('id')} could not be found.`);
}
/** Nova names its errors by the key: `{"itemNotFound": {"code": 404, "message": ...}}`. */
function failure(code, name, message) {
    return jsonReply(code, { [name]: { code, message } });
}
