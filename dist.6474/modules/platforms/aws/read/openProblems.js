import { isOpen } from '../openValue.js';
/** What has to be given before a field can be used. */
export function openValueProblem({ text, names, field }) {
    const [name, owner] = [field?.name ?? text, field?.owner ?? 'the document'];
    return {
        code: 'open-value',
        where: field?.where ?? {},
        what: `${owner}: ${name} is ${text}, which the document does not say`,
        why: names.length > 0 ? `${names.join(' and ')} has no value here.` : 'Only a deployment knows it.',
        fix: `give it: ${withQuery(field?.where.file, queryFor({ names, name }))}.`,
    };
}
/** `Ceiling=VALUE`, as a policy's parameters are written. */
export function queryFor({ names, name }) {
    return (names.length > 0 ? names : [name]).map((one) => `${one}=VALUE`).join('&');
}
/** The file with its parameters as a shell takes them: `'ledger.yaml?Aim=VALUE'`. */
export function withQuery(file, query) {
    return `'${file ?? 'FILE'}?${query}'`;
}
/** Every open value that a model depends on, once each. */
export function opensOf(model) {
    const found = new Set();
    const walk = (value) => {
        if (typeof value !== 'object' || value === null)
            return;
        if (isOpen(value))
            found.add(value);
        else
            for (const inner of Object.values(value))
                walk(inner);
    };
    walk(model);
    return [...found];
}
