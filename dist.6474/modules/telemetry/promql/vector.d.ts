/** Labels of a series, `__name__` among them. */
export type Labels = Readonly<Record<string, string>>;
/** One series at one instant. */
export interface VectorEntry {
    readonly labels: Labels;
    readonly value: number;
}
/** One series over a span: [seconds, value], oldest first. */
export interface RangeEntry {
    readonly labels: Labels;
    readonly points: readonly (readonly [number, number])[];
}
export type QueryValue = {
    readonly kind: 'scalar';
    readonly value: number;
} | {
    readonly kind: 'string';
    readonly value: string;
} | {
    readonly kind: 'vector';
    readonly entries: readonly VectorEntry[];
} | {
    readonly kind: 'matrix';
    readonly entries: readonly RangeEntry[];
    readonly fromSeconds: number;
    readonly toSeconds: number;
};
/** The same text for the same labels, whatever their order. */
export declare function keyOf(labels: Labels): string;
/** Operations that change what a value means take its name away. */
export declare function withoutName({ __name__: _, ...labels }: Labels): Labels;
export declare function vectorOf(entries: readonly VectorEntry[]): QueryValue;
