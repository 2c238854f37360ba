import { formatDuration } from '../../base/duration.js';
import { suggestion } from '../../base/nearest.js';
import { formatSize } from '../../base/quantity.js';
import { scenarioSchema } from '../schema.js';
import { dottedPaths, findKeyPath, valueAt, withValueAt } from './keyPath.js';
import { quantityOf } from './quantity.js';
/** Reads the ranges of the assumptions; everything that is wrong with them is a finding. */
export function readRanges(written) {
    const findings = [];
    const ranges = [];
    const notDrawn = { withoutRange: [], noNumber: [], given: [] };
    for (const [index, assumption] of (written.resolved.assumptions ?? []).entries()) {
        const { path, low, high } = assumption;
        const keys = findKeyPath(written.input, path) ?? findKeyPath(written.resolved, path);
        if (keys === undefined) {
            findings.push(unknownPath(path, index, written.resolved));
            continue;
        }
        const quantity = quantityOf(valueAt(written.input, keys) ?? valueAt(written.resolved, keys));
        if (low === undefined && high === undefined)
            notDrawn.withoutRange.push(path);
        else if (quantity === undefined)
            notDrawn.noNumber.push(path);
        else if (written.given.some((given) => isWithin(given.split('.'), keys) || isWithin(keys, given.split('.'))))
            notDrawn.given.push(path);
        else {
            const range = readRange({ ...assumption, index, keys, quantity }, written.input);
            const double = ranges.find((other) => isWithin(other.keys, keys) || isWithin(keys, other.keys));
            if (Array.isArray(range))
                findings.push(...range);
            else if (double !== undefined)
                findings.push(twice(range, double, index));
            else
                ranges.push(range);
        }
    }
    return { ranges, notDrawn, findings };
}
/** An end that is left out is the value itself. */
function readRange({ path, basis, index, keys, quantity, ...ends }, input) {
    const findings = [];
    const amounts = { low: quantity.amount, high: quantity.amount };
    for (const end of ['low', 'high']) {
        const text = ends[end];
        if (text === undefined)
            continue;
        const issue = scenarioSchema.safeParse(withValueAt(input, keys, text)).error?.issues[0];
        const amount = quantityOf(text);
        if (issue !== undefined || amount === undefined) {
            findings.push(badEnd({ end, text, path, index }, issue?.message));
            continue;
        }
        amounts[end] = amount.amount;
        const beyond = (end === 'low' ? 1 : -1) * (amount.amount - quantity.amount);
        if (beyond > roundingShare * Math.abs(quantity.amount))
            findings.push(beyondValue({ end, text, path, index }, quantity));
    }
    if (findings.length > 0)
        return findings;
    const range = {
        path,
        keys,
        quantity,
        basis,
        low: Math.min(amounts.low, quantity.amount),
        high: Math.max(amounts.high, quantity.amount),
    };
    return { ...range, isWhole: isWhole(range, input) };
}
/** A mean may be a sum whose last digits differ from what somebody wrote. */
const roundingShare = 1e-9;
/** Whether the schema refuses what lies between two whole numbers of the range. */
function isWhole({ low, high, quantity, keys }, input) {
    if (quantity.unit !== '' || ![low, high, quantity.amount].every(Number.isInteger) || low === high)
        return false;
    return !scenarioSchema.safeParse(withValueAt(input, keys, low + 0.5)).success;
}
function isWithin(outer, inner) {
    return outer.every((key, index) => inner[index] === key);
}
function unknownPath(path, index, resolved) {
    return {
        code: 'unknown-path',
        path: ['assumptions', index, 'path'],
        what: `"${path}" is not a value of this scenario`,
        why: 'An assumption says where a value of the scenario comes from.',
        fix: suggestion(path, dottedPaths(resolved).slice(0, 1000)).split(' Known:')[0] ||
            'name a key path such as services.web.instance.startup.',
    };
}
function badEnd({ end, text, path, index }, message) {
    const [what, , fix] = (message ?? '').split('\n');
    return {
        code: 'bad-range',
        path: ['assumptions', index, end],
        what: `${end} is ${JSON.stringify(text)}, which ${path} cannot be${what === undefined || what === '' ? '' : `: ${what}`}`,
        why: 'Worlds are drawn between low and high, and each must be a scenario.',
        fix: fix ?? `write ${end} as the value of ${path} is written.`,
    };
}
function beyondValue({ end, text, path, index }, { amount, unit }) {
    const value = unit === 's' ? formatDuration(amount) : unit === 'bytes' ? formatSize(amount) : String(amount);
    const [side, relation] = end === 'low' ? ['above', 'low <= value'] : ['below', 'value <= high'];
    return {
        code: 'range-without-value',
        path: ['assumptions', index, end],
        what: `${end} is ${text}, ${side} the value of ${path}, ${value}`,
        why: `The value must lie within its own range: ${relation}.`,
        fix: `write ${end} as ${value} or ${end === 'low' ? 'less' : 'more'}, or correct the value.`,
    };
}
function twice({ path }, other, index) {
    return {
        code: 'double-range',
        path: ['assumptions', index, 'path'],
        what: `"${path}" has a range, and so has ${other.path === path ? 'the same path above' : other.path}`,
        why: 'Both would be drawn, and one would overwrite the other.',
        fix: 'keep the range of one of them.',
    };
}
