import { usageError } from '../usageError.js';
/**
 * The text of `--policy` with the values of a point: `hpa.yaml` becomes `hpa.yaml?minReplicas=4`.
 *
 * Of several policies, each bound to its service (`web=hpa.yaml;api=b.lua`), a key names the one it is for: `web.minReplicas`.
 * @throws ProblemError with exit code 2 for a key that names none of them
 */
export function policyAt(text, axes, point) {
    const parts = text.split(';').map((part) => part.trim());
    const added = parts.map(() => []);
    for (const [axis, { key, values }] of axes.entries()) {
        const place = parts.length === 1 ? 0 : parts.findIndex((part) => key.startsWith(`${serviceOf(part)}.`));
        if (place < 0)
            throw unbound(key, parts.map(serviceOf));
        const name = parts.length === 1 ? key : key.slice(serviceOf(parts[place]).length + 1);
        added[place].push(`${name}=${values[point[axis]]}`);
    }
    return parts
        .map((part, place) => {
        const query = added[place].join('&');
        return query === '' ? part : `${part}${part.includes('?') ? '&' : '?'}${query}`;
    })
        .join(';');
}
function serviceOf(part) {
    return /^([\w-]+)=/.exec(part)?.[1] ?? '*';
}
function unbound(key, services) {
    return usageError({
        code: 'bad-vary',
        what: `--vary ${key} names none of the policies of ${services.join(', ')}`,
        why: 'Of several policies a parameter belongs to one.',
        fix: `write for example --vary ${services[0]}.${key}=...`,
    });
}
