import { parseAddress, readRequest } from './apiRequest.js';
import { ApiSession } from './apiSession.js';
import { presets } from './presets/index.js';
import { matchTemplate } from './urlTemplate.js';
import { userRoute } from './userRoute.js';
/** The HTTP APIs of one scenario, as one policy calls them: the user's routes first, then the presets. */
export class ApiDesk {
    #routes;
    #session;
    constructor({ routes, preset }, backend) {
        const chosen = [preset].flat().flatMap((name) => presets[name].routes);
        this.#routes = [...routes.map(userRoute), ...chosen];
        this.#session = new ApiSession(backend);
    }
    /** undefined: no route takes the request. */
    answer(raw) {
        const { query } = parseAddress(raw.url);
        for (const route of this.#routes) {
            const captures = matchTemplate(route.template, raw);
            if (captures !== undefined)
                return route.answer(readRequest(raw, captures, query), this.#session);
        }
        return undefined;
    }
}
