/**
 * The state of a CloudWatch alarm: M of the newest N datapoints breach.
 *
 * ```
 * x breaching, . not, - missing, newest last          M = N = 3, missing data treated as missing
 * x x x  alarm      . x x  ok      - - -  insufficient data
 * x - -  alarm      - - x  ok: two more periods could still show that it was a blip
 * ```
 * With datapoints missing the alarm still fires when the oldest breaching one is at least M periods old and all newer ones
 * breach or are missing: so data that comes every 5 minutes can fire a 1-minute alarm, late.
 * Source: Amazon CloudWatch User Guide, "Configuring how alarms treat missing data" and "avoiding premature transitions to
 * alarm state". Not modelled: CloudWatch looks back some periods more than N, by a number it does not document. O(N).
 */
export function alarmState(
/** Newest last; undefined is missing, as is everything before the first. */
datapoints, rule, previous = 'insufficient-data') {
    const { evaluationCount, datapointsCount, treatMissing, isBreaching } = rule;
    const window = datapoints.slice(-evaluationCount);
    const known = window.filter((value) => value !== undefined);
    const missingCount = evaluationCount - known.length;
    const breachingCount = known.filter(isBreaching).length;
    if (treatMissing === 'breaching')
        return breachingCount + missingCount >= datapointsCount ? 'alarm' : 'ok';
    if (breachingCount >= datapointsCount)
        return 'alarm';
    if (treatMissing === 'notBreaching')
        return 'ok';
    if (known.length === 0)
        return treatMissing === 'ignore' ? previous : 'insufficient-data';
    if (hasLastedLongEnough(window, rule))
        return 'alarm';
    const isDecided = breachingCount + missingCount < datapointsCount;
    return treatMissing === 'ignore' && !isDecided ? previous : 'ok';
}
export const missingTreatments = ['missing', 'ignore', 'breaching', 'notBreaching'];
function hasLastedLongEnough(window, { datapointsCount, isBreaching }) {
    const oldest = window.findIndex((value) => value !== undefined && isBreaching(value));
    if (oldest < 0 || window.length - oldest < datapointsCount)
        return false;
    return window.slice(oldest).every((value) => value === undefined || isBreaching(value));
}
