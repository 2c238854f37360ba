import { expectedArrivals } from '../../scenario/expectedArrivals.js';
/** A run whose traffic is counted when somebody asks, once. @throws ProblemError for a damaged trace, then */
export function planRun(run) {
    let known;
    return {
        ...run,
        get expectedRequestCount() {
            known ??= Object.values(expectedArrivals(run.scenario, run.folder)).reduce((sum, count) => sum + count, 0);
            return known;
        },
    };
}
