import type { PolicyResult } from '../../src/results/results.js';

/** How runs of equally many requests stand to an objective, by their good shares; nothing where none is measured. */
export function sampleSlo(replications: PolicyResult['replications'], objective = 0.99): Pick<PolicyResult, 'slo'> {
  const shares = replications.flatMap(({ measures }) => measures.slo_attainment ?? []);
  if (shares.length === 0) return {};
  const share = shares.reduce((sum, one) => sum + one, 0) / shares.length;
  const heldCount = shares.filter((one) => one >= objective).length;
  return {
    slo: { met: share >= objective, good_share: share, runs_met: heldCount, runs: replications.length, gate: true },
  };
}
