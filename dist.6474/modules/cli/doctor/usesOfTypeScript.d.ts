import type { Use } from './examination.js';
/** What a TypeScript policy uses beside the language, by its bundle: modules of Node, clocks, random numbers, timers, network. */
export declare function usesOfTypeScript(bundle: string): Use[];
