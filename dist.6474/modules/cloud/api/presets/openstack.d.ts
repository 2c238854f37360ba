import type { ApiPreset } from './preset.js';
/** Nova's servers and Senlin's clusters on any host. Source: https://docs.openstack.org/api-ref/compute/ and /clustering/ */
export declare const openstack: ApiPreset;
