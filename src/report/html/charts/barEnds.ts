import * as Plot from '@observablehq/plot';

interface NamedBar {
  readonly name: string;
  readonly color: string;
  readonly total: string;
}

interface Ends {
  readonly className: string;
  /** Where the bar ends, on the x scale. */
  readonly end: number;
  /** The name, as far as there is room. */
  readonly shown: string;
  /** Pixels left of the bars. */
  readonly left: number;
}

/** What stands around a bar: its name before it, its total after it. */
export function barEnds(bar: NamedBar, { className, end, shown, left }: Ends): Plot.Markish[] {
  const text = { className, y: 'name', textAnchor: 'start', fontWeight: 600 } as const;
  return [
    Plot.text([bar], { ...text, x: () => end, text: 'total', dx: 6, fill: 'var(--ink)' }),
    Plot.text([bar], { ...text, x: () => 0, text: () => shown, title: 'name', dx: -left, fill: 'color' }),
  ];
}
