import type { Output } from './output.js';
/** Shows how far a comparison is: one line that changes on a terminal, few lines elsewhere. */
export declare class Progress {
    #private;
    constructor(title: string, output: Output);
    /** @param share done, 0..1 */
    update(share: number): void;
    /** Takes the line away. */
    end(): void;
}
