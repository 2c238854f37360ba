import type { Assembly } from './assemble.js';
/** Which services began with what the first minute of their traffic needs; a fixed count of a candidate goes before it. */
export declare function warmStartNotes({ services, input }: Pick<Assembly, 'services' | 'input'>): string[];
