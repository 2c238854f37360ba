/** Cases that cost a program each: every n-th that is not long runs in npm test, all others in npm run check:ci. */
export function sampled<const T>(
  cases: readonly T[],
  every: number,
  isLong: (one: T) => boolean = () => false,
): { readonly tags: string[]; readonly part: readonly T[] }[] {
  const quick = new Set(cases.filter((one) => !isLong(one)).filter((_, index) => index % every === 0));
  return [
    { tags: [], part: cases.filter((one) => quick.has(one)) },
    { tags: ['ci'], part: cases.filter((one) => !quick.has(one)) },
  ];
}

/** A property, and of how many cases it is held: few in npm test, many in npm run check:ci. */
export const caseCounts = (
  few: number,
  many: number,
): readonly { readonly tags: string[]; readonly numRuns: number }[] => [
  { tags: [], numRuns: few },
  { tags: ['ci'], numRuns: many },
];
