import { parseDecimal } from '../../../base/numberText.js';
import { formOfUnit } from '../series/wordsOf.js';
/** What tools write for no value; Prometheus' infinities come of a division by nothing. */
const noValue = /^(|-|nan|null|undefined|n\/a|[+-]?inf(inity)?)$/i;
const numberThenUnit = /^([-+]?[\d.,' ]*\d(?:\.\d*)?(?:e[-+]?\d+)?)\s*([^\d\s].*)?$/i;
/** Grafana's short scale, and the prefixes of SI. Source: grafana/grafana, packages/grafana-data/src/valueFormats. */
const shortScale = { k: 1e3, mil: 1e6, m: 1e6, bil: 1e9, g: 1e9, tri: 1e12, t: 1e12 };
/**
 * The number in a cell, in the unit behind it: `12.5`, `1.25 K`, `45%`, `350 ms`, `1,234.5`.
 *
 * @param hasDecimalComma the table's delimiter is no comma, so `12,5` is 12.5
 * @returns undefined where the cell holds anything else
 */
export function cellNumber(text, hasDecimalComma) {
    const cell = text.trim();
    const plain = parseDecimal(cell);
    if (plain !== undefined)
        return { value: plain, unit: '' };
    if (noValue.test(cell))
        return { value: Number.NaN, unit: '' };
    const [, digits, behind = ''] = numberThenUnit.exec(cell) ?? [];
    if (digits === undefined)
        return undefined;
    const value = parseDecimal(pointed(digits, hasDecimalComma));
    if (value === undefined)
        return undefined;
    const unit = behind.trim();
    if (unit === '' || formOfUnit(unit) !== undefined)
        return { value, unit };
    const [, prefix, rest] = /^(k|mil|m|bil|g|tri|t)\b\s*(.*)$/i.exec(unit) ?? [];
    if (prefix === undefined || (rest !== '' && formOfUnit(rest) === undefined))
        return undefined;
    return { value: value * shortScale[prefix.toLowerCase()], unit: rest };
}
/** With a point for the decimals and without separators of thousands; as it was where it is neither. */
function pointed(digits, hasDecimalComma) {
    if (hasDecimalComma && /^[-+]?\d+,\d+(e[-+]?\d+)?$/i.test(digits))
        return digits.replace(',', '.');
    return /^[-+]?\d{1,3}([,' ]\d{3})+(\.\d*)?$/.test(digits) ? digits.replace(/[,' ]/g, '') : digits;
}
