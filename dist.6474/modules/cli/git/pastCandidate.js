import { ProblemError } from '../../base/problem.js';
import { resolveCandidates } from '../../policy/candidates.js';
import { policyFile, policyPlace } from '../../policy/policyFiles.js';
import { repositoryPath } from './revision.js';
/**
 * Reads the policies of a text from a revision. A file outside of the repository has no past: it is taken as it is.
 *
 * @throws ProblemError for a policy that cannot be read, with its place in the revision
 */
export async function pastCandidates({ text, baseFolder, metricNames, serviceNames }, revision, snapshot) {
    const missing = [];
    const formerNames = {};
    const parts = [];
    for (const part of text.split(';').map((one) => one.trim())) {
        const [, service = '', target = '', params = ''] = /^([\w.-]+=)?([^?]*)(\?.*)?$/s.exec(part) ?? [];
        const file = policyPlace(target, baseFolder);
        if (file.isShipped || !policyFile.test(file.path)) {
            parts.push(part);
            continue;
        }
        const path = repositoryPath(revision, file.path);
        const former = path === undefined ? undefined : await snapshot.copy(path);
        if (path !== undefined && former === undefined)
            missing.push(path);
        if (path !== undefined && former !== undefined)
            formerNames[path] = former;
        const place = path === undefined ? file.path : snapshot.pathOf(path);
        parts.push(`${service}${place}${params}`);
    }
    if (missing.length > 0)
        return { candidates: [], missing, formerNames };
    const shown = (file) => shownPath(file, revision, snapshot);
    try {
        const candidates = await resolveCandidates({
            texts: [parts.join(';')],
            baseFolder,
            metricNames,
            ...(serviceNames === undefined ? {} : { serviceNames }),
        });
        return { candidates: candidates.map((one) => withPaths(one, shown)), missing, formerNames };
    }
    catch (thrown) {
        if (!(thrown instanceof ProblemError))
            throw thrown;
        const problems = thrown.problems.map((problem) => problem.where.file === undefined
            ? problem
            : { ...problem, where: { ...problem.where, file: shown(problem.where.file) } });
        throw new ProblemError(problems, thrown.exitCode);
    }
}
/** The candidate's name with the revision, before its parameters: `hpa@main?target=0.7`. */
export function nameAt(name, { label }) {
    const [head, ...rest] = name.split('?');
    return name.includes(';') ? `${name}@${label}` : [`${head}@${label}`, ...rest].join('?');
}
function shownPath(file, { name }, { folder }) {
    return file.startsWith(folder) ? `git:${name}:${file.slice(folder.length + 1).replaceAll('\\', '/')}` : file;
}
function withPaths(candidate, shown) {
    const bindings = Object.entries(candidate.bindings).map(([service, spec]) => [
        service,
        'path' in spec ? { ...spec, path: shown(spec.path) } : spec,
    ]);
    return { ...candidate, bindings: Object.fromEntries(bindings) };
}
