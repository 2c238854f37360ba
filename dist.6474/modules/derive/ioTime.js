import { seconds } from './phrases.js';
/**
 * Time of a request off the CPU: latency at low load - cpu, both means.
 *
 * The mean is the recorded one, else that of the lognormal distribution through the quantiles. Nothing is below 0. The range
 * takes the calm bins' own range and that of cpu. What waits even at low load counts as io.
 *
 * @param cpu CPU seconds a request
 * @returns undefined where no mean is known
 */
export function ioTime(calm, spread, cpu) {
    const meanSeconds = calm.mean?.value ?? spread?.meanSeconds;
    const reference = calm.mean ?? calm.p50;
    if (meanSeconds === undefined || reference === undefined || !(reference.value > 0))
        return undefined;
    const [least, most] = [reference.low, reference.high].map((one) => (meanSeconds * one) / reference.value);
    const rest = (latency, work) => Math.max(0, latency - work);
    const value = rest(meanSeconds, cpu.value);
    return {
        value,
        low: Math.min(value, rest(least, cpu.high)),
        high: Math.max(value, rest(most, cpu.low)),
        basis: 'derived',
        from: `mean latency at low load (${seconds(meanSeconds)}, ${calm.binCount} calm bins${calm.mean === undefined ? `, by ${spread?.by}` : ''}) - cpu`,
    };
}
/**
 * Spread (cv) of cpu and of io, when each has the same: latency = cpu + io, drawn independently, so the variance of latency is
 * cv^2 (cpu^2 + io^2). The low end is the cv of the latency itself (both long at once), the high end all of it in cpu.
 *
 * @returns undefined where cpu is 0
 */
export function partsCv({ cv, meanSeconds, by }, cpuSeconds, ioSeconds) {
    if (!(cpuSeconds > 0))
        return undefined;
    const deviation = cv * meanSeconds;
    const value = deviation / Math.hypot(cpuSeconds, ioSeconds);
    const from = `spread of the latency at low load (${by}, lognormal), the same for cpu and io`;
    return { value, low: Math.min(cv, value), high: Math.max(value, deviation / cpuSeconds), basis: 'derived', from };
}
