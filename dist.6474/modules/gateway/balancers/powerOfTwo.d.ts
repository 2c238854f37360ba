import { z } from 'zod';
import { type Balancer, type BalancerContext } from '../balancer.js';
/** @see Mitzenmacher, "The Power of Two Choices in Randomized Load Balancing" (2001) */
export declare const powerOfTwo: import("../../base/variant.js").Variant<"power-of-two", z.ZodObject<{}, z.core.$strict>, BalancerContext, Balancer>;
