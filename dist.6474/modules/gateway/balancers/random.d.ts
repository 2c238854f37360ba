import { z } from 'zod';
import { type Balancer } from '../balancer.js';
export declare const random: import("../../base/variant.js").Variant<"random", z.ZodObject<{}, z.core.$strict>, import("../balancer.js").BalancerContext, Balancer>;
