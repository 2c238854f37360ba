import type { ApiPreset } from './preset.js';
/** Servers and actions of Hetzner Cloud. Source: https://docs.hetzner.cloud/reference/cloud */
export declare const hetzner: ApiPreset;
