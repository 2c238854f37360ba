/** Processor time of ready and draining instances, for requests and beside them. */
export function burnedVcpuSeconds({ busyVcpuSeconds, backgroundVcpuSeconds }) {
    return busyVcpuSeconds + backgroundVcpuSeconds;
}
/** The work of one service in the span. */
export function workOf({ input, traffic }, service, snapshots) {
    const { fleet, fleetLog, index } = service;
    const { vcpus, concurrency } = service.settings.instance;
    const end = fleet.workTotals();
    const begin = snapshots.atWarmup[index];
    const servingSeconds = end.servingSeconds - begin.servingSeconds;
    const common = { servingSeconds, begunCount: end.begunCount - begin.begunCount };
    const aliveSeconds = fleetLog.readySeconds + fleetLog.drainingSeconds;
    const usesCpu = traffic.classNames.some((name) => input.scenario.requests[name].cpu !== undefined);
    if (usesCpu) {
        const requestSeconds = end.busyVcpuSeconds - begin.busyVcpuSeconds;
        const workSeconds = burnedVcpuSeconds(end) - burnedVcpuSeconds(begin);
        return { ...common, isKnown: true, workSeconds, requestSeconds, capacitySeconds: aliveSeconds * vcpus };
    }
    if (concurrency === undefined) {
        const workSeconds = servingSeconds;
        return { ...common, isKnown: false, workSeconds, requestSeconds: workSeconds, capacitySeconds: aliveSeconds };
    }
    const workSeconds = end.slotSeconds - begin.slotSeconds;
    const capacitySeconds = aliveSeconds * concurrency;
    return { ...common, isKnown: true, workSeconds, requestSeconds: workSeconds, capacitySeconds };
}
