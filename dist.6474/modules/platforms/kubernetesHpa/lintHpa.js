import { lintBehavior } from './lintBehavior.js';
import { lintMetrics } from './lintMetrics.js';
import { lintVersions } from './lintVersions.js';
import { isWithinTolerance } from './usageRatio.js';
/** What surprises people about an autoscaler, in the order of its manifest. */
export function lintHpa(spec, service) {
    return [
        ...spec.given.lints,
        ...lintBounds(spec),
        ...lintVersions(spec),
        ...(service === undefined ? [] : lintServiceBounds(spec, service)),
        ...lintMetrics(spec, service),
        ...lintTolerance(spec),
        ...lintBehavior(spec),
    ];
}
function lintBounds({ minReplicas, maxReplicas, given, at }) {
    const lints = [];
    if (minReplicas === maxReplicas) {
        lints.push({
            level: 'error',
            code: 'min-is-max',
            where: at(['spec', 'maxReplicas']),
            what: `minReplicas and maxReplicas are both ${maxReplicas}`,
            why: 'The count never changes, whatever the metrics say.',
            fix: 'raise maxReplicas, or remove the autoscaler.',
        });
    }
    if (!given.hasMinReplicas) {
        lints.push({
            level: 'warning',
            code: 'min-by-default',
            where: at(['spec']),
            what: 'minReplicas is not given and defaults to 1',
            why: 'At low load a single instance serves, and losing it is an outage.',
            fix: 'write minReplicas, at least 2 where an outage matters.',
        });
    }
    return lints;
}
function lintServiceBounds({ minReplicas, maxReplicas, at }, service) {
    const lints = [];
    const { name, minCount, maxCount } = service;
    if (maxCount < maxReplicas) {
        lints.push({
            level: 'warning',
            code: 'scenario-max',
            where: at(['spec', 'maxReplicas']),
            what: `maxReplicas is ${maxReplicas}, but the scenario allows ${name} only ${maxCount}`,
            why: 'What the autoscaler asks for above that is clamped.',
            fix: `set services.${name}.scaling.max to ${maxReplicas} or more.`,
        });
    }
    if (minCount > minReplicas) {
        lints.push({
            level: 'warning',
            code: 'scenario-min',
            where: at(['spec', 'minReplicas']),
            what: `minReplicas is ${minReplicas}, but the scenario keeps ${name} at ${minCount} or more`,
            why: 'What the autoscaler asks for below that is clamped.',
            fix: `set services.${name}.scaling.min to ${minReplicas} or less.`,
        });
    }
    return lints;
}
/**
 * Steps that lie inside the tolerance at every count the autoscaler may have.
 *
 * At n instances a load for n + 1 is a ratio of (n + 1) / n. It shrinks as n grows, so what is inside at the minimum is
 * inside everywhere.
 */
function lintTolerance({ minReplicas, maxReplicas, tolerance, version, at }) {
    if (minReplicas < 1 || minReplicas === maxReplicas)
        return [];
    const isUnseen = (more) => isWithinTolerance((minReplicas + more) / minReplicas, tolerance);
    if (!isUnseen(1))
        return [];
    const most = Math.ceil(minReplicas * tolerance.upRatio);
    const unseen = isUnseen(most) ? most : most - 1;
    const percent = Number((tolerance.upRatio * 100).toPrecision(6));
    const more = unseen === 1 ? 'a load for 1 instance more is' : `a load for up to ${unseen} instances more is`;
    return [
        {
            level: 'warning',
            code: 'step-inside-tolerance',
            where: at(['spec', 'minReplicas']),
            what: `at ${minReplicas} instances ${more} inside the tolerance, and not answered`,
            why: `It grows only above ${100 + percent} % of the target, and then asks for ${unseen + 1} or more at once; until then each instance carries up to ${percent} % more than the target.`,
            fix: `lower the target by ${percent} %${version.readsTolerance ? ', or set behavior.scaleUp.tolerance (Kubernetes 1.35)' : ''}.`,
        },
    ];
}
