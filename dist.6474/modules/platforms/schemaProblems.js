import { z } from 'zod';
import { nearest, suggestion } from '../base/nearest.js';
import { fieldAt } from './fieldAt.js';
/**
 * What a schema found wrong in a manifest, as problems with a place, a reason and a fix.
 *
 * A schema's own message of three lines is taken as what, why and fix.
 */
export function schemaProblems(issues, subject) {
    return issues.flatMap((issue) => {
        if (issue.code !== 'unrecognized_keys') {
            return [{ ...wordsOf(issue, subject), where: subject.place(issue.path) }];
        }
        const known = keysAt(subject, issue.path);
        return issue.keys.map((key) => {
            const path = [...issue.path, key];
            return { ...unknownKey(path, known, subject.reasons), where: subject.place(path, true) };
        });
    });
}
function unknownKey(path, known, reasons) {
    const key = String(path.at(-1));
    const close = nearest(key, known);
    return {
        code: 'unknown-key',
        what: `unknown key "${path.map(String).join('.')}"${close === undefined ? '' : `; did you mean ${close}?`}`,
        why: reasons.unknownKey,
        fix: suggestion(key, known) || 'remove it.',
    };
}
function wordsOf(issue, subject) {
    const { reasons } = subject;
    const key = nameOf(issue.path);
    const value = fieldAt(subject.value, issue.path);
    if (issue.message.includes('\n')) {
        const [what, why, fix] = issue.message.split('\n');
        return { code: 'bad-value', what: `${key} ${what}`, why, fix };
    }
    if ((value === undefined || value === null) && issue.code !== 'custom')
        return missingKey(issue, subject);
    if (issue.code === 'invalid_value')
        return unknownValue(key, value, issue.values.map(String), reasons);
    const choices = issue.code === 'invalid_union' ? discriminatorsAt(subject, issue.path) : [];
    if (choices.length > 0)
        return unknownValue(key, value, choices, reasons);
    if (issue.code === 'too_small' || issue.code === 'too_big')
        return outOfRange(key, value, issue, reasons);
    const expected = issue.code === 'invalid_type' ? expectedWords(issue.expected) : 'another kind of value';
    return {
        code: 'wrong-type',
        what: `${key} is ${shown(value)}, but ${expected} is expected`,
        why: reasons.wrongType(value),
        fix: `write ${expected}.`,
    };
}
/** The last key of a path; an element of a list is named with its list. */
function nameOf(path) {
    const last = path.at(-1);
    if (typeof last === 'number' && path.length > 1)
        return `${String(path.at(-2))}[${last}]`;
    return last === undefined ? 'the document' : String(last);
}
function missingKey(issue, { value, reasons }) {
    const key = nameOf(issue.path);
    const parent = fieldAt(value, issue.path.slice(0, -1));
    const options = issue.code === 'invalid_value' ? ` (one of ${issue.values.map(String).join(', ')})` : '';
    const also = typeof parent === 'object' ? '' : ' and what belongs in it';
    return {
        code: 'missing-key',
        what: `${key} is missing`,
        why: reasons.missingKey,
        fix: `add \`${key}\`${also}${options}.`,
    };
}
function unknownValue(key, value, options, reasons) {
    return {
        code: 'unknown-value',
        what: `${key} is ${shown(value)}, but one of ${options.join(', ')} is expected`,
        why: reasons.unknownValue,
        fix: suggestion(typeof value === 'string' ? value : '', options),
    };
}
function outOfRange(key, value, issue, reasons) {
    const isSmall = issue.code === 'too_small';
    const sign = `${isSmall ? '>' : '<'}${issue.inclusive === false ? '' : '='}`;
    const allowed = `${sign} ${isSmall ? issue.minimum : issue.maximum}`;
    const isLength = issue.origin === 'array' || issue.origin === 'string';
    return {
        code: 'out-of-range',
        what: isLength ? `${key} is empty` : `${key} is ${shown(value)}, but must be ${allowed}`,
        why: reasons.outOfRange,
        fix: isLength ? 'give at least one, or leave the key out.' : `choose a value ${allowed}.`,
    };
}
const plainWords = {
    object: 'a map',
    record: 'a map',
    array: 'a list',
    string: 'text',
    int: 'a whole number',
    boolean: 'true or false',
};
function expectedWords(type) {
    return plainWords[type] ?? `a ${type}`;
}
/** A value as a message quotes it, with its type. */
function shown(value) {
    if (typeof value === 'string')
        return `"${value.length > 60 ? `${value.slice(0, 60)}...` : value}" (string)`;
    if (Array.isArray(value))
        return 'a list';
    if (typeof value === 'object')
        return value === null ? 'nothing (null)' : 'a map';
    return `${String(value)} (${typeof value})`;
}
/** The keys that the map at a path may have; of a choice, those of the option that the value names. */
function keysAt(subject, path) {
    const { value } = subject;
    const inner = optionOf(schemaAt(subject, path), fieldAt(value, path));
    return inner instanceof z.ZodObject ? Object.keys(inner.shape) : [];
}
/** What may stand at a path whose value tells the options of a choice apart; empty at any other. */
function discriminatorsAt(subject, path) {
    const union = schemaAt(subject, path.slice(0, -1));
    if (!(union instanceof z.ZodDiscriminatedUnion))
        return [];
    return union.options.flatMap((option) => {
        const literal = option instanceof z.ZodObject ? option.shape[union.def.discriminator] : undefined;
        return literal instanceof z.ZodLiteral ? [...literal.values].map(String) : [];
    });
}
function schemaAt({ schema, value }, path) {
    let here = bare(schema);
    for (const [depth, key] of path.entries()) {
        here = optionOf(here, fieldAt(value, path.slice(0, depth)));
        if (here instanceof z.ZodObject)
            here = here.shape[String(key)];
        else if (here instanceof z.ZodArray)
            here = here.element;
        here = bare(here);
    }
    return here;
}
function optionOf(schema, value) {
    if (!(schema instanceof z.ZodDiscriminatedUnion))
        return schema;
    const { discriminator } = schema.def;
    return schema.options.find((option) => option instanceof z.ZodObject && option.shape[discriminator].safeParse(fieldAt(value, [discriminator])).success);
}
function bare(schema) {
    let inner = schema;
    while (inner instanceof z.ZodOptional ||
        inner instanceof z.ZodNullable ||
        inner instanceof z.ZodDefault ||
        inner instanceof z.ZodPrefault) {
        inner = inner.unwrap();
    }
    return inner;
}
/** Why the API server of Kubernetes cannot take a value. */
export const apiServerReasons = {
    unknownKey: 'The API server refuses it, or drops it without notice; nothing would read it.',
    missingKey: 'It has no default.',
    outOfRange: 'The API server refuses it.',
    unknownValue: 'The API server knows no other.',
    wrongType: () => 'The API server converts nothing.',
};
