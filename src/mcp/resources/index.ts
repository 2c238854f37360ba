import { policies, scenarios } from './files.js';
import { docs } from './pages.js';
import type { ResourceKind } from './resource.js';
import { reports, results } from './results.js';
import { schemas } from './schemas.js';

export { policies, results, scenarios };

/** Every kind of resources. */
export const resourceKinds: readonly ResourceKind[] = [scenarios, policies, results, reports, schemas, docs];
