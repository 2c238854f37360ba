/** Until when simple scaling drops alarms: Infinity while the activity runs, undefined when it is free to act. */
export function blockedUntilSeconds(activity, nowSeconds) {
    if (activity === undefined)
        return undefined;
    if (activity.completedSeconds === undefined)
        return Number.POSITIVE_INFINITY;
    const untilSeconds = activity.completedSeconds + activity.cooldownSeconds;
    return nowSeconds < untilSeconds ? untilSeconds : undefined;
}
