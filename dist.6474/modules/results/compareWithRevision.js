import { compareWithBaseline } from './compareWithBaseline.js';
import { hasResults } from './results.js';
/**
 * The scenario with what its policies became since a revision: each stands against its own past, which ran on the same random
 * numbers, as against a baseline. What a baseline file says stays beside it.
 */
export function compareWithRevision(scenario, rule) {
    const { revision, policies } = scenario;
    if (revision === undefined || rule.limits.length === 0)
        return scenario;
    const notes = [];
    const found = revision.policies.flatMap(({ policy: name, before }) => {
        const [now, then] = [name, before].map((one) => policies.find((policy) => policy.name === one));
        if (now === undefined || then === undefined || !hasResults(now))
            return [];
        if (!hasResults(then)) {
            if (then.failure.kind !== 'interrupted')
                notes.push(`${then.name} failed, so ${name} is compared with nothing.`);
            return [];
        }
        const earlier = { ...scenario, policies: [{ ...then, name }] };
        const baseline = { format: 'dryscale-result/1', version: rule.version, scenarios: [earlier] };
        const compared = compareWithBaseline({ ...scenario, policies: [now] }, { ...rule, baseline });
        if (compared === undefined)
            return [];
        const regressions = compared.regressions.map((one) => ({ ...one, against: then.name }));
        // What moved against the reference stands in the comparisons already.
        const isReference = then.name === policies[0].name;
        return [{ ...compared, regressions, ...(isReference ? { moved: [], decisions: [] } : {}) }];
    });
    const all = [...(scenario.baseline === undefined ? [] : [scenario.baseline]), ...found];
    const withNotes = { ...revision, notes: [...revision.notes, ...notes] };
    if (all.length === 0)
        return { ...scenario, revision: withNotes };
    return { ...scenario, revision: withNotes, baseline: joined(all) };
}
function joined(all) {
    return {
        version: all[0].version,
        notes: [...new Set(all.flatMap(({ notes }) => notes))],
        regressions: all.flatMap(({ regressions }) => regressions),
        moved: all.flatMap(({ moved }) => moved),
        decisions: all.flatMap(({ decisions }) => decisions),
        unknown: [...new Set(all.flatMap(({ unknown }) => unknown))],
    };
}
