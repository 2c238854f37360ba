import { nodeAt } from '../../base/nodeAt.js';
import { ProblemError } from '../../base/problem.js';
/** The parameter that says for which Kubernetes a manifest is read: `hpa.yaml?kubernetesVersion=1.34`. */
export const versionField = 'kubernetesVersion';
/** The first with autoscaling/v2, and the last whose sources this was written after. */
const oldestMinor = 23;
const newestMinor = 37;
/**
 * The rules of a version.
 *
 * Source: kubernetes/enhancements keps/sig-autoscaling 2021-scale-from-zero and 4951-configurable-hpa-tolerance (kep.yaml,
 * README.md); kubernetes/api autoscaling/v2/types.go (ScaledToZero is in v0.36.0 and not in v0.35.0).
 */
function rulesOfVersion(minor = newestMinor) {
    return {
        minor,
        takesZero: minor >= 37,
        wakesOnlyOwnZero: minor >= 36,
        readsTolerance: minor >= 35,
        hasTolerance: minor >= 33,
    };
}
/**
 * The version that a parameter asks for, and the manifest without it.
 *
 * @throws ProblemError for a version that is not known
 */
export function takeVersion(source) {
    const { value } = source;
    const isInFile = nodeAt(source, [versionField]) !== undefined;
    if (typeof value !== 'object' || value === null || isInFile || !Object.hasOwn(value, versionField)) {
        return { version: rulesOfVersion(), value };
    }
    const { [versionField]: asked, ...rest } = value; // safe: an object
    const minor = minorOf(String(asked));
    if (minor !== undefined)
        return { version: rulesOfVersion(minor), value: rest };
    throw new ProblemError([
        {
            code: 'unknown-version',
            where: { file: source.file, path: versionField },
            what: `${versionField} is ${JSON.stringify(asked)}`,
            why: `Known are 1.${oldestMinor}, the first with autoscaling/v2, to 1.${newestMinor}.`,
            fix: `write for example ${versionField}=1.34, or leave it out for 1.${newestMinor}.`,
        },
    ]);
}
function minorOf(text) {
    const digits = /^v?1\.(\d{1,2})$/.exec(text)?.[1];
    if (digits === undefined)
        return undefined;
    // A parameter that looks like a number is one, so 1.30 arrives as 1.3.
    const minor = digits.length === 1 ? Number(digits) * 10 : Number(digits);
    return minor >= oldestMinor && minor <= newestMinor ? minor : undefined;
}
