import { clockOf } from '../../clock.js';
import { faultsOfStudy } from './timelines.js';
/** Spending over time of every policy in the run shown; undefined without an SLO, a budget or the windows it needs. */
export function budgetDataOf(study, { samplesMax }) {
    const { slo, duration_s: durationSeconds } = study.scenario;
    if (slo === null || slo.objective >= 1)
        return undefined;
    const curves = study.candidates.flatMap(({ label: name, place, style, policy }) => {
        const points = spendingOf(policy, 1 - slo.objective);
        return points.length < 2
            ? []
            : [{ name, place, color: style.color, points: thinned(points, Math.ceil(samplesMax / 3)) }];
    });
    return curves.length === 0
        ? undefined
        : { ...clockOf(study.scenario), durationSeconds, curves, faults: faultsOfStudy(study) };
}
/** Requests that were not good so far, of all services, as a share of those the objective allows in the whole run. */
function spendingOf({ timeline }, allowed) {
    const services = timeline.flatMap(({ slo_windows }) => (slo_windows === undefined ? [] : [slo_windows]));
    const [first] = services;
    if (first === undefined || services.length < timeline.length)
        return [];
    const judged = services.reduce((sum, one) => sum + one.judged.reduce((a, b) => a + b, 0), 0);
    if (judged === 0)
        return [];
    let bad = 0;
    const points = [[first.from_s, 0]];
    for (const window of first.judged.keys()) {
        bad += services.reduce((sum, one) => sum + (one.judged[window] ?? 0) - (one.good[window] ?? 0), 0);
        points.push([first.from_s + (window + 1) * first.step_s, Number((bad / (allowed * judged)).toPrecision(4))]);
    }
    return points;
}
/** A cumulative curve keeps its meaning when points are left out; the last one stays. */
function thinned(points, countMax) {
    const stride = Math.ceil(points.length / countMax);
    return points.filter((_, index) => index % stride === 0 || index === points.length - 1);
}
