import { z } from 'zod';
import { type Balancer, type BalancerContext } from '../balancer.js';
export declare const roundRobin: import("../../base/variant.js").Variant<"round-robin", z.ZodObject<{}, z.core.$strict>, BalancerContext, Balancer>;
