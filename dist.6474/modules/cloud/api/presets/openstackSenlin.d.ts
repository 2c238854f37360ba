import type { ApiRoute } from '../apiRoute.js';
/** Senlin's clusters. Source: https://docs.openstack.org/api-ref/clustering/ */
export declare const senlinRoutes: readonly ApiRoute[];
