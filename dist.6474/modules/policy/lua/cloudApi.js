import { suggestion } from '../../base/nearest.js';
import { jsonReply, statusLine } from '../../cloud/api/apiReply.js';
import { parseAddress, parseFields } from '../../cloud/api/apiRequest.js';
import { stanzaFor } from '../../cloud/api/guessRoute.js';
import { metricNames } from '../../telemetry/metrics.js';
import { answerQuery } from '../../telemetry/promql/answerQuery.js';
import { observedSeries } from '../observedSeries.js';
import { labelPatterns } from './labelPatterns.js';
/** A request that no simulated host knows; its message says what it was and what there is. */
export class CloudRequestError extends Error {
}
const resultCodes = {
    accepted: 200,
    clamped: 200,
    throttled: 429,
    refused: 409,
    failed: 500,
};
const builtIn = 'Without a route there are paths ending in /scaleup, /scaledown, /desired?n=COUNT, /api/v1/query and /api/v1/query_range';
/** Servers take no longer ones; matching a route may cost the square of it. */
const urlLimitCharacters = 8_192;
/** What a request costs in instructions, beside its length: a route is found and JSON read and written. */
const callInstructionCount = 2_000;
/**
 * Answers a request of any HTTP library: the one way from a policy to a simulated host.
 *
 * It answers at once; the caller lets the latency pass (`run.answer`). A URL that leads nowhere ends the policy: on the
 * real network it would be a different program.
 */
export function callCloudApi(L, run, request) {
    run.guard.charge(L, callInstructionCount + request.url.length + (request.body ?? '').length);
    run.host.noteRequest?.(request.method, request.url);
    try {
        const charge = (instructions) => run.guard.charge(L, instructions);
        const caller = { host: run.host, note: (finding) => run.note(finding), charge };
        const { code, headers, body, finding } = answerCloudRequest(request, caller);
        if (finding !== undefined)
            run.note(finding);
        return { code, status: statusLine(code), headers, body };
    }
    catch (thrown) {
        if (!(thrown instanceof CloudRequestError))
            throw thrown;
        return run.guard.kill(L, 'runtime', thrown.message.replace(/\.$/, ''), 'Nothing ever reaches the network.');
    }
}
/**
 * What the simulated hosts say to a request.
 *
 * @throws CloudRequestError
 */
export function answerCloudRequest(request, caller) {
    if (request.url.length > urlLimitCharacters)
        return jsonReply(414, { error: 'the URL is too long' });
    return caller.host.api?.answer(request) ?? builtInReply(request, caller);
}
/**
 * Whatever the host's name is: only the end of the path counts.
 *
 * @throws CloudRequestError for any other URL, and for a service or a metric that does not exist
 */
function builtInReply(request, caller) {
    const { host } = caller;
    const { path, query } = parseAddress(request.url);
    const serviceField = query.get('service');
    if (path.endsWith('/scaleup'))
        return step(1, 'HTTP /scaleup', readService(serviceField, host), host);
    if (path.endsWith('/scaledown'))
        return step(-1, 'HTTP /scaledown', readService(serviceField, host), host);
    if (path.endsWith('/desired')) {
        const count = Number(query.get('n') || Number.NaN);
        if (!(count >= 0 && Number.isFinite(count))) {
            throw new CloudRequestError(`${request.url} needs n, a count >= 0. ${builtIn}.`);
        }
        return actionReply(host.act({ desired: count, reason: 'HTTP /desired' }, readService(serviceField, host)));
    }
    if (path.endsWith('/api/v1/query'))
        return queryReply(request, caller, 'query');
    if (path.endsWith('/api/v1/query_range'))
        return queryReply(request, caller, 'query_range');
    const title = `no route for ${request.method.toUpperCase()} ${request.url}`;
    if (host.api === undefined)
        throw new CloudRequestError(`${title}: routes stand in a scenario, and here is none. ${builtIn}.`);
    throw new CloudRequestError(`${title}; add to the scenario: ${stanzaFor(request)}. ${builtIn}.`);
}
function step(sign, reason, service, host) {
    const desired = Math.max(0, host.observe(service).instances.desired + sign);
    return actionReply(host.act({ desired, reason }, service));
}
/** @throws CloudRequestError for a service that the policy is not bound to */
export function readService(name, host) {
    if (name === undefined || name === '')
        return host.serviceNames[0];
    if (host.serviceNames.includes(name))
        return name;
    throw new CloudRequestError(`"${name}" is not a service of this policy. ${suggestion(name, host.serviceNames)}`);
}
/** @throws CloudRequestError for a name that is no metric */
export function readMetricName(name) {
    const found = metricNames.find((candidate) => candidate === name);
    if (found !== undefined)
        return found;
    throw new CloudRequestError(`"${name}" is not a metric. ${suggestion(name, metricNames)}`);
}
function actionReply({ result, desired }) {
    return jsonReply(resultCodes[result], { desired, result });
}
/** Instructions that a point of a series is worth: a query over an hour reads thousands. */
const pointInstructionCount = 20;
/** Prometheus takes its parameters from the query and from a form. */
function queryReply(request, caller, kind) {
    const { host } = caller;
    const fields = new Map([...parseFields(request.body ?? ''), ...parseAddress(request.url).query]);
    const service = fields.has('service') ? readService(fields.get('service'), host) : undefined;
    const answer = answerQuery(kind, fields, {
        source: host.series ?? observedSeries(host),
        service,
        patternOf: labelPatterns((steps) => caller.charge(steps)),
        charge: (pointCount) => caller.charge(pointCount * pointInstructionCount),
    });
    for (const finding of answer.findings)
        caller.note(finding);
    for (const name of answer.metricsRead)
        host.noteMetricRead?.(name);
    return jsonReply(answer.code, answer.body);
}
