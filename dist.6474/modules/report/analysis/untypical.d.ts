import type { Study } from './study.js';
/** ` Not typical of ...` where the run shown lies far from the median one of a policy; else empty. */
export declare function untypicalText({ candidates, scenario }: Study): string;
