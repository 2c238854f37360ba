import { z } from 'zod';
import { type Balancer } from '../balancer.js';
export declare const leastRequests: import("../../base/variant.js").Variant<"least-requests", z.ZodObject<{}, z.core.$strict>, import("../balancer.js").BalancerContext, Balancer>;
