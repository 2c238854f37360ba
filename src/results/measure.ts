/** One number a report states: what it means and which way is better. The registry of measures is measures/index.ts. */
export interface Measure {
  /** snake_case, ending in its unit. */
  readonly name: string;
  /** Short label for tables, in the words of the people who read it. */
  readonly label: string;
  /** `ms`, `s`, `usd`, `ratio`, `percent`, `count`, `instances`, `per_second`, `per_hour`, `hours`. */
  readonly unit: string;
  /** Which direction is better; `none` where neither is. */
  readonly better: 'lower' | 'higher' | 'none';
  readonly definition: string;
  readonly formula: string;
  /** Where the definition comes from. */
  readonly source: string;
}
