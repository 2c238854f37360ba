import { suggestion } from '../base/nearest.js';
import { parseDecimal } from '../base/numberText.js';
import { describeValue } from './describeValue.js';
import { Opaque } from './opaque.js';
import { type Params, PolicyFault } from './policy.js';

interface ParamsMerge {
  readonly fileName: string;
  /** What the policy declares: the known names, and by their values the known types. */
  readonly defaults: unknown;
  /** What the command line or the scenario gives. */
  readonly overrides: Params;
  /** Where the file declares a parameter, `policy.lua:3`; the file alone where it is not known. */
  placeOf?(name: string): string;
}

/**
 * The parameters of one policy: its defaults, replaced by what the user gave.
 *
 * @throws PolicyFault of kind `load` for an unknown name, a value of another type, or defaults that are not plain values
 */
export function mergeParams({ fileName, defaults, overrides, placeOf = () => fileName }: ParamsMerge): Params {
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

function readDefaults(
  defaults: unknown,
  { fileName, placeOf }: { readonly fileName: string; placeOf(name: string): string },
): Map<string, number | string | boolean> {
  const declared = new Map<string, number | string | boolean>();
  if (defaults === undefined || defaults === null) return declared;
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

interface Conversion {
  readonly name: string;
  readonly preset: number | string | boolean;
  readonly fileName: string;
}

/** Command lines carry text, so the default's type decides what a text means. */
function convert(value: number | string | boolean, { name, preset, fileName }: Conversion): number | string | boolean {
  if (typeof value === typeof preset) return value;
  if (typeof preset === 'string') return String(value);
  const number = typeof value === 'string' ? parseDecimal(value.trim()) : undefined;
  if (typeof preset === 'number' && number !== undefined) return number;
  if (typeof preset === 'boolean' && (value === 'true' || value === 'false')) return value === 'true';
  const text = `${fileName}: the parameter "${name}" got ${describeValue(value)}, expected a ${typeof preset} like its default ${preset}.`;
  throw new PolicyFault(text, { kind: 'load' });
}
