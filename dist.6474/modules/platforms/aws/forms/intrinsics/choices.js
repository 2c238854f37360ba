import { isOpen } from '../../openValue.js';
import { isRecord } from '../../read/resource.js';
import { didYouMean, openFor, opensIn, plainText } from './resolved.js';
const choose = (call) => {
    const [name, yes, no] = Array.isArray(call.argument) ? call.argument : [];
    if (typeof name !== 'string' || !Array.isArray(call.argument) || call.argument.length !== 3) {
        return call.refuse('Fn::If takes the name of a condition and two values', 'write `Fn::If: [Condition, then, else]`.');
    }
    const truth = call.condition(name);
    if (isOpen(truth))
        return openFor(`Fn::If ${name}`, [truth]);
    return truth ? call.evaluate(yes, 1) : call.evaluate(no, 2);
};
/** A part of a map, by a key; undefined when it has none. */
function entry(map, key) {
    return isRecord(map) && Object.hasOwn(map, key) ? map[key] : undefined;
}
const findInMap = (call) => {
    const parts = Array.isArray(call.argument) ? call.argument : [];
    const keys = parts.slice(0, 3).map((part, index) => call.evaluate(part, index));
    const open = keys.flatMap(opensIn);
    if (open.length > 0)
        return openFor(`Fn::FindInMap ${keys.map(plainText).join('.')}`, open);
    const [map, top, second] = keys.map(plainText);
    const found = entry(entry(entry(call.template.mappings, map), top), second);
    if (keys.length === 3 && found !== undefined)
        return call.evaluate(found);
    const options = parts[3];
    // The default belongs to the transform AWS::LanguageExtensions.
    if (isRecord(options) && 'DefaultValue' in options)
        return call.evaluate(options.DefaultValue, 3, 'DefaultValue');
    if (keys.length < 3) {
        return call.refuse('Fn::FindInMap takes a map and two keys', 'write `Fn::FindInMap: [Map, TopLevelKey, SecondLevelKey]`.');
    }
    return call.refuse(`the mapping ${map} has no ${top}.${second}`, missingEntry(call, { map, top, second }));
};
function missingEntry({ template }, path) {
    const map = entry(template.mappings, path.map);
    if (!isRecord(map))
        return didYouMean(path.map, Object.keys(template.mappings), 'add it to Mappings.');
    const top = entry(map, path.top);
    if (!isRecord(top))
        return didYouMean(path.top, Object.keys(map), 'add it to the mapping.');
    return didYouMean(path.second, Object.keys(top), 'add it to the mapping.');
}
const equals = (call) => {
    if (!Array.isArray(call.argument) || call.argument.length !== 2) {
        return call.refuse('Fn::Equals takes two values', 'write `Fn::Equals: [one, other]`.');
    }
    const values = call.argument.map((value, index) => call.evaluate(value, index));
    const open = values.flatMap(opensIn);
    if (open.length > 0)
        return openFor('Fn::Equals', open);
    const [one, other] = values.map(comparable);
    return one === other;
};
/** Parameters are text, so 1 and "1" are equal, and true and "true". */
function comparable(value) {
    if (typeof value === 'object' && value !== null) {
        return JSON.stringify(value, (_key, inner) => (typeof inner === 'object' ? inner : String(inner)));
    }
    return plainText(value);
}
/** One decided value of this kind decides all; else an open one leaves it open. */
function decide(call, deciding) {
    if (!Array.isArray(call.argument) || call.argument.length === 0 || call.argument.length > 10) {
        return call.refuse(`${call.name} takes 2 to 10 conditions`, `write \`${call.name}: [one, other]\`.`);
    }
    const truths = call.argument.map((value, index) => call.test(value, index));
    if (truths.includes(deciding))
        return deciding;
    const open = truths.filter(isOpen);
    return open.length > 0 ? openFor(call.name, open) : !deciding;
}
const not = (call) => {
    if (!Array.isArray(call.argument) || call.argument.length !== 1) {
        return call.refuse('Fn::Not takes one condition in a list', 'write `Fn::Not: [condition]`.');
    }
    const truth = call.test(call.argument[0], 0);
    return isOpen(truth) ? openFor('Fn::Not', [truth]) : !truth;
};
/** Functions that choose a value. */
export const choices = { 'Fn::If': choose, 'Fn::FindInMap': findInMap };
/** Functions that make a condition. */
export const tests = {
    'Fn::Equals': equals,
    'Fn::Not': not,
    'Fn::And': (call) => decide(call, false),
    'Fn::Or': (call) => decide(call, true),
    Condition: (call) => typeof call.argument === 'string'
        ? call.condition(call.argument)
        : call.refuse('Condition takes one name', 'write the name of a condition.'),
};
