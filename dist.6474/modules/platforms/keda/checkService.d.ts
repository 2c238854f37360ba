import type { Problem } from '../../base/problem.js';
import type { ServiceFacts } from '../platform.js';
import type { LintContext } from './lint/context.js';
/** What keeps a ScaledObject from running on a service. */
export declare function checkService(context: LintContext, service: ServiceFacts): Problem[];
