import type { Platform } from './platform.js';
/** Every platform whose manifests can be run, in the order they are tried. */
export declare const platforms: readonly Platform[];
