import type { ServingVariant } from '../serving.js';
export declare const slots: ServingVariant;
