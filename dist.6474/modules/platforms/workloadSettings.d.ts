import type { Problem } from '../base/problem.js';
import type { ServiceFacts } from './platform.js';
import { type Workload } from './readWorkloads.js';
/** What a scenario takes from the workload that its service stands for. */
interface WorkloadSettings {
    /** For `--set`: `services.web.instance.cpuRequest=0.5`. */
    readonly set: readonly string[];
    /** What is not taken, and what the scenario should say itself. */
    readonly notes: readonly Problem[];
}
/** The service names of a scenario, and how long their instances start on average. */
export type WorkloadService = Pick<ServiceFacts, 'name' | 'startupMeanSeconds'>;
/**
 * Settings of the services that have a workload in a file (Deployment, StatefulSet, Pod, PodTemplate).
 *
 * A workload is that of the service with its name; the only workload of a file is that of the only service, whatever the
 * names. Workloads without a service are noted.
 *
 * @throws ProblemError when the file holds no workload that fits, or a wrong one
 */
export declare function workloadSettings(text: string, file: string, services: readonly WorkloadService[]): WorkloadSettings;
/** A workload and the service that stands for it. */
interface WorkloadPair<Service> {
    readonly workload: Workload;
    readonly service: Service;
}
/** Which workload is which service's. */
export declare function pairWorkloads<Service extends {
    readonly name: string;
}>(workloads: readonly Workload[], services: readonly Service[]): WorkloadPair<Service>[];
/** A key of a service's `instance`, its value, and the text of it in a file. */
interface InstanceSetting {
    readonly key: 'vcpus' | 'cpuRequest' | 'memory' | 'memoryRequest' | 'drain';
    /** vCPUs, bytes or seconds. */
    readonly value: number;
    readonly text: string;
}
/** What a workload says of an instance. */
export declare function instanceSettings(workload: Workload): InstanceSetting[];
export {};
