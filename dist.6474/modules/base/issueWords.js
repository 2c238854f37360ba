const kinds = {
    array: 'a list',
    int: 'a whole number',
    object: 'a map',
    record: 'a map',
    string: 'text',
    tuple: 'a list',
};
/** What a schema of a machine's format found at a place, as the end of a sentence that names the place: `is missing`. */
export function issueWords({ message }) {
    const [, expected, received] = /^Invalid input: expected (\w+), received (\w+)$/.exec(message) ?? [];
    if (message === 'Invalid input')
        return 'has none of the forms that are allowed here';
    if (expected === undefined)
        return `is wrong: ${message.replace(/^Invalid (input|option|key in record): /, '')}`;
    const isNotFinite = received === 'NaN' || received === 'Infinity';
    const wanted = isNotFinite ? 'a finite number' : (kinds[expected] ?? `a ${expected}`);
    return received === 'undefined'
        ? `is missing: ${wanted} is expected`
        : `is ${named(received)}, but ${wanted} is expected`;
}
function named(received) {
    const isItsOwnName = ['null', 'NaN', 'Infinity'].includes(received);
    return isItsOwnName ? received : (kinds[received] ?? `a ${received}`);
}
