import { type ApiReply } from '../apiReply.js';
import type { ApiRequest } from '../apiRequest.js';
/** `<ActionResponse><ActionResult>...`, or the same as JSON for those who accept only that. */
export declare function awsReply(request: ApiRequest, action: string, result: unknown): ApiReply;
export declare function awsFailure(request: ApiRequest, code: number, name: string, message: string): ApiReply;
