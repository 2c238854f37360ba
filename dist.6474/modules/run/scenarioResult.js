import { isoTime } from '../base/isoTime.js';
import { yamlText } from '../base/yamlText.js';
import { comparePolicies } from '../results/comparisons.js';
import { hasResults } from '../results/results.js';
import { calendarStartOf } from '../scenario/calendarStart.js';
import { encodeScenario } from '../scenario/encodeScenario.js';
import { policyResult } from './policyResult.js';
import { shownReplication } from './shownReplication.js';
import { silentSources } from './silentSources.js';
import { uncertaintyOf } from './worlds/uncertaintyOf.js';
/** Everything the document says about one scenario. `candidates` are in the order of the comparison's candidates. */
export function scenarioResult(comparison, runsByCandidate, options) {
    const { scenario, hash, candidates } = comparison;
    const shown = shownReplication(runsByCandidate);
    const stated = candidates.map((candidate, index) => resultOf(comparison, candidate, runsByCandidate[index], { ...options, shown }));
    const { worldRuns, allowEmpty } = options;
    const uncertainty = worldRuns && uncertaintyOf(comparison, stated, worldRuns, allowEmpty);
    const policies = uncertainty === undefined ? stated : stated.map((policy) => withPlausible(policy, uncertainty));
    const reference = policies.find(({ name }) => name === (options.reference ?? candidates[0].name));
    const others = policies.filter(hasResults).filter(({ name }) => name !== reference?.name);
    return {
        name: scenario.name,
        ...(scenario.description === undefined ? {} : { description: scenario.description }),
        hash,
        resolved: yamlText(encodeScenario(scenario)),
        duration_s: scenario.duration,
        warmup_s: scenario.warmup,
        ...startOf(comparison),
        ...(scenario.occurs === undefined ? {} : { occurs: scenario.occurs }),
        seed: scenario.seed,
        slo: scenario.slo === undefined ? null : { latency_s: scenario.slo.latency, objective: scenario.slo.objective },
        assumptions: scenario.assumptions.map(({ path, low, high, basis, from }) => ({
            path,
            ...(low === undefined ? {} : { low }),
            ...(high === undefined ? {} : { high }),
            basis,
            ...(from === undefined ? {} : { from }),
        })),
        ...(shown === undefined ? {} : { shown_replication: shown }),
        notes: [
            ...new Set(runsByCandidate.flatMap(({ runs }) => runs.slice(0, 1).flatMap(({ notes }) => notes))),
            ...silentSources(scenario, runsByCandidate.flatMap(({ runs }) => runs)),
        ],
        ...(options.status === undefined ? {} : { precision: precisionResult(options.status, runsByCandidate) }),
        ...(comparison.revision === undefined ? {} : { revision: comparison.revision }),
        ...(uncertainty === undefined ? {} : { robustness: uncertainty.robustness, sensitivity: uncertainty.sensitivity }),
        policies,
        comparisons: reference !== undefined && hasResults(reference)
            ? others.flatMap((other) => comparePolicies(reference, other, { objective: scenario.slo?.objective }))
            : [],
    };
}
function withPlausible(policy, { plausible }) {
    const ranges = plausible.get(policy.name);
    if (ranges === undefined || !hasResults(policy))
        return policy;
    const measures = Object.entries(policy.measures).map(([name, aggregate]) => {
        const range = ranges[name];
        const [low, high] = range ?? [];
        const plausible = [low ?? null, high ?? null];
        return [name, range === undefined ? aggregate : { ...aggregate, plausible }];
    });
    return { ...policy, measures: Object.fromEntries(measures) };
}
/** The calendar, where somebody gave one; a default date would only look like knowledge. */
function startOf({ scenario, folder }) {
    const { seconds, from } = calendarStartOf(scenario, folder);
    return from === 'default' ? {} : { start: isoTime(seconds) };
}
function precisionResult({ goal, isReached, worst }, runsByCandidate) {
    return {
        asked: goal.ratio,
        of: [...goal.measures],
        runs: Math.max(...runsByCandidate.map(({ runs }) => runs.length)),
        reached: isReached,
        ...(worst === undefined
            ? {}
            : { worst: { policy: worst.policy, measure: worst.measure, half_width: worst.ratio ?? null } }),
    };
}
function resultOf(comparison, candidate, { runs, failure }, { allowEmpty, shown }) {
    if (failure !== undefined)
        return { name: candidate.name, failure };
    if (runs.length === 0) {
        const message = 'No run of this policy had finished when the comparison was interrupted.';
        return { name: candidate.name, failure: { kind: 'interrupted', message, time_s: null } };
    }
    return policyResult({ candidate, scenario: comparison.scenario, runs, shown, allowEmpty });
}
