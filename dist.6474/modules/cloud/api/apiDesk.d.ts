import type { ApiBackend } from './apiBackend.js';
import type { ApiReply } from './apiReply.js';
import { type RawRequest } from './apiRequest.js';
import type { PresetName } from './presets/names.js';
import type { RouteSettings } from './routeSettings.js';
export interface ApiSettings {
    readonly routes: readonly RouteSettings[];
    readonly preset: PresetName | readonly PresetName[];
}
/** The HTTP APIs of one scenario, as one policy calls them: the user's routes first, then the presets. */
export declare class ApiDesk {
    #private;
    constructor({ routes, preset }: ApiSettings, backend: ApiBackend);
    /** undefined: no route takes the request. */
    answer(raw: RawRequest): ApiReply | undefined;
}
