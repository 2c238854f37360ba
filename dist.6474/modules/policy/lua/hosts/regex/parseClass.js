import { RegexError } from './regexNode.js';
import { classSet, not, posixSets, range, typeSets } from './unitSets.js';
/** A class behind its `[`, up to its `]`. */
export function parseClass(reader, ignoresCase) {
    const isNegative = reader.take('^');
    const parts = [];
    let isFirst = true;
    while (isFirst || reader.peek() !== ']') {
        if (reader.isAtEnd)
            throw new RegexError('missing terminating ] for character class', reader.at);
        isFirst = false;
        const low = classItem(reader);
        if (typeof low !== 'number') {
            parts.push(low);
            continue;
        }
        const isRange = reader.peek() === '-' && reader.peek(1) !== ']' && reader.peek(1) !== '';
        if (!isRange) {
            parts.push(range(low, low));
            continue;
        }
        reader.next();
        const high = classItem(reader);
        if (typeof high === 'number') {
            if (high < low)
                throw new RegexError('range out of order in character class', reader.at);
            parts.push(range(low, high));
        }
        else
            parts.push(range(low, low), range(45, 45), high);
    }
    reader.next();
    return classSet(parts, { isNegative, ignoresCase });
}
/** One unit, or a set such as \d or [:alpha:]. */
function classItem(reader) {
    const posix = reader.takeMatch(/\[:(\^?)(\w+):\]/y);
    if (posix !== undefined) {
        const set = posixSets[posix[2]];
        if (set === undefined)
            throw new RegexError('unknown POSIX class name', reader.at);
        return posix[1] === '' ? set : not(set);
    }
    const unit = reader.nextUnit();
    if (unit !== 92)
        return unit;
    const letter = reader.peek();
    const set = typeSets[letter.toLowerCase()];
    if (set !== undefined && /[a-z]/i.test(letter)) {
        reader.next();
        return letter === letter.toLowerCase() ? set : not(set);
    }
    if (reader.take('b'))
        return 8;
    return reader.escapedUnit();
}
