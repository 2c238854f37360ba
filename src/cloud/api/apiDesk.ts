import type { ApiBackend } from './apiBackend.js';
import type { ApiReply } from './apiReply.js';
import { parseAddress, type RawRequest, readRequest } from './apiRequest.js';
import type { ApiRoute } from './apiRoute.js';
import { ApiSession } from './apiSession.js';
import { presets } from './presets/index.js';
import type { PresetName } from './presets/names.js';
import type { RouteSettings } from './routeSettings.js';
import { matchTemplate } from './urlTemplate.js';
import { userRoute } from './userRoute.js';

export interface ApiSettings {
  readonly routes: readonly RouteSettings[];
  readonly preset: PresetName | readonly PresetName[];
}

/** The HTTP APIs of one scenario, as one policy calls them: the user's routes first, then the presets. */
export class ApiDesk {
  readonly #routes: readonly ApiRoute[];
  readonly #session: ApiSession;

  constructor({ routes, preset }: ApiSettings, backend: ApiBackend) {
    const chosen = [preset].flat().flatMap((name) => presets[name].routes);
    this.#routes = [...routes.map(userRoute), ...chosen];
    this.#session = new ApiSession(backend);
  }

  /** undefined: no route takes the request. */
  answer(raw: RawRequest): ApiReply | undefined {
    const { query } = parseAddress(raw.url);
    for (const route of this.#routes) {
      const captures = matchTemplate(route.template, raw);
      if (captures !== undefined) return route.answer(readRequest(raw, captures, query), this.#session);
    }
    return undefined;
  }
}
