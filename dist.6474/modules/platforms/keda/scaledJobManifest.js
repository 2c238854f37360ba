import { locate } from '../../base/locate.js';
import { ProblemError, problemLines, sortProblems } from '../../base/problem.js';
import { PolicyFault } from '../../policy/policy.js';
import { withoutNulls } from '../fieldAt.js';
import { combineTriggers } from './jobs/combineTriggers.js';
import { decideJobs } from './jobs/decision.js';
import { ignoredLints } from './lint/ignoredLints.js';
import { triggerRefusals } from './lint/triggerRefusals.js';
import { manifestProblems } from './manifestProblems.js';
import { scaledJobSchema } from './manifestSchema.js';
import { labelOf } from './trigger.js';
import { mappingNames } from './triggers/readResult.js';
import { readTriggerSpec } from './triggers/readTrigger.js';
import { triggerTargets } from './triggerTargets.js';
/**
 * A ScaledJob: read, explained, and refused as a policy.
 *
 * It starts a job for a share of the messages, and each job ends by itself. Instances of a service serve on until they are
 * removed, so a run would show queues and costs of something else; the honest answer is to say so.
 *
 * @throws ProblemError
 */
export function scaledJobManifest(source, { metricNames }) {
    const parsed = scaledJobSchema.safeParse(withoutNulls(source.value));
    if (!parsed.success) {
        throw new ProblemError(manifestProblems(parsed.error.issues, scaledJobSchema, source));
    }
    const { metadata, spec } = parsed.data;
    const read = spec.triggers.map((trigger, index) => readTriggerSpec(trigger, { source, index, metricMap: metricNames, isSource: false }));
    const problems = read.flatMap((one) => one.problems);
    if (problems.length > 0)
        throw new ProblemError(sortProblems(problems));
    const name = metadata.name ?? '(no name)';
    const refused = notSimulated(source);
    const triggers = read.flatMap(({ trigger }) => (trigger?.kind === 'external' ? [trigger] : []));
    return {
        name,
        target: undefined,
        targets: triggerTargets({ triggers, modifiers: undefined }),
        metricNames: triggers.flatMap((trigger) => mappingNames(spec.triggers[trigger.index], trigger)),
        bounds: { minCount: Math.min(spec.minReplicaCount, spec.maxReplicaCount), maxCount: spec.maxReplicaCount },
        hasBounds: false,
        warnings: [...read.flatMap((one) => one.warnings), refused],
        definition: {
            name,
            decide() {
                throw new PolicyFault(problemLines(refused).join('\n'), { kind: 'load' });
            },
        },
        feeds: [],
        check: () => [refused],
        explain: () => explainJobs(spec, triggers),
        lint: () => [...triggerRefusals({ spec, source }), ...ignoredLints({ spec, source }), ...jobLints(spec, source)],
    };
}
function notSimulated(source) {
    return {
        code: 'scaled-job-not-simulated',
        where: locate(source, ['kind']),
        what: 'a ScaledJob cannot be run as a policy',
        why: 'Its jobs take a message each and end by themselves, while instances of a service serve on until they are removed.',
        fix: 'explain it, or run a ScaledObject with the same triggers to see a service on that queue.',
    };
}
const strategyWords = {
    default: 'as many as the queue wants, less those that run',
    custom: 'as many as the queue wants, less a deduction and a share of those that run',
    accurate: 'as many as the queue wants, less those that wait for a place',
    eager: 'as many as the queue wants, into all free places',
};
/** Numbers of an example that everybody can check by hand. */
const exampleLength = 20;
function explainJobs(spec, triggers) {
    const { scalingStrategy, pollingInterval } = spec;
    const minCount = Math.min(spec.minReplicaCount, spec.maxReplicaCount);
    const rules = {
        calculation: scalingStrategy.multipleScalersCalculation,
        minCount,
        maxCount: spec.maxReplicaCount - minCount,
    };
    const example = triggers.map(({ target }) => ({ queueLength: exampleLength, target, isActive: true }));
    const { wantedCount, queueLength } = combineTriggers(example, rules);
    const { newCount } = decideJobs({
        strategy: scalingStrategy.strategy,
        custom: {
            deductionCount: scalingStrategy.customScalingQueueLengthDeduction,
            runningShareText: scalingStrategy.customScalingRunningJobPercentage,
        },
        minCount,
        maxCount: rules.maxCount,
        wantedCount,
        runningCount: minCount,
        pendingCount: 0,
        scaleToCount: queueLength,
    });
    return [
        `Every ${pollingInterval} s it starts jobs (${scalingStrategy.strategy}): ${strategyWords[scalingStrategy.strategy]}, at most ${spec.maxReplicaCount} in all.`,
        ...triggers.map((trigger) => trigger.isTargetElsewhere
            ? `${labelOf(trigger)}: the scaler itself answers with the target, which this file does not hold (1 below).`
            : `${labelOf(trigger)}: one job for every ${trigger.target} ${trigger.counts}.`),
        ...(triggers.length > 1 ? [`Several triggers are combined by ${rules.calculation}.`] : []),
        `With ${exampleLength} waiting at each trigger and ${minCount} jobs running it would start ${newCount}.`,
        'It never stops a job: jobs end by themselves.',
    ];
}
function jobLints({ scalingStrategy, minReplicaCount, maxReplicaCount }, source) {
    const path = ['spec', 'scalingStrategy'];
    const { strategy, customScalingRunningJobPercentage: share } = scalingStrategy;
    const lints = [];
    if (strategy === 'custom' && (share === undefined || Number.isNaN(Number(share)))) {
        lints.push({
            level: 'warning',
            code: 'custom-without-share',
            where: locate(source, [...path, 'customScalingRunningJobPercentage']),
            what: 'the custom strategy has no share of running jobs that can be read',
            why: 'KEDA silently uses the default strategy instead.',
            fix: 'set customScalingRunningJobPercentage, such as "0.5".',
        });
    }
    if (minReplicaCount > maxReplicaCount) {
        lints.push({
            level: 'warning',
            code: 'min-exceeds-max',
            where: locate(source, ['spec', 'minReplicaCount']),
            what: `minReplicaCount is ${minReplicaCount} but maxReplicaCount is ${maxReplicaCount}`,
            why: 'KEDA takes maxReplicaCount for both.',
            fix: 'lower minReplicaCount.',
        });
    }
    return lints;
}
