import type { PresetName } from './names.js';
import type { ApiPreset } from './preset.js';
/** All APIs of providers. */
export declare const presets: Readonly<Record<PresetName, ApiPreset>>;
