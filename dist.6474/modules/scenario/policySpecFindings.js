import { ProblemError } from '../base/problem.js';
import { parsePolicySpec } from '../policy/parsePolicySpec.js';
/** Texts of `policies` that name no policy, or bind one to a service that is not there: the mistake is the file's. */
export function policySpecFindings({ policies, services }) {
    const serviceNames = Object.keys(services);
    return policies.flatMap((text, index) => {
        try {
            parsePolicySpec(text, serviceNames);
            return [];
        }
        catch (thrown) {
            if (!(thrown instanceof ProblemError))
                throw thrown;
            return thrown.problems.map(({ where: _where, ...words }) => ({ ...words, path: ['policies', index] }));
        }
    });
}
