import { checkThresholds } from '../results/thresholds.js';
/** The names that a threshold of this scenario may use. */
export function thresholdNames({ traffic, services, requests }) {
    return { source: Object.keys(traffic), service: Object.keys(services), class: Object.keys(requests) };
}
/** Thresholds that could never be judged: they would pass or fail for the wrong reason. */
export function thresholdFindings(scenario) {
    return checkThresholds(scenario.thresholds, thresholdNames(scenario)).map(({ metric, index, ...words }) => {
        return { ...words, path: ['thresholds', metric, ...(index === undefined ? [] : [index])] };
    });
}
/**
 * k6 can end a test as soon as a threshold is missed. A simulation is judged when all its runs are over, and they are short:
 * the fields stay valid, so that thresholds can be copied, and are named.
 */
export function abortFindings(thresholds) {
    return Object.entries(thresholds).flatMap(([metric, expressions]) => (typeof expressions === 'string' ? [expressions] : expressions).flatMap((one, index) => {
        if (typeof one === 'string' || (one.abortOnFail !== true && one.delayAbortEval === undefined))
            return [];
        const key = one.abortOnFail === true ? 'abortOnFail' : 'delayAbortEval';
        return [
            {
                code: 'no-effect',
                path: ['thresholds', metric, index, key],
                what: `${key} has no effect`,
                why: 'Thresholds are judged over all runs, each of which goes to its end; k6 would end the test.',
                fix: 'leave it out; a missed threshold ends the command with 99 all the same.',
                isWarning: true,
            },
        ];
    }));
}
