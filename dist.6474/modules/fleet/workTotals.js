/** Totals of no work. */
export function noWork() {
    return {
        busyVcpuSeconds: 0,
        backgroundVcpuSeconds: 0,
        startupVcpuSeconds: 0,
        runningSeconds: 0,
        begunCount: 0,
        slotSeconds: 0,
        servingSeconds: 0,
    };
}
/** Adds what one instance did, whose columns hold as of now. */
export function addWork(totals, table, instance, nowSeconds) {
    const pausedSince = table.pausedSinceSeconds[instance];
    const pausedSeconds = table.pausedSeconds[instance] + (Number.isNaN(pausedSince) ? 0 : nowSeconds - pausedSince);
    totals.busyVcpuSeconds += table.busyVcpuSeconds[instance];
    totals.backgroundVcpuSeconds += table.backgroundVcpuSeconds[instance] - table.startupVcpuSeconds[instance];
    totals.startupVcpuSeconds += table.startupVcpuSeconds[instance];
    totals.runningSeconds += nowSeconds - table.launchedSeconds[instance] - pausedSeconds;
    totals.begunCount += table.begun[instance];
    totals.slotSeconds += table.slotSeconds[instance];
    totals.servingSeconds += table.servingSeconds[instance];
}
