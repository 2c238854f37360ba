/** The other functions that the language has: of text, maps, times and lists of them. */
export const otherFunctions = ('bitand bitnand bitnot bitor bitshl bitshr bitushr bitxor concat date duration filter find findIndex findLast findLastIndex ' +
    'first flatten fromBase64 fromJSON fromPairs get groupBy hasPrefix hasSuffix indexOf join keys last lastIndexOf len lower map ' +
    'now reduce repeat replace reverse sort sortBy split splitAfter string take timezone toBase64 toJSON toPairs trim trimPrefix ' +
    'trimSuffix type uniq upper values').split(' ');
const sum = (numbers) => numbers.reduce((total, number) => total + number, 0);
const one = { result: 'number', inputCounts: [1, 1] };
const some = { result: 'number', inputCounts: [1, 100] };
/** Functions with a predicate get 1 for each element it holds of, else 0. */
const predicate = { inputCounts: [1, 1], takesPredicate: true };
/**
 * The functions of a formula, by name.
 *
 * Source: expr-lang/expr 1.17, docs/language-definition.md. Without a value, `max`, `min`, `mean` and `median` have none.
 */
export const formulaFunctions = {
    max: { ...some, of: (numbers) => Math.max(...numbers) },
    min: { ...some, of: (numbers) => Math.min(...numbers) },
    sum: { ...one, of: sum },
    mean: { ...some, of: (numbers) => sum(numbers) / numbers.length },
    median: { ...some, of: median },
    abs: { ...one, of: ([number]) => Math.abs(number) },
    ceil: { ...one, of: ([number]) => Math.ceil(number) },
    floor: { ...one, of: ([number]) => Math.floor(number) },
    // Halves go away from zero, as in Go.
    round: { ...one, of: ([number]) => Math.sign(number) * Math.floor(Math.abs(number) + 0.5) },
    int: { ...one, of: ([number]) => Math.trunc(number) },
    float: { ...one, of: ([number]) => number },
    count: { ...predicate, result: 'number', of: sum },
    all: { ...predicate, result: 'boolean', of: (holds) => (holds.every((hold) => hold === 1) ? 1 : 0) },
    any: { ...predicate, result: 'boolean', of: (holds) => (holds.includes(1) ? 1 : 0) },
    none: { ...predicate, result: 'boolean', of: (holds) => (holds.includes(1) ? 0 : 1) },
    one: { ...predicate, result: 'boolean', of: (holds) => (sum(holds) === 1 ? 1 : 0) },
};
function median(numbers) {
    const sorted = [...numbers].sort((a, b) => a - b);
    const middle = sorted.length / 2;
    return Number.isInteger(middle) ? (sorted[middle - 1] + sorted[middle]) / 2 : sorted[Math.floor(middle)];
}
