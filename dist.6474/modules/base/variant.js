import { z } from 'zod';
import { suggestion } from './nearest.js';
/** The maker for one kind of variant; fixes what `build` gets and gives. */
export function variantOf() {
    return (variant) => variant;
}
/** Input schemas made by `settingsOf`, with their lists: JSON Schema and docs read the choices from here. */
export const choiceLists = new WeakMap();
/**
 * Schema of a choice among variants: a name (`random`) or a map with one key, the name, holding the settings.
 *
 * The parsed form is `{ variant, settings }`. Messages have three lines: what, why, fix.
 */
export function settingsOf(list, { what, shorthand, bareMap }) {
    const names = list.map((variant) => variant.name);
    const input = z.custom();
    choiceLists.set(input, {
        what,
        list,
        shorthand: list.find(({ name }) => name === shorthand),
        bareMap: list.find(({ name }) => name === bareMap?.name),
    });
    return z.codec(input, z.custom(), {
        decode: (value, context) => {
            const choice = readChoice(value, { names, what, shorthand, bareMap });
            if ('message' in choice) {
                context.issues.push({ code: 'custom', input: value, message: choice.message, path: choice.path });
                return z.NEVER;
            }
            const variant = list.find((candidate) => candidate.name === choice.name);
            const parsed = variant?.schema.safeParse(choice.settings);
            if (parsed?.success) {
                // safe: the settings were parsed by the very schema that the type of this variant names.
                return { variant: choice.name, settings: parsed.data };
            }
            const prefix = choice.isMap ? [choice.name] : [];
            for (const issue of parsed?.error.issues ?? []) {
                // safe: an issue of zod is passed on unchanged but for its path.
                context.issues.push({ ...issue, path: [...prefix, ...issue.path] });
            }
            return z.NEVER;
        },
        encode: (chosen) => {
            const variant = list.find((candidate) => candidate.name === chosen.variant);
            // safe: the encoded settings of a variant are its input by construction.
            return { [chosen.variant]: z.encode(variant?.schema ?? z.any(), chosen.settings) };
        },
    });
}
function readChoice(value, { names, what, shorthand, bareMap }) {
    if (typeof value === 'string') {
        if (names.includes(value))
            return { name: value, settings: {}, isMap: false };
        if (shorthand !== undefined)
            return { name: shorthand, settings: value, isMap: false };
        return { message: unknownName(value, names, what), path: [] };
    }
    if (typeof value === 'number' && shorthand !== undefined)
        return { name: shorthand, settings: value, isMap: false };
    if (typeof value !== 'object' || value === null || Array.isArray(value)) {
        const shown = JSON.stringify(value) ?? 'nothing';
        const message = `got ${shown}, but a ${what} is a name or a map with one key\nThe key names the ${what}, its value holds the settings.\nwrite one of: ${names.join(', ')}.`;
        return { message, path: [] };
    }
    if (bareMap?.recognises(value))
        return { name: bareMap.name, settings: value, isMap: false };
    const keys = Object.keys(value);
    if (keys.length !== 1) {
        const message = `has ${keys.length} keys (${keys.join(', ')}), but a ${what} is a map with one key\nThe key names the ${what}, its value holds the settings.\nkeep one of: ${names.join(', ')}.`;
        return { message, path: [] };
    }
    if (!names.includes(keys[0]))
        return { message: unknownName(keys[0], names, what), path: [keys[0]] };
    return { name: keys[0], settings: Object.values(value)[0], isMap: true };
}
function unknownName(name, names, what) {
    return `"${name}" is not a ${what}\nOnly the ones listed here are built in.\n${suggestion(name, names)}`;
}
/** Builds the chosen variant of a list. */
export function builderOf(list) {
    return (chosen, context) => {
        const variant = list.find((candidate) => candidate.name === chosen.variant);
        // safe: `chosen` was parsed by `settingsOf` over the same list, so the variant exists and its settings fit.
        return variant.build(chosen.settings, context);
    };
}
