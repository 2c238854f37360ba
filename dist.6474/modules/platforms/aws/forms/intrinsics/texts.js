import { isOpen, OpenValue } from '../../openValue.js';
import { isRecord } from '../../read/resource.js';
import { attribute, named } from './references.js';
import { isList, joined, openFor, opensIn, plainText } from './resolved.js';
/** `a ${Name} b ${Resource.Attribute} c ${!Literal}`: the pieces of a pattern. */
function pieces(pattern, call, own) {
    return pattern.split(/(\$\{[^}]*\})/).map((piece) => {
        const name = /^\$\{([^}]*)\}$/.exec(piece)?.[1].trim();
        if (name === undefined)
            return piece;
        if (name.startsWith('!'))
            return `\${${name.slice(1)}}`;
        if (Object.hasOwn(own, name))
            return call.evaluate(own[name], 1, name);
        const dot = name.indexOf('.');
        const value = dot < 0 ? named(name, call) : attribute(name.slice(0, dot), name.slice(dot + 1), call);
        call.spend(value);
        return value;
    });
}
const sub = (call) => {
    const [pattern, own = {}] = Array.isArray(call.argument) ? call.argument : [call.argument];
    if (typeof pattern !== 'string' || !isRecord(own)) {
        // biome-ignore lint/suspicious/noTemplateCurlyInString: the notation of CloudFormation itself.
        return call.refuse('Fn::Sub takes a text, or a text and a map', 'write `Fn::Sub: "text ${Name}"`.');
    }
    const found = pieces(pattern, call, own).filter((piece) => piece !== '');
    const [only] = found;
    // A single reference stays one, so that resources find each other by it.
    return found.length === 1 && isOpen(only) ? only : joined(found, '');
};
const join = (call) => {
    const [delimiter, list] = Array.isArray(call.argument) ? call.argument : [];
    const items = call.evaluate(list, 1);
    if (typeof delimiter === 'string' && isList(items)) {
        const there = items.filter((item) => item !== undefined);
        return there.length === 1 && isOpen(there[0]) ? there[0] : joined(there, delimiter);
    }
    if (typeof delimiter === 'string' && isOpen(items))
        return openFor(items.text, [items]);
    return call.refuse('Fn::Join takes a delimiter and a list', 'write `Fn::Join: ["-", [a, b]]`.');
};
const toJson = (call) => {
    const value = call.evaluate(call.argument);
    const open = opensIn(value);
    return open.length === 0 ? JSON.stringify(value) : openFor('Fn::ToJsonString', open);
};
const base64 = (call) => {
    const value = call.evaluate(call.argument);
    return new OpenValue(`base64 of ${plainText(value).slice(0, 20)}`, []);
};
/** Functions that make text. */
export const texts = {
    'Fn::Sub': sub,
    'Fn::Join': join,
    'Fn::ToJsonString': toJson,
    'Fn::Base64': base64,
};
