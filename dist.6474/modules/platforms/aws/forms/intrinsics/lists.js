import { isOpen, OpenValue } from '../../openValue.js';
import { isList, openFor, opensIn, plainText } from './resolved.js';
const select = (call) => {
    const [given, list] = Array.isArray(call.argument) ? call.argument : [];
    const index = call.evaluate(given, 0);
    const items = call.evaluate(list, 1);
    if (isOpen(items)) {
        // A part of a resource's name or ARN still stands for the resource.
        return items.resource === undefined
            ? openFor(`Fn::Select ${plainText(index)} of ${items.text}`, opensIn([index, items]))
            : items;
    }
    if (isOpen(index))
        return openFor(`Fn::Select ${index.text}`, [index]);
    const place = Number(index);
    if (isList(items) && index !== '' && Number.isInteger(place) && place >= 0 && place < items.length) {
        return items[place];
    }
    const count = isList(items) ? `a list of ${items.length}` : 'no list';
    return call.refuse(`Fn::Select takes item ${plainText(index)} of ${count}`, 'write `Fn::Select: [0, [a, b]]`; the first item is 0.');
};
const split = (call) => {
    const [delimiter, given] = Array.isArray(call.argument) ? call.argument : [];
    const text = call.evaluate(given, 1);
    if (typeof delimiter === 'string' && delimiter !== '') {
        if (isOpen(text))
            return text.resource === undefined ? openFor(`Fn::Split of ${text.text}`, [text]) : text;
        if (typeof text === 'string' || typeof text === 'number')
            return String(text).split(delimiter);
    }
    return call.refuse('Fn::Split takes a delimiter and a text', 'write `Fn::Split: [",", "a,b"]`.');
};
const length = (call) => {
    const items = call.evaluate(call.argument);
    if (isList(items))
        return items.length;
    if (isOpen(items))
        return openFor(`Fn::Length of ${items.text}`, [items]);
    return call.refuse('Fn::Length takes a list', 'write `Fn::Length: [a, b]`.');
};
/** Known only to the account or region that a template is deployed to. */
const unknowable = (call) => {
    const value = call.evaluate(call.argument);
    const inner = opensIn(value);
    return new OpenValue(`${call.name} ${plainText(value).slice(0, 60)}`.trim(), inner.flatMap(({ names }) => names));
};
/** Functions that read or make lists, and those that only a deployment answers. */
export const lists = {
    'Fn::Select': select,
    'Fn::Split': split,
    'Fn::Length': length,
    'Fn::GetAZs': unknowable,
    'Fn::Cidr': unknowable,
    'Fn::ImportValue': unknowable,
    'Fn::Transform': unknowable,
    'Fn::GetStackOutput': unknowable,
};
