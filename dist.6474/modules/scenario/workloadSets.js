import { readUserText } from '../base/userFile.js';
import { manifestLimitBytes } from '../platforms/manifestLimit.js';
import { readWorkloads } from '../platforms/readWorkloads.js';
import { pairWorkloads, workloadSettings } from '../platforms/workloadSettings.js';
import { serviceFacts } from './serviceFacts.js';
/**
 * What the files of `--manifest` say of the services, and the workloads that stand in the candidates' own manifests.
 *
 * @throws ProblemError when a file of `--manifest` cannot be read or has no workload that fits
 */
export function workloadSets(scenario, candidates, sources) {
    const services = Object.keys(scenario.services).map((name) => serviceFacts(scenario, name));
    const named = sources.map((source) => typeof source === 'string' ? { file: source, text: readText(source) } : source);
    // The same file may be a policy and a workload: then nobody needs to name it twice.
    const own = candidates
        .flatMap(({ bindings }) => Object.values(bindings))
        .flatMap((spec) => (spec.kind === 'manifest' ? [{ file: spec.path, text: spec.code }] : []))
        .filter(({ file, text }) => pairWorkloads(readWorkloads(text, file), services).length > 0);
    const all = new Map([...own, ...named].map((one) => [`${one.file} ${one.text}`, one]));
    const found = [...all.values()].map(({ file, text }) => ({ file, ...workloadSettings(text, file, services) }));
    return {
        set: found.flatMap(({ set }) => set),
        notes: found.flatMap(({ file, set, notes }) => [...(set.length === 0 ? [] : [takenNote(file, set)]), ...notes]),
    };
}
function takenNote(file, set) {
    return {
        code: 'workload-settings',
        where: { file },
        what: `sets ${set.join(', ')}`,
        why: 'What is deployed overrides what the scenario says.',
        fix: 'to try another value, add --set.',
    };
}
function readText(file) {
    const why = 'Its requests and limits were to be taken.';
    return readUserText({ path: file, limitBytes: manifestLimitBytes, why, mayBePipe: true });
}
