/** A number as people read it: at most four significant digits, no exponent. */
export function numberText(value: number): string {
  const rounded = Number(value.toPrecision(4));
  return Math.abs(rounded) >= 1e21 ? String(rounded) : String(Math.abs(value) >= 1e4 ? Math.round(value) : rounded);
}
