import { canonicalHash } from '../base/canonicalJson.js';
import { junitText } from '../report/junitText.js';
import { sideText } from './verificationText.js';
export function verificationDocument({ source, policies, ...rest }) {
    return {
        kind: 'verification',
        version: 1,
        ...rest,
        observations: { source },
        policies,
        hash: canonicalHash(policies.map(({ name, decisionsHash }) => [name, decisionsHash])),
    };
}
/** A suite a policy, a case a run of a runtime; what a runtime cannot run is skipped, with its reason. */
export function verificationJunit(policies, version) {
    return junitText(policies.map((policy) => ({
        name: policy.name,
        properties: [
            ['dryscale', version],
            ['observations', policy.observationCount],
            ['decisions.hash', policy.decisionsHash ?? ''],
        ],
        cases: policy.runs.map((run) => caseOf(run, policy)),
    })));
}
function caseOf(run, { differences }) {
    const name = `${run.runtime}: ${run.environment}`;
    if (run.status === 'same')
        return { name };
    if (run.status === 'unsupported')
        return { name, skipped: `cannot be verified: ${run.why}` };
    if (run.status === 'fails')
        return { name, error: { type: 'policy', message: run.why ?? '' } };
    const told = differences.find(({ other }) => other.runtime === run.runtime && other.environment === run.environment);
    const message = told === undefined
        ? (run.why ?? 'other decisions than the first run')
        : `at observation ${told.index + 1} ${sideText(told.other)}; ${told.one.runtime}, ${told.one.environment}: ${sideText(told.one)}`;
    return { name, failure: { type: 'decisions', message } };
}
