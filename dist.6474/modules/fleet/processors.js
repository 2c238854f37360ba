/**
 * Processors that each of `running` requests has: min(1, (vcpus - background) / running).
 *
 * The base takes what it needs before requests do: agents and the kernel sleep most of the time, and the scheduler lets
 * those go first who slept. A burst is busy threads, as many as its vCPUs, and gets no more than its fair share of the
 * rest: max-min fairness, which is what CFS comes to for threads that are always runnable.
 */
export function processorsEach({ vcpus, baseVcpus }, running, burstVcpus) {
    const room = vcpus - baseVcpus;
    const fair = room / (running + Math.ceil(burstVcpus));
    return Math.min(1, Math.max((room - burstVcpus) / running, fair));
}
/** Speed of each of `running` requests: its processors, slowed as `speed` slows whole ones. */
export function speedEach(processors, running, burstVcpus) {
    const { vcpus, speed, baseVcpus } = processors;
    const whole = Math.min(running, vcpus) / running;
    const each = baseVcpus + burstVcpus > 0 ? processorsEach(processors, running, burstVcpus) : whole;
    return speed === undefined ? each : (speed.at(running) / running) * (each / whole);
}
/** Processors that burn beside `running` requests; what they leave at least. */
export function backgroundVcpus(processors, running, burstVcpus) {
    const { vcpus, baseVcpus } = processors;
    const taken = running === 0 ? 0 : running * processorsEach(processors, running, burstVcpus);
    return Math.min(baseVcpus + burstVcpus, Math.max(0, vcpus - taken));
}
