import { groupLabels } from './aggregate.js';
import { QueryError } from './expression.js';
import { keyOf, vectorOf, withoutName } from './vector.js';
const arithmetic = {
    '+': (a, b) => a + b,
    '-': (a, b) => a - b,
    '*': (a, b) => a * b,
    '/': (a, b) => a / b,
    '%': (a, b) => a % b,
    '^': (a, b) => a ** b,
    atan2: Math.atan2,
};
const comparisons = {
    '==': (a, b) => a === b,
    '!=': (a, b) => a !== b,
    '>': (a, b) => a > b,
    '<': (a, b) => a < b,
    '>=': (a, b) => a >= b,
    '<=': (a, b) => a <= b,
};
/** Two values by an operator. @throws QueryError where Prometheus would refuse */
export function combine(binary, left, right) {
    const { op, text } = binary;
    for (const { kind } of [left, right]) {
        if (kind !== 'scalar' && kind !== 'vector') {
            throw new QueryError(`${text}: parse error: binary expression must contain only scalar and instant vector types`);
        }
    }
    const a = left.kind === 'vector' ? left.entries : undefined;
    const b = right.kind === 'vector' ? right.entries : undefined;
    const [x, y] = [scalarOf(left), scalarOf(right)];
    if (['and', 'or', 'unless'].includes(op)) {
        if (a === undefined || b === undefined) {
            throw new QueryError(`${text}: parse error: set operator "${op}" not allowed in binary scalar expression`);
        }
        return vectorOf(combineSets(op, a, b, binary.matching));
    }
    if (a === undefined && b === undefined)
        return combineScalars(binary, x, y);
    if (a !== undefined && b !== undefined)
        return vectorOf(combineVectors(binary, a, b));
    const isLeft = a !== undefined;
    const entries = a ?? b ?? [];
    return vectorOf(entries.flatMap((entry) => {
        const [own, other] = isLeft ? [entry.value, y] : [x, entry.value];
        return resultOf(binary, { entry, own, other, kept: entry.value });
    }));
}
function scalarOf(value) {
    return value.kind === 'scalar' ? value.value : Number.NaN;
}
function combineScalars({ op, isBool, text }, x, y) {
    if (Object.hasOwn(arithmetic, op))
        return { kind: 'scalar', value: arithmetic[op](x, y) };
    if (!Object.hasOwn(comparisons, op))
        throw new QueryError(`${text}: the operator "${op}" is not simulated`);
    if (!isBool)
        throw new QueryError(`${text}: parse error: comparisons between scalars must use BOOL modifier`);
    return { kind: 'scalar', value: Number(comparisons[op](x, y)) };
}
/** Arithmetic drops the name; a comparison filters, or says 0 or 1 with `bool`. */
function resultOf({ op, isBool, text }, { entry, own, other, kept }) {
    if (Object.hasOwn(arithmetic, op))
        return [{ labels: withoutName(entry.labels), value: arithmetic[op](own, other) }];
    if (!Object.hasOwn(comparisons, op))
        throw new QueryError(`${text}: the operator "${op}" is not simulated`);
    const holds = comparisons[op](own, other);
    if (isBool)
        return [{ labels: withoutName(entry.labels), value: Number(holds) }];
    return holds ? [{ ...entry, value: kept }] : [];
}
const allLabels = { isOnly: false, labels: [] };
function combineVectors(binary, left, right) {
    const { matching = allLabels, text } = binary;
    const others = new Map();
    for (const entry of right) {
        const key = keyOf(groupLabels(entry.labels, matching));
        if (others.has(key))
            throw many(text, 'right');
        others.set(key, entry);
    }
    const seen = new Set();
    return left.flatMap((entry) => {
        const labels = groupLabels(entry.labels, matching);
        const key = keyOf(labels);
        const other = others.get(key);
        if (other === undefined)
            return [];
        if (seen.has(key))
            throw many(text, 'left');
        seen.add(key);
        const isComparison = Object.hasOwn(comparisons, binary.op) && !binary.isBool;
        const shown = isComparison && binary.matching === undefined ? entry : { ...entry, labels };
        return resultOf(binary, { entry: shown, own: entry.value, other: other.value, kept: entry.value });
    });
}
function many(text, side) {
    return new QueryError(`${text}: found duplicate series for the match group on the ${side} hand-side of the operation`, 'aggregate both sides, for example with sum(...), or match with on(...)');
}
function combineSets(op, left, right, matching = allLabels) {
    const keyed = (entry) => keyOf(groupLabels(entry.labels, matching));
    const [own, others] = [new Set(left.map(keyed)), new Set(right.map(keyed))];
    if (op === 'and')
        return left.filter((entry) => others.has(keyed(entry)));
    if (op === 'unless')
        return left.filter((entry) => !others.has(keyed(entry)));
    return [...left, ...right.filter((entry) => !own.has(keyed(entry)))];
}
