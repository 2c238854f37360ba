import { z } from 'zod';

/** Of a nanosecond 1e-3 would be no exact factor. */
const perUnit: Readonly<Record<string, number>> = { us: 1, µs: 1, ms: 1e3, s: 1e6 };

/** Schema of a very short time: text such as `14.4us` in the file, microseconds in the program. */
export function microsecondsSchema() {
  return z.codec(
    z.string({ error: (issue) => message(issue.input) }).meta({
      title: 'short time',
      description: 'A time with one unit, e.g. 16.7ms, 14.4us',
      examples: ['14.4us'],
      pattern: '^(\\d+(\\.\\d*)?|\\.\\d+)(ns|us|µs|ms|s)$',
    }),
    z.number(),
    {
      decode: (text, context) => {
        const [, amount, unit] = /^(\d+(?:\.\d*)?|\.\d+)(ns|us|µs|ms|s)$/.exec(text) ?? [];
        if (amount !== undefined) return unit === 'ns' ? Number(amount) / 1e3 : Number(amount) * perUnit[unit];
        context.issues.push({ code: 'custom', input: text, message: message(text) });
        return z.NEVER;
      },
      encode: (microseconds) => `${decimal(microseconds)}us`,
    },
  );
}

/** Digits enough for any double, and no exponent. */
function decimal(value: number): string {
  const text = String(value);
  return text.includes('e') ? value.toFixed(40).replace(/\.?0+$/, '') : text;
}

function message(input: unknown): string {
  const shown = typeof input === 'string' ? `"${input}" (string)` : `${JSON.stringify(input)} (${typeof input})`;
  return `got ${shown}, which is not a time with a unit\nA bare number could mean anything from nanoseconds to seconds.\nwrite for example 16.7ms or 14.4us.`;
}
