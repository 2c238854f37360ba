import type { ApiPreset } from './preset.js';
/** Zonal and regional managed instance groups. Source: https://cloud.google.com/compute/docs/reference/rest/v1/instanceGroupManagers */
export declare const gcpMig: ApiPreset;
