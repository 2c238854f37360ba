/** Rates of k6 are whole numbers a time unit. */
export interface WholeRates {
  readonly rates: readonly number[];
  readonly timeUnitSeconds: number;
  /** Whether nothing had to be rounded. */
  readonly isExact: boolean;
}

/** Factors by which a time unit is made longer, so that a fraction becomes whole: 0.5 a second is 1 every 2 s. */
const factors = [
  1, 2, 3, 4, 5, 6, 8, 9, 10, 12, 15, 20, 25, 30, 40, 50, 60, 100, 120, 200, 250, 500, 600, 1e3, 3600, 1e4, 1e5, 1e6,
];

/** The same rates as whole numbers in the shortest longer unit; rounded in millionths where none fits. */
export function wholeRates(rates: readonly number[], timeUnitSeconds: number): WholeRates {
  const isWhole = (value: number) => Math.abs(value - Math.round(value)) <= 1e-9 * Math.max(1, value);
  const fitting = factors.find((factor) => rates.every((rate) => isWhole(rate * factor)));
  const factor = fitting ?? factors[factors.length - 1];
  return {
    rates: rates.map((rate) => Math.round(rate * factor)),
    timeUnitSeconds: timeUnitSeconds * factor,
    isExact: fitting !== undefined,
  };
}
