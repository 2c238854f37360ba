import type { ApiReply } from './apiReply.js';
import type { ApiRequest } from './apiRequest.js';
import type { ApiSession } from './apiSession.js';
import type { UrlTemplate } from './urlTemplate.js';
/** Requests of one shape, and who answers them. */
export interface ApiRoute {
    readonly template: UrlTemplate;
    answer(request: ApiRequest, session: ApiSession): ApiReply;
}
