import { QueryError } from './expression.js';
import { childrenOf, grammarTree } from './grammar.js';
import { readPromDuration } from './promDuration.js';
/** Far above any query that a person reads. */
const QUERY_LIMIT = 10_000;
/** Reads a query by Prometheus' own grammar. @throws QueryError */
export function parseQuery(query) {
    if (query.length > QUERY_LIMIT)
        throw new QueryError(`the query has more than ${QUERY_LIMIT} characters`);
    if (query.trim() === '')
        throw new QueryError('unknown position: parse error: no expression found in input');
    const root = grammarTree(query);
    refuseErrors(root, query);
    const [first] = childrenOf(root);
    if (first === undefined)
        throw new QueryError('unknown position: parse error: no expression found in input');
    return readExpression(first, query);
}
/** The parser mends what it cannot read and notes the place. */
function refuseErrors(node, query) {
    if (node.type.isError) {
        const found = query.slice(node.from, node.to);
        const what = found === ''
            ? node.from >= query.trimEnd().length
                ? 'unexpected end of input'
                : 'a part is missing'
            : `unexpected "${found}"`;
        throw new QueryError(`1:${node.from + 1}: parse error: ${what}`);
    }
    for (const child of childrenOf(node))
        refuseErrors(child, query);
}
const readers = {
    ParenExpr: ([inner], query) => readExpression(inner, query),
    NumberDurationLiteral: (_, __, text) => ({ kind: 'number', value: readNumber(text), text }),
    StringLiteral: (_, __, text) => ({ kind: 'string', value: readString(text), text }),
    VectorSelector: readSelector,
    MatrixSelector: ([of, duration], query, text) => ({
        kind: 'range',
        of: readExpression(of, query),
        seconds: readSeconds(duration, query),
        text,
    }),
    SubqueryExpr: ([of, duration, step], query, text) => ({
        kind: 'subquery',
        of: readExpression(of, query),
        seconds: readSeconds(duration, query),
        stepSeconds: step === undefined ? undefined : readSeconds(step, query),
        text,
    }),
    OffsetExpr: (children, query, text) => ({
        kind: 'offset',
        of: readExpression(children[0], query),
        seconds: readSeconds(children[children.length - 1], query),
        text,
    }),
    FunctionCall: ([name, body], query, text) => ({
        kind: 'call',
        name: textOf(name, query),
        args: childrenOf(body).map((argument) => readExpression(argument, query)),
        text,
    }),
    AggregateExpr: readAggregation,
    BinaryExpr: readBinary,
    UnaryExpr: ([op, of], query, text) => {
        const inner = readExpression(of, query);
        return textOf(op, query) === '-' ? { kind: 'negative', of: inner, text } : inner;
    },
};
function readExpression(node, query) {
    const text = textOf(node, query);
    if (Object.hasOwn(readers, node.name))
        return readers[node.name](childrenOf(node), query, text);
    throw new QueryError(`"${text}" is not simulated`);
}
function textOf({ from, to }, query) {
    return query.slice(from, to);
}
function readSelector(children, query, text) {
    const named = children.find(({ name }) => name === 'Identifier');
    const matchers = children
        .filter(({ name }) => name === 'LabelMatchers')
        .flatMap((list) => childrenOf(list).map((matcher) => readMatcher(matcher, query)));
    const ofName = matchers.find(({ label, op }) => label === '__name__' && op === '=');
    const name = named === undefined ? ofName?.value : textOf(named, query);
    if (name === undefined)
        throw new QueryError(`${text} names no metric`, 'write the name of the metric before the braces');
    return { kind: 'selector', name, matchers: matchers.filter((matcher) => matcher !== ofName), text };
}
function readMatcher(node, query) {
    if (node.name === 'QuotedLabelName') {
        return { label: '__name__', op: '=', value: readString(textOf(node, query)) };
    }
    const [label, op, value] = childrenOf(node).map((child) => textOf(child, query));
    // safe: the grammar has no other operators here.
    return { label: label.replace(/^["'`]|["'`]$/g, ''), op: op, value: readString(value) };
}
function readAggregation(children, query, text) {
    const modifier = children.find(({ name }) => name === 'AggregateModifier');
    const body = children.find(({ name }) => name === 'FunctionCallBody');
    return {
        kind: 'aggregation',
        name: textOf(children[0], query).toLowerCase(),
        grouping: modifier === undefined ? undefined : readGrouping(childrenOf(modifier), 'By', query),
        args: (body === undefined ? [] : childrenOf(body)).map((argument) => readExpression(argument, query)),
        text,
    };
}
/** `by (a, b)`: the word, then the labels. */
function readGrouping([word, labels], only, query) {
    const names = childrenOf(labels).map((label) => textOf(label, query).replace(/^["'`]|["'`]$/g, ''));
    return { isOnly: word.name === only, labels: names };
}
function readBinary(children, query, text) {
    const [left, op] = children;
    const matching = children.find(({ name }) => name === 'MatchingModifierClause');
    const parts = matching === undefined ? [] : childrenOf(matching);
    const many = parts.find(({ name }) => name === 'GroupLeft' || name === 'GroupRight');
    const fill = children.find(({ name }) => name === 'FillModifier');
    for (const refused of [many, fill]) {
        if (refused === undefined)
            continue;
        const word = textOf(refused, query);
        throw new QueryError(`"${word}" is not simulated`, `aggregate both sides by the same labels instead of ${word}`);
    }
    const read = {
        kind: 'binary',
        op: textOf(op, query).toLowerCase(),
        isBool: children.some(({ name }) => name === 'BoolModifier'),
        matching: matching === undefined ? undefined : readGrouping(parts, 'On', query),
        left: readExpression(left, query),
        right: readExpression(children[children.length - 1], query),
        text,
    };
    const base = read.left;
    if (read.op !== '^' || base.kind !== 'number' || !base.text.startsWith('-'))
        return read;
    // The grammar takes the sign into the number; the server raises to the power first: -2 ^ 2 is -4.
    return { kind: 'negative', of: { ...read, left: { ...base, value: -base.value } }, text };
}
/** A number, or a duration as its seconds. */
function readNumber(text) {
    const clean = text.replaceAll('_', '');
    const sign = clean.startsWith('-') ? -1 : 1;
    const plain = clean.replace(/^[+-]/, '').toLowerCase();
    if (plain === 'inf')
        return sign * Number.POSITIVE_INFINITY;
    if (plain === 'nan')
        return Number.NaN;
    const seconds = readPromDuration(plain);
    if (seconds !== undefined)
        return sign * seconds;
    return sign * Number(plain);
}
function readSeconds(node, query) {
    const text = textOf(node, query);
    const seconds = readNumber(text);
    if (Number.isFinite(seconds))
        return seconds;
    throw new QueryError(`the duration "${text}" is not simulated`, 'write a number with a unit, such as 5m');
}
const escapes = { n: '\n', t: '\t', r: '\r' };
/** Quotes off, escapes resolved; between backticks all stands as it is. */
function readString(text) {
    const inner = text.slice(1, -1);
    return text.startsWith('`') ? inner : inner.replace(/\\(.)/gs, (_, letter) => escapes[letter] ?? letter);
}
