import { suggestion } from '../../base/nearest.js';
import { type MetricName, metricNames } from '../../telemetry/metrics.js';
import { type ActionResult, epochSecondsOf } from '../observation.js';
import type { ActionAnswer, PolicyHost } from '../policy.js';
import type { LuaState } from './fengariApi.js';
import type { LuaRun } from './luaRun.js';

/** A request as an HTTP library of Lua makes it. */
export interface CloudRequest {
  /** In any case. */
  readonly method: string;
  readonly url: string;
  /** By name, in any case. */
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string;
}

/** What a simulated host answers. */
export interface CloudReply {
  readonly code: number;
  /** The status line: `HTTP/1.1 200 OK`. */
  readonly status: string;
  /** By name, in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A request that no simulated host knows; its message says what it was and what there is. */
export class CloudRequestError extends Error {}

const statusLines: Readonly<Record<ActionResult, readonly [number, string]>> = {
  accepted: [200, 'OK'],
  clamped: [200, 'OK'],
  throttled: [429, 'Too Many Requests'],
  refused: [409, 'Conflict'],
  failed: [500, 'Internal Server Error'],
};

const known = 'Known are paths ending in /scaleup, /scaledown, /desired?n=COUNT and /api/v1/query?query=METRIC';

/**
 * Answers a request of any HTTP library: the one way from a policy to a simulated host.
 *
 * It answers at once; the caller lets the latency pass (`run.answer`). A URL that leads nowhere ends the policy: on the
 * real network it would be a different program.
 */
export function callCloudApi(L: LuaState, run: LuaRun, request: CloudRequest): CloudReply {
  try {
    return replyTo(request, run.host);
  } catch (thrown) {
    if (!(thrown instanceof CloudRequestError)) throw thrown;
    return run.guard.kill(L, 'runtime', thrown.message.replace(/\.$/, ''), 'Nothing ever reaches the network.');
  }
}

/**
 * Whatever the host's name is: only the end of the path counts.
 *
 * @throws CloudRequestError for any other URL, and for a service or a metric that does not exist
 */
function replyTo({ url }: CloudRequest, host: PolicyHost): CloudReply {
  const [address, query = ''] = url.split('#', 1)[0].split(/\?(.*)/s);
  const fields = parseQuery(query);
  const path = address.replace(/^[a-z]+:\/\/[^/]*/i, '');
  const service = readService(fields.get('service'), host);
  const { desired } = host.observe(service).instances;
  if (path.endsWith('/scaleup'))
    return actionReply(host.act({ desired: desired + 1, reason: 'HTTP /scaleup' }, service));
  if (path.endsWith('/scaledown')) {
    return actionReply(host.act({ desired: Math.max(0, desired - 1), reason: 'HTTP /scaledown' }, service));
  }
  if (path.endsWith('/desired')) {
    const count = Number(fields.get('n') || Number.NaN);
    if (!(count >= 0 && Number.isFinite(count))) throw new CloudRequestError(`${url} needs n, a count >= 0. ${known}.`);
    return actionReply(host.act({ desired: count, reason: 'HTTP /desired' }, service));
  }
  if (path.endsWith('/api/v1/query')) return queryReply(fields.get('query') ?? '', service, host);
  throw new CloudRequestError(`${url} leads to no simulated host, and a policy reaches no other. ${known}.`);
}

function parseQuery(query: string): Map<string, string> {
  const fields = new Map<string, string>();
  for (const part of query.split('&')) {
    const [name, value = ''] = part.split(/=(.*)/s);
    fields.set(name, decode(value));
  }
  return fields;
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    // A lone percent sign is not an escape: the text as it stands.
    return text;
  }
}

/** @throws CloudRequestError for a service that the policy is not bound to */
export function readService(name: string | undefined, host: PolicyHost): string {
  if (name === undefined || name === '') return host.serviceNames[0];
  if (host.serviceNames.includes(name)) return name;
  throw new CloudRequestError(`"${name}" is not a service of this policy. ${suggestion(name, host.serviceNames)}`);
}

/** @throws CloudRequestError for a name that is no metric */
export function readMetricName(name: string): MetricName {
  const found = metricNames.find((candidate) => candidate === name);
  if (found !== undefined) return found;
  throw new CloudRequestError(`"${name}" is not a metric. ${suggestion(name, metricNames)}`);
}

function actionReply({ result, desired }: ActionAnswer): CloudReply {
  const [code, text] = statusLines[result];
  return jsonReply(code, text, { desired, result });
}

/** An instant query of Prometheus: https://prometheus.io/docs/prometheus/latest/querying/api/#instant-queries */
function queryReply(query: string, service: string, host: PolicyHost): CloudReply {
  const name = readMetricName(query.trim());
  const observation = host.observe(service);
  const value = observation.metrics[name];
  host.noteMetricRead?.(name);
  const sample = { metric: { __name__: name, service }, value: [epochSecondsOf(observation), String(value)] };
  const data = { resultType: 'vector', result: value === undefined ? [] : [sample] };
  return jsonReply(200, 'OK', { status: 'success', data });
}

function jsonReply(code: number, text: string, body: unknown): CloudReply {
  const headers = { 'content-type': 'application/json' };
  return { code, status: `HTTP/1.1 ${code} ${text}`, headers, body: JSON.stringify(body) };
}
