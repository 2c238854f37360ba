import { TimeWheel } from '../../kernel/timeWheel.js';
import type { ServingContext } from '../serving.js';
/** The io phases of the requests inside: each ends by the clock, or later by as long as its instance pauses. */
export declare class IoPhases {
    #private;
    /** Public, because the loop asks at every event when the next one is due. */
    readonly ends: TimeWheel;
    constructor(context: ServingContext);
    begin(instance: number, row: number): void;
    /** The phase that ends next is over. @returns its row; -1 where a pause fell into it and it goes on */
    finish(): number;
    cancel(row: number): void;
    pause(instance: number): void;
    resume(instance: number): void;
}
