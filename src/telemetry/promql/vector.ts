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

export type QueryValue =
  | { readonly kind: 'scalar'; readonly value: number }
  | { readonly kind: 'string'; readonly value: string }
  | { readonly kind: 'vector'; readonly entries: readonly VectorEntry[] }
  | {
      readonly kind: 'matrix';
      readonly entries: readonly RangeEntry[];
      readonly fromSeconds: number;
      readonly toSeconds: number;
    };

/** The same text for the same labels, whatever their order. */
export function keyOf(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** Operations that change what a value means take its name away. */
export function withoutName({ __name__: _, ...labels }: Labels): Labels {
  return labels;
}

export function vectorOf(entries: readonly VectorEntry[]): QueryValue {
  return { kind: 'vector', entries };
}
