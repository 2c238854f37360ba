import { type Canvas } from './canvas.js';
/** A setting in the plane of the goal and of what must hold. */
export interface ParetoPoint {
    /** `averageUtilization=60`; empty for one without a label. */
    readonly label: string;
    readonly title: string;
    readonly kind: 'best' | 'today' | 'front' | 'other';
    readonly meets: boolean;
    readonly goal: number;
    readonly goalLow: number;
    readonly goalHigh: number;
    readonly safety: number;
    readonly safetyLow: number;
    readonly safetyHigh: number;
}
export interface ParetoData {
    readonly points: readonly ParetoPoint[];
    readonly limit: {
        readonly value: number;
        readonly text: string;
        readonly better: 'lower' | 'higher';
    } | null;
    readonly goalLabel: string;
    readonly safetyLabel: string;
    goalTick(value: number): string;
}
/** Every setting; those on the front joined by a step line, intervals on those that have a label. */
export declare function drawPareto(data: ParetoData, canvas: Canvas): any;
