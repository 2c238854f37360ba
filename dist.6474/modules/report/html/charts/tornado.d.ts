import { type Canvas } from './canvas.js';
/** One input that was drawn. */
export interface TornadoBar {
    readonly name: string;
    /** -1..1: above 0 where a larger input favours the winner. */
    readonly effect: number;
    /** `20 s .. 120 s, you: 35 s, a guess`, and where it flips. */
    readonly detail: string;
}
export interface TornadoData {
    /** Whom a larger input favours right of the middle. */
    readonly winner: string;
    /** The one that moves the difference most comes first. */
    readonly bars: readonly TornadoBar[];
}
/** How much of the difference between the policies goes with each input, to both sides of no effect. */
export declare function drawTornado({ winner, bars }: TornadoData, canvas: Canvas): any;
