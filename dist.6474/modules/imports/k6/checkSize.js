import { ProblemError } from '../../base/problem.js';
import { scriptLimits } from './limits.js';
/** Ends on options that no person wrote, before anything recurses into them or copies them. @throws ProblemError */
export function checkSize(options, file) {
    const { valueCount, depth, keyCount, itemCount, characterCount } = scriptLimits;
    const waiting = [{ value: options, path: ['options'] }];
    let seenCount = 0;
    for (let held = waiting.pop(); held !== undefined; held = waiting.pop()) {
        const { value, path } = held;
        const refuse = (count, what, limit) => tooLarge(file, path, { count, what, limit });
        if (++seenCount > valueCount)
            throw tooLarge(file, ['options'], { count: 'more', what: 'values', limit: valueCount });
        if (typeof value === 'string' && value.length > characterCount) {
            throw refuse(value.length, 'characters', characterCount);
        }
        if (typeof value !== 'object' || value === null)
            continue;
        if (path.length > depth)
            throw tooLarge(file, path.slice(0, 3), { count: 'more', what: 'levels', limit: depth });
        const entries = Object.entries(value);
        const [what, limit] = Array.isArray(value) ? ['items', itemCount] : ['keys', keyCount];
        if (entries.length > limit)
            throw refuse(entries.length, what, limit);
        for (const [key, child] of entries) {
            if (key.length > characterCount)
                throw refuse(key.length, 'characters in a key', characterCount);
            waiting.push({ value: child, path: [...path, key] });
        }
    }
}
function tooLarge(file, path, { count, what, limit }) {
    return new ProblemError([
        {
            code: 'too-large',
            where: { file, path: path.map((key) => key.slice(0, 60)).join('.') },
            what: `has ${count} ${what}; the limit is ${limit}`,
            why: 'Each source and stage of a scenario is written out and simulated.',
            fix: 'write fewer; a curve of many points belongs into a trace.',
        },
    ]);
}
