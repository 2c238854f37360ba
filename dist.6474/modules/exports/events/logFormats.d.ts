import type { AnsweredRequest } from './answeredRequests.js';
type LineOf = (request: AnsweredRequest, startSeconds: number) => string;
/**
 * Lines as nginx writes them (ngx_http_log_module): stamped at the end, times in seconds with three decimals.
 *
 * `combined` is its format of that name with `$request_time $upstream_response_time` behind it; `json` one with `escape=json`.
 */
export declare const logFormats: Readonly<Record<string, LineOf>>;
export {};
