import { ProblemError } from '../base/problem.js';
import { parsePolicySpec } from '../policy/parsePolicySpec.js';
import type { Finding } from './finding.js';
import type { Scenario } from './schema.js';

/** Texts of `policies` that name no policy, or bind one to a service that is not there: the mistake is the file's. */
export function policySpecFindings({ policies, services }: Scenario): Finding[] {
  const serviceNames = Object.keys(services);
  return policies.flatMap((text, index): Finding[] => {
    try {
      parsePolicySpec(text, serviceNames);
      return [];
    } catch (thrown) {
      if (!(thrown instanceof ProblemError)) throw thrown;
      return thrown.problems.map(({ where: _where, ...words }) => ({ ...words, path: ['policies', index] }));
    }
  });
}
