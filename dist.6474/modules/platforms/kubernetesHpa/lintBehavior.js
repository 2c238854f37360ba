import { spanWords } from './words.js';
const keys = { up: 'scaleUp', down: 'scaleDown' };
/** What surprises people about `behavior`. */
export function lintBehavior(spec) {
    return ['up', 'down'].flatMap((direction) => {
        const given = spec.given.rules[direction];
        if (given === undefined)
            return [];
        const at = (...path) => spec.at(['spec', 'behavior', keys[direction], ...path]);
        const disabled = given.selectPolicy === 'Disabled' ? disabledWords[direction] : undefined;
        const window = windowWords(direction, given);
        const policies = (given.policies ?? []).flatMap((policy, index) => [shortPeriod(policy, spec), smallPercent(direction, policy, spec)].flatMap((words) => words === undefined ? [] : [{ ...words, where: at('policies', index) }]));
        return [
            ...(disabled === undefined ? [] : [{ ...disabled, where: at('selectPolicy') }]),
            ...(window === undefined ? [] : [{ ...window, where: at('stabilizationWindowSeconds') }]),
            ...policies,
        ];
    });
}
const disabledWords = {
    up: {
        level: 'error',
        code: 'never-grows',
        what: 'scaleUp is Disabled',
        why: 'However high the load, the count never rises.',
        fix: 'use Max or Min, or remove the autoscaler.',
    },
    down: {
        level: 'warning',
        code: 'never-shrinks',
        what: 'scaleDown is Disabled',
        why: 'The count never falls: after a peak you pay for its instances until somebody lowers it by hand.',
        fix: 'allow slow shrinking instead, such as Pods 1 every 300 s.',
    },
};
function windowWords(direction, { stabilizationSeconds = 0 }) {
    if (stabilizationSeconds === 0)
        return undefined;
    const span = spanWords(stabilizationSeconds);
    if (direction === 'up') {
        return {
            level: 'warning',
            code: 'growth-window',
            what: `growth waits for the lowest count of the last ${span}`,
            why: 'The HPA answers a rise in load only after it has lasted for the whole window. One quiet moment restarts the window.',
            fix: 'use 0 unless short peaks cost more than slow answers.',
        };
    }
    return {
        level: 'warning',
        code: 'window-is-no-delay',
        what: `shrinking goes by the highest count of the last ${span}`,
        why: 'It is not a pause between two steps. Every peak within the window keeps the count up; after the window, everything that the policies allow is removed at once.',
        fix: 'to shrink slowly, use policies; the window only prevents flapping.',
    };
}
/** The controller looks every 15 s, so it has forgotten its last change by then. */
function shortPeriod({ periodSeconds }, { flags }) {
    if (periodSeconds >= flags.syncSeconds)
        return undefined;
    return {
        level: 'warning',
        code: 'period-below-sync',
        what: `the period of ${periodSeconds} s is shorter than the time between two syncs, ${flags.syncSeconds} s`,
        why: `The policy allows its step at each sync, so it works like ${flags.syncSeconds} s.`,
        fix: `write periodSeconds: ${flags.syncSeconds} or more.`,
    };
}
/** Rounding is always towards a whole pod more of change, so small counts move faster than the percentage says. */
function smallPercent(direction, policy, { minReplicas }) {
    const { type, value } = policy;
    const fromCount = Math.ceil(100 / value);
    const count = Math.max(2, minReplicas);
    if (type !== 'Percent' || count >= fromCount)
        return undefined;
    const verb = direction === 'up' ? 'adds' : 'removes';
    return {
        level: 'warning',
        code: 'percent-of-few',
        what: `Percent ${value} ${verb} one whole instance below ${fromCount} instances: at ${count} that is ${Math.round(100 / count)} %`,
        why: 'The change is rounded to the next whole instance, and never to none.',
        fix: 'use a longer period, or a Pods policy, where small fleets must move slowly.',
    };
}
