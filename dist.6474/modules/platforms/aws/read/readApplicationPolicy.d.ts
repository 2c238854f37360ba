import type { ScalingPolicy } from '../model.js';
import type { Amount } from '../openValue.js';
import { type PolicyContext } from './policyContext.js';
import type { Resource } from './resource.js';
/** A policy of Application Auto Scaling; undefined when a problem was noted. */
export declare function readApplicationPolicy(resource: Resource, context: PolicyContext): ScalingPolicy<Amount> | undefined;
