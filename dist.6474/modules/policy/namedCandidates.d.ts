import { type PolicyReference } from './parsePolicySpec.js';
/** One candidate as text: its bindings, and the name that results are told apart by. */
interface NamedCandidate {
    readonly name: string;
    readonly references: readonly PolicyReference[];
}
interface Naming {
    /** Paths are relative to this folder. */
    readonly baseFolder: string;
    /** See `parsePolicySpec`. */
    readonly serviceNames?: readonly string[] | undefined;
}
/**
 * The candidates that `--policy` texts name, each with a name of its own: nothing is read.
 *
 * A name is the label, or the file without folder and ending, with its parameters: `target-cpu?target=0.5&window=5m`,
 * `web=hpa;api=b`. Files of the same name are told apart by as many folders as that takes, `a/hpa` and `b/hpa`, and in one
 * folder by their endings. Only then a name depends on folders, and never on the one where the program was started.
 * @throws ProblemError with exit code 2
 */
export declare function namedCandidates(texts: readonly string[], { baseFolder, serviceNames }: Naming): readonly NamedCandidate[];
export {};
