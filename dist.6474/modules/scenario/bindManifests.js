import { nearest } from '../base/nearest.js';
import { ProblemError } from '../base/problem.js';
import { isTargetOf, lastPartOf } from '../platforms/chooseManifest.js';
import { readManifests } from '../platforms/readManifestSet.js';
/**
 * Gives every manifest the services it is for: those that its target names.
 *
 * A manifest says what it scales; on another service it is another experiment, which only an explicit binding
 * (`web=hpa.yaml`) asks for. One that names no target goes to the one service there is.
 * @throws ProblemError for a manifest that is for none of the services, with how to bind it
 */
export function bindManifests({ services }, candidates) {
    const scaled = Object.entries(services)
        .filter(([, { scaling }]) => scaling.policy !== 'none' && scaling.perRequest === undefined)
        .map(([name]) => name);
    const problems = [];
    const warnings = [];
    const bound = candidates.map((candidate) => {
        const { '*': spec, ...own } = candidate.bindings;
        const open = scaled.filter((name) => own[name] === undefined);
        if (spec?.kind !== 'manifest' || open.length === 0)
            return candidate;
        const manifests = readManifests({ ...spec, text: spec.code, file: spec.path }).map(({ manifest }) => manifest);
        const fitting = open.filter((name) => manifests.some((manifest) => fits(manifest, name, open)));
        if (fitting.length === 0)
            problems.push(...manifests.map((manifest) => notOfAny(spec, manifest, open)));
        const rest = open.filter((name) => !fitting.includes(name));
        if (fitting.length > 0 && rest.length > 0)
            warnings.push(unscaled(spec, fitting, rest));
        const found = { ...own, ...Object.fromEntries(fitting.map((name) => [name, spec])) };
        return { ...candidate, bindings: found };
    });
    if (problems.length > 0)
        throw new ProblemError(problems);
    return { candidates: bound, warnings };
}
function fits({ target }, serviceName, open) {
    return target === undefined ? open.length === 1 : isTargetOf(target, serviceName);
}
function notOfAny({ path, fileName }, { name, target }, open) {
    const close = target === undefined ? undefined : nearest(lastPartOf(target), open);
    const service = close ?? open[0];
    const list = open.join(', ');
    const hint = close === undefined ? '' : `did you mean the service "${close}"? `;
    const bind = `bind it: --policy '${service}=${path}'`;
    const more = open.length === 1 ? '' : `, several as '${open[0]}=${path};${open[1]}=...'`;
    return {
        code: 'not-of-service',
        where: { file: path },
        what: target === undefined
            ? `"${name}" names no target, and the scenario scales ${open.length} services: ${list}`
            : `"${name}" scales "${target}", and the scenario has no such service to scale; it has: ${list}`,
        why: `${fileName} would drive a service that it was not written for.`,
        fix: `${hint}${bind}${more}.`,
    };
}
function unscaled({ path }, fitting, rest) {
    return {
        code: 'service-unscaled',
        where: { file: path },
        what: `is for ${fitting.join(', ')}; nothing scales ${rest.join(', ')}`,
        why: 'A manifest scales the service that its target names, and the others keep their initial count.',
        fix: `bind a policy to each: --policy '${fitting[0]}=${path};${rest[0]}=...'.`,
    };
}
