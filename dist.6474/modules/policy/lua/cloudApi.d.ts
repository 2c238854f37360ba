import { type ApiReply } from '../../cloud/api/apiReply.js';
import { type RawRequest } from '../../cloud/api/apiRequest.js';
import { type MetricName } from '../../telemetry/metrics.js';
import type { PolicyHost } from '../policy.js';
import type { LuaState } from './fengariApi.js';
import type { LuaRun } from './luaRun.js';
/** A request as an HTTP library of Lua makes it. */
type CloudRequest = RawRequest;
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
export declare class CloudRequestError extends Error {
}
/**
 * Answers a request of any HTTP library: the one way from a policy to a simulated host.
 *
 * It answers at once; the caller lets the latency pass (`run.answer`). A URL that leads nowhere ends the policy: on the
 * real network it would be a different program.
 */
export declare function callCloudApi(L: LuaState, run: LuaRun, request: CloudRequest): CloudReply;
/** Whose request it is, wherever it runs. */
interface CloudCaller {
    readonly host: PolicyHost;
    note(finding: string): void;
    /** Work that the answer took, in instructions. */
    charge(instructions: number): void;
}
/**
 * What the simulated hosts say to a request.
 *
 * @throws CloudRequestError
 */
export declare function answerCloudRequest(request: CloudRequest, caller: CloudCaller): ApiReply;
/** @throws CloudRequestError for a service that the policy is not bound to */
export declare function readService(name: string | undefined, host: PolicyHost): string;
/** @throws CloudRequestError for a name that is no metric */
export declare function readMetricName(name: string): MetricName;
export {};
