import { type LoadedPolicy } from './policy.js';
import type { InlineSpec } from './policySpec.js';
/**
 * A policy that is an object of the program that calls us: its functions belong to that program and run as part of it, so no
 * realm can be put around them.
 */
export declare function loadInlinePolicy({ fileName, params, definition }: InlineSpec): LoadedPolicy;
