import { z } from 'zod';
import { durationSchema } from '../../base/duration.js';
import { exitCode } from '../../base/exitCode.js';
import { ProblemError } from '../../base/problem.js';
import { faultKind } from '../fault.js';
/** A count, or a share of the desired count, as Kubernetes writes both. */
const amount = z.union([z.number(), z.string()]).refine((given) => isAmount(given), {
    message: 'is neither a count nor a share\nIt is a number of instances, or a percentage of those that are desired.\nwrite for example 2 or 25%.',
});
function isAmount(given) {
    return typeof given === 'number' ? Number.isInteger(given) && given >= 0 : /^\d+%$/.test(given);
}
export const rollingUpdate = faultKind({
    name: 'rolling-update',
    summary: 'Replaces every instance by a new one, as a Deployment does; it is over when all are',
    shape: {
        maxSurge: amount.default('25%').meta({ description: 'Instances beyond the desired count; a share is rounded up' }),
        maxUnavailable: amount
            .default('25%')
            .meta({ description: 'Ready instances below the desired count; a share is rounded down' }),
        minReady: durationSchema().prefault('0s').meta({ description: 'A new instance counts when ready for so long' }),
    },
    lasts: 'until-over',
    refuse: ({ maxSurge, maxUnavailable }) => countOf(maxSurge, 100, Math.ceil) === 0 && countOf(maxUnavailable, 100, Math.floor) === 0
        ? {
            path: ['maxUnavailable'],
            message: 'is 0, and maxSurge is 0, too\nNo instance could be replaced.\nlet one of them be above 0.',
        }
        : undefined,
    begin({ maxSurge, maxUnavailable, minReady }, { fleet, place }) {
        if (fleet.isUpdating)
            throw underWay(place);
        const settings = {
            surgeCount: (desired) => countOf(maxSurge, desired, Math.ceil),
            unavailableCount: (desired) => countOf(maxUnavailable, desired, Math.floor),
            minReadySeconds: minReady,
        };
        return { over: (then) => fleet.update(settings, then) };
    },
});
function countOf(given, desired, rounded) {
    return typeof given === 'number' ? given : rounded((Number(given.slice(0, -1)) * desired) / 100);
}
function underWay(place) {
    const problem = {
        code: 'update-under-way',
        where: { path: place },
        what: 'begins while another rolling update of the service runs',
        why: 'One fleet is updated to one version at a time.',
        fix: 'let it begin later, let new instances start sooner, or raise maxSurge or maxUnavailable of the first.',
    };
    return new ProblemError([problem], exitCode.invalidInput);
}
