import type { ServingVariant } from '../serving.js';
export declare const processorSharing: ServingVariant;
