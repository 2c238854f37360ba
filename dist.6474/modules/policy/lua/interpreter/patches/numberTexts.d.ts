import type { SourcePatch } from '../sourcePatch.js';
/** fengari shows floats by JavaScript's rules; `%.14g` has others from 1e15 on and below 1e-4. */
export declare const numberTexts: SourcePatch;
