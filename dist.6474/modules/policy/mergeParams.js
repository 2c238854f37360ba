import { suggestion } from '../base/nearest.js';
import { parseDecimal } from '../base/numberText.js';
import { describeValue } from './describeValue.js';
import { Opaque } from './opaque.js';
import { PolicyFault } from './policy.js';
/**
 * The parameters of one policy: its defaults, replaced by what the user gave.
 *
 * @throws PolicyFault of kind `load` for an unknown name, a value of another type, or defaults that are not plain values
 */
export function mergeParams({ fileName, defaults, overrides, placeOf = () => fileName }) {
    const declared = readDefaults(defaults, { fileName, placeOf });
    const known = [...declared.keys()];
    const merged = new Map(declared);
    for (const [name, value] of Object.entries(overrides)) {
        const preset = declared.get(name);
        if (preset === undefined) {
            const hint = known.length === 0 ? 'It declares none: add it to `params`.' : suggestion(name, known);
            throw new PolicyFault(`${fileName}: has no parameter "${name}". ${hint}`, { kind: 'load' });
        }
        merged.set(name, convert(value, { name, preset, fileName }));
    }
    return Object.fromEntries(merged);
}
function readDefaults(defaults, { fileName, placeOf }) {
    const declared = new Map();
    if (defaults === undefined || defaults === null)
        return declared;
    if (typeof defaults !== 'object' || Array.isArray(defaults) || defaults instanceof Opaque) {
        throw new PolicyFault(`${fileName}: params is ${describeValue(defaults)}, expected names with values.`, {
            kind: 'load',
        });
    }
    for (const [name, value] of Object.entries(defaults)) {
        const isPlain = typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean';
        if (!isPlain || Number.isNaN(value)) {
            const text = `${placeOf(name)}: the parameter "${name}" is ${describeValue(value)}, expected a number, text or true/false.`;
            throw new PolicyFault(text, { kind: 'load' });
        }
        declared.set(name, value);
    }
    return declared;
}
/** Command lines carry text, so the default's type decides what a text means. */
function convert(value, { name, preset, fileName }) {
    if (typeof value === typeof preset)
        return value;
    if (typeof preset === 'string')
        return String(value);
    const number = typeof value === 'string' ? parseDecimal(value.trim()) : undefined;
    if (typeof preset === 'number' && number !== undefined)
        return number;
    if (typeof preset === 'boolean' && (value === 'true' || value === 'false'))
        return value === 'true';
    const text = `${fileName}: the parameter "${name}" got ${describeValue(value)}, expected a ${typeof preset} like its default ${preset}.`;
    throw new PolicyFault(text, { kind: 'load' });
}
