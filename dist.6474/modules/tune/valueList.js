const number = String.raw `([+-]?(?:\d+(?:\.\d+)?|\.\d+))([A-Za-z%]*)`;
/** `50..80:5`, and with a unit `1m..5m:1m`. */
const range = new RegExp(String.raw `^${number}\.\.${number}(?::${number})?$`);
/**
 * Values as `--vary` lists them: single ones and ranges FROM..TO:STEP, both ends included, separated by commas.
 *
 * @param most values of one list
 */
export function listedValues(list, most) {
    const values = [];
    const faults = [];
    const ends = [];
    for (const part of list.split(',').map((one) => one.trim())) {
        if (part === '')
            faults.push('a value is empty');
        else if (/[&;]/.test(part))
            faults.push(`"${part}" holds ${part.includes('&') ? '&' : ';'}, which separates parameters`);
        else if (part.includes('..')) {
            const found = rangeValues(part, most);
            if (typeof found === 'string')
                faults.push(found);
            else {
                values.push(...found);
                const [last, end] = [found[found.length - 1], part.replace(/^.*\.\.|:.*$/g, '')];
                if (Number.parseFloat(last) !== Number.parseFloat(end))
                    ends.push(`${part} ends at ${last}`);
            }
        }
        else
            values.push(part);
    }
    const double = values.find((value, index) => values.indexOf(value) !== index);
    if (double !== undefined)
        faults.push(`${double} stands in it twice`);
    if (values.length > most)
        faults.push(`it has ${values.length} values, more than ${most}`);
    return { values, faults, ends };
}
function rangeValues(text, most) {
    const match = range.exec(text);
    if (match === null)
        return `"${text}" is no range FROM..TO:STEP`;
    const [, from, unit, to, unitOfTo, step, unitOfStep] = match;
    if (step === undefined)
        return `the range "${text}" has no step`;
    if (unit !== unitOfTo || unit !== unitOfStep)
        return `the range "${text}" has different units`;
    if (!(Number(step) > 0))
        return `the step of "${text}" is not above 0`;
    if (Number(from) > Number(to))
        return `the range "${text}" runs downwards`;
    // 1e-9: 0.1 + 2 x 0.1 reaches 0.3, whatever the doubles say.
    const count = Math.floor((Number(to) - Number(from)) / Number(step) + 1e-9) + 1;
    if (!(count <= most))
        return `the range "${text}" has more than ${most} values`;
    const decimals = Math.max(...[from, to, step].map((one) => (one.split('.')[1] ?? '').length));
    return Array.from({ length: count }, (_, index) => {
        const value = (Number(from) + index * Number(step)).toFixed(decimals);
        return `${Number(value)}${unit}`;
    });
}
