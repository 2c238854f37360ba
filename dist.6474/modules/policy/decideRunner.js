import { parseDuration } from '../base/duration.js';
import { describeValue } from './describeValue.js';
import { PolicyFault } from './policy.js';
import { readDecision } from './readDecision.js';
/** Seconds of `every` when it is left out: as often as Kubernetes' HPA decides. */
export const everyDefaultSeconds = 15;
/** Drives a decide-style policy: at each multiple of every that is still to come, without drift; the first is t = every. */
export function decideRunner(program, host) {
    let tick = Math.floor(host.nowSeconds() / program.everySeconds) + 1;
    return {
        everySeconds: program.everySeconds,
        get nextWakeSeconds() {
            return tick * program.everySeconds;
        },
        wake() {
            const value = program.decide(host.observe());
            const decision = readDecision(value, { fileName: program.fileName, timeSeconds: host.nowSeconds() });
            tick++;
            if (decision !== undefined)
                host.act(decision);
        },
        findings: program.findings ?? [],
    };
}
/**
 * Seconds of a policy's `every`.
 *
 * @throws PolicyFault of kind `load` when it is no duration > 0
 */
export function parseEvery(every, fileName) {
    if (every === undefined || every === null)
        return everyDefaultSeconds;
    const seconds = typeof every === 'string' ? parseDuration(every) : undefined;
    if (seconds !== undefined && seconds > 0 && Number.isFinite(seconds))
        return seconds;
    const text = `${fileName}: every is ${describeValue(every)}, expected a duration > 0 with a unit, such as "15s".`;
    throw new PolicyFault(text, { kind: 'load' });
}
