import type { SourcePatch } from '../sourcePatch.js';
/** Single instructions that do the work of many: they copy, compare or convert as much as the policy gives them. */
export declare const operationCosts: SourcePatch;
