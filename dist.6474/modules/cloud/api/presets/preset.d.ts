import type { ApiRoute } from '../apiRoute.js';
import type { PresetName } from './names.js';
/** A provider's own API, as far as it scales: a variant, listed in `index.ts`. */
export interface ApiPreset {
    readonly name: PresetName;
    /** What it answers, for the docs. */
    readonly summary: string;
    /** Hosts of that provider, to suggest the preset by. */
    readonly hosts: RegExp;
    readonly routes: readonly ApiRoute[];
}
