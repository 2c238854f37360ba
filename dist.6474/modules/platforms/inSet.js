import { replicasBeside } from './replicasBeside.js';
import { requestsBeside } from './requestsBeside.js';
import { sharedTargets } from './sharedTargets.js';
import { verticalBeside } from './verticalBeside.js';
import { workloadBeside } from './workloadBeside.js';
/** Every reader, in the order in which their words are shown. */
const setReaders = [
    workloadBeside,
    requestsBeside,
    replicasBeside,
    verticalBeside,
    sharedTargets,
];
/** A manifest of a set, with what follows from the others. */
export function inSet(one, set) {
    const { manifest } = one;
    return {
        ...one,
        manifest: {
            ...manifest,
            explain: () => [...manifest.explain(), ...setReaders.flatMap((reader) => reader.explain?.(one, set) ?? [])],
            lint: (service) => [...manifest.lint(service), ...setReaders.flatMap((reader) => reader.lint(one, set))],
        },
    };
}
