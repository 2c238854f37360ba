import { formatDuration } from '../base/duration.js';
import type { Problem } from '../base/problem.js';
import { ProblemError } from '../base/problem.js';
import { formatSize } from '../base/quantity.js';
import type { ServiceFacts } from './platform.js';
import { readWorkloads, type Workload } from './readWorkloads.js';

/** What a scenario takes from the workload that its service stands for. */
interface WorkloadSettings {
  /** For `--set`: `services.web.instance.cpuRequest=0.5`. */
  readonly set: readonly string[];
  /** What is not taken, and what the scenario should say itself. */
  readonly notes: readonly Problem[];
}

/** The service names of a scenario. */
export type WorkloadService = Pick<ServiceFacts, 'name'>;

/**
 * Settings of the services that have a workload in a file (Deployment, StatefulSet, Pod, PodTemplate).
 *
 * A workload is that of the service with its name; the only workload of a file is that of the only service, whatever the
 * names. Workloads without a service are noted.
 *
 * @throws ProblemError when the file holds no workload that fits, or a wrong one
 */
export function workloadSettings(text: string, file: string, services: readonly WorkloadService[]): WorkloadSettings {
  const workloads = readWorkloads(text, file);
  const pairs = pairWorkloads(workloads, services);
  if (pairs.length === 0) throw new ProblemError([noWorkload(file, workloads, services)]);
  const left = workloads.filter((workload) => !pairs.some((pair) => pair.workload === workload));
  return {
    set: pairs.flatMap(({ workload, service }) => {
      const path = `services.${service.name}.instance`;
      return [
        ...instanceSettings(workload).map(({ key, text: value }) => `${path}.${key}=${value}`),
        ...workload.probes.map(({ name, text: value }) => `${path}.probes.${name}=${value}`),
      ];
    }),
    notes: [...pairs.flatMap(notesOf), ...left.map((workload) => unused(workload, services))],
  };
}

/** A workload and the service that stands for it. */
interface WorkloadPair<Service> {
  readonly workload: Workload;
  readonly service: Service;
}

/** Which workload is which service's. */
export function pairWorkloads<Service extends { readonly name: string }>(
  workloads: readonly Workload[],
  services: readonly Service[],
): WorkloadPair<Service>[] {
  if (workloads.length === 1 && services.length === 1) return [{ workload: workloads[0], service: services[0] }];
  return services.flatMap((service) => {
    const workload = workloads.find(({ name }) => name === service.name);
    return workload === undefined ? [] : [{ workload, service }];
  });
}

/** A key of a service's `instance`, its value, and the text of it in a file. */
interface InstanceSetting {
  readonly key: 'vcpus' | 'cpuRequest' | 'memory' | 'memoryRequest' | 'drain';
  /** vCPUs, bytes or seconds. */
  readonly value: number;
  readonly text: string;
}

/** What a workload says of an instance. */
export function instanceSettings(workload: Workload): InstanceSetting[] {
  const { cpuRequest, cpuLimit, memoryRequestBytes, memoryLimitBytes, graceSeconds } = workload;
  const sized = [
    { key: 'vcpus', value: cpuLimit, format: String },
    { key: 'cpuRequest', value: cpuRequest, format: String },
    { key: 'memory', value: memoryLimitBytes, format: sizeText },
    { key: 'memoryRequest', value: memoryRequestBytes, format: sizeText },
  ] as const;
  const settings = sized.flatMap(({ key, value = 0, format }): InstanceSetting[] =>
    // 0 is as good as nothing to Kubernetes.
    value > 0 ? [{ key, value, text: format(value) }] : [],
  );
  return [...settings, { key: 'drain', value: graceSeconds, text: formatDuration(graceSeconds) }];
}

/** Whole bytes: a quantity of memory may be written in thousandths of one. */
function sizeText(bytes: number): string {
  return formatSize(Math.ceil(bytes));
}

const missing = [
  ['cpuRequest', 'cpuRequest', 'requests.cpu', 'A Utilization target of an HPA fails in the cluster'],
  ['cpuLimit', 'vcpus', 'limits.cpu', 'A container may use what its node has left'],
  ['memoryRequestBytes', 'memoryRequest', 'requests.memory', 'A Utilization target on memory fails in the cluster'],
  ['memoryLimitBytes', 'memory', 'limits.memory', 'A container may use what its node has left'],
] as const;

function notesOf({ workload, service }: WorkloadPair<WorkloadService>): Problem[] {
  const { name } = service;
  const gaps = missing.flatMap(([field, key, written, why]): Problem[] => {
    if (workload[field] !== undefined) return [];
    return [
      {
        code: 'not-in-workload',
        where: workload.placeOf(['containers']),
        what: `not every container has ${written}, so ${key} stays as the scenario has it`,
        why: `${why}.`,
        fix: `give every container ${written}, or set services.${name}.instance.${key} yourself.`,
      },
    ];
  });
  return [...gaps, ...probeNotes(workload, name), ...workload.notes];
}

function probeNotes({ probes, placeOf }: Workload, service: string): Problem[] {
  if (probes.length === 0) return [];
  const startup = `services.${service}.instance.startup`;
  const names = probes.map(({ name }) => `${name}Probe`).join(', ');
  const taken: Problem = {
    code: 'probes-taken',
    where: placeOf(['containers']),
    what: `with ${names}, ${startup} lasts until the process answers`,
    why: 'Readiness comes on top of it, and a start that liveness does not wait for is killed.',
    fix: 'where it was measured up to Ready, take the initial delay and the period of the probe off.',
  };
  const stretched = probes.flatMap(({ name, container, stretchedSeconds }): Problem[] => {
    if (stretchedSeconds === undefined) return [];
    const what = `the ${name}Probe has a timeout longer than its period, so a period of ${stretchedSeconds} s is taken`;
    const why = 'kubelet begins no probe before the one before it is over.';
    const fix = 'make periodSeconds at least timeoutSeconds.';
    return [{ code: 'probe-period', where: placeOf(['containers', container, `${name}Probe`]), what, why, fix }];
  });
  const others = probes.flatMap(({ name, container, otherCount }): Problem[] => {
    if (otherCount === 0) return [];
    const what = `the ${name}Probe of this container is taken, and not that of ${otherCount} more`;
    const why = 'An instance is one process here; in the cluster a pod is ready once all its containers are.';
    const fix = `if another is slower, set services.${service}.instance.probes.${name} yourself.`;
    return [{ code: 'probe-of-first', where: placeOf(['containers', container, `${name}Probe`]), what, why, fix }];
  });
  return [taken, ...stretched, ...others];
}

function unused(workload: Workload, services: readonly WorkloadService[]): Problem {
  return {
    code: 'unused-workload',
    where: workload.placeOf([]),
    what: `${workload.kind} "${workload.name}" is not used`,
    why: `No service has its name: ${services.map(({ name }) => name).join(', ')}.`,
    fix: 'name the service like it, or leave it out.',
  };
}

function noWorkload(file: string, workloads: readonly Workload[], services: readonly WorkloadService[]): Problem {
  const names = services.map(({ name }) => name).join(', ');
  const held = workloads.map(({ kind, name }) => `${kind} "${name}"`).join(', ');
  return {
    code: 'no-workload',
    where: { file },
    what: workloads.length === 0 ? 'holds no workload' : `holds no workload for ${names}, only ${held}`,
    why: 'Known are Deployment, StatefulSet, PodTemplate and Pod; each is that of the service with its name.',
    fix: 'name the file with the Deployment, or name the service like it.',
  };
}
