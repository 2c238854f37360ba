import { seconds } from './phrases.js';
/** Above the target by no more than the HPA's tolerance; below it by what rounding up and waiting before scale-in leave idle. */
const TOLERANCE = 0.1;
const IDLE_SHARE = 0.4;
/**
 * CPU a request where nobody recorded CPU: an HPA holds CPU at its target, so pods x request x target is what they use.
 *
 * The sum over all bins above the least count of pods, divided by their requests. The HPA lets CPU be 10 % above its target before it
 * acts, rounds pods up and waits five minutes before it takes them away: true CPU is up to 10 % above and, assumed, 40 % below.
 *
 * @param targetCores what a pod uses at the target: request x target
 * @returns undefined where pods never left their least count: then nothing was held
 * @see kubernetes.io, Horizontal Pod Autoscaling, "Algorithm details"
 */
export function cpuFromTarget(bins, targetCores) {
    const counted = bins.filter(({ pods, requestsPerSecond = 0 }) => pods !== undefined && requestsPerSecond > 0);
    const least = counted.reduce((min, { pods = 0 }) => Math.min(min, pods), Number.POSITIVE_INFINITY);
    const held = counted.filter(({ pods = 0 }) => pods > least);
    if (held.length < 3)
        return undefined;
    const podSum = held.reduce((sum, { pods = 0 }) => sum + pods, 0);
    const requestSum = held.reduce((sum, { requestsPerSecond = 0 }) => sum + requestsPerSecond, 0);
    const most = (podSum * targetCores) / requestSum;
    const [low, high] = [(1 - IDLE_SHARE) * most, (1 + TOLERANCE) * most];
    return {
        value: (low + most) / 2,
        low,
        high,
        basis: 'derived',
        from: `pods that the target held over ${held.length} bins, as no CPU was recorded: ${seconds(most)} if it was held exactly; idle burn counts as work`,
    };
}
