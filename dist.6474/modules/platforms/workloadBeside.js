import { formatSize } from '../base/quantity.js';
import { cpuText } from './cpuText.js';
import { targetDocument } from './objectBeside.js';
import { isWorkload, readWorkload } from './readWorkloads.js';
/** What a pod of the workload beside an autoscaler requests and may use: what its percentages are of. */
export const workloadBeside = {
    lint: () => [],
    explain({ source }, set) {
        const target = targetDocument(source, set);
        if (target === undefined || !isWorkload(target))
            return [];
        const workload = readWorkload(target);
        // A patch of one, or a broken one: nothing to say of it here.
        if (Array.isArray(workload))
            return [];
        const { kind, name, cpuRequest, cpuLimit, memoryRequestBytes, memoryLimitBytes } = workload;
        const cpu = amountText(cpuRequest, cpuLimit, cpuText);
        const memory = amountText(memoryRequestBytes, memoryLimitBytes, (bytes) => formatSize(Math.ceil(bytes)));
        return [`Each pod of ${kind} ${name} requests ${cpu} of CPU and ${memory} of memory.`];
    },
};
function amountText(request, limit, format) {
    const asked = request === undefined ? 'no fixed amount' : format(request);
    return `${asked} (${limit === undefined ? 'no limit' : `limit ${format(limit)}`})`;
}
