import type { ScalingPolicy } from '../model.js';
import { type Amount } from '../openValue.js';
import { type PolicyContext } from './policyContext.js';
import type { Resource } from './resource.js';
/** A policy of an Auto Scaling group; undefined when a problem was noted. */
export declare function readGroupPolicy(resource: Resource, context: PolicyContext): ScalingPolicy<Amount> | undefined;
