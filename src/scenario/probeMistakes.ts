import { formatDuration } from '../base/duration.js';
import type { ProbeSettings } from '../fleet/probeSettings.js';
import { buildStartup } from '../fleet/startup/startup.js';
import { buildDistribution } from '../random/distributions/index.js';
import type { Finding } from './finding.js';
import type { Scenario } from './schema.js';

type Instance = Scenario['services'][string]['instance'];

/** Probes that contradict themselves, or that kill what nothing is wrong with. */
export function probeMistakes({ services, requests }: Scenario): Finding[] {
  return Object.entries(services).flatMap(([name, { instance, scaling }]): Finding[] => {
    const { probes } = instance;
    if (probes === undefined) return [];
    const path = ['services', name, 'instance', 'probes'];
    const found: Finding[] = Object.entries(probes).flatMap(([kind, probe]) =>
      probe === undefined ? [] : overlapping(probe, [...path, kind]),
    );
    if (scaling.perRequest !== undefined)
      found.push({
        code: 'probes-per-request',
        path,
        what: `stand beside perRequest of ${name}`,
        why: 'Such a platform probes nothing; it knows itself when an instance is ready.',
        fix: 'remove one of them.',
      });
    const own = Object.values(requests).filter(({ route }) => route === name);
    return [...found, ...restartLoop(instance, path), ...killsTheBusy(instance, own, path)];
  });
}

function overlapping({ timeout, period }: ProbeSettings, path: readonly string[]): Finding[] {
  if (timeout <= period) return [];
  return [
    {
      code: 'probe-exceeds-period',
      path: [...path, 'timeout'],
      what: `is ${formatDuration(timeout)}, longer than the period of ${formatDuration(period)}`,
      why: 'The next probe would begin before this one has failed.',
      fix: 'make `timeout` at most `period`.',
    },
  ];
}

/** Whoever may kill first a process that does not answer yet kills it before it ever does. */
function restartLoop({ startup, probes }: Instance, path: readonly string[]): Finding[] {
  const kind = probes?.startup === undefined ? 'liveness' : 'startup';
  const killer = probes?.[kind];
  if (killer === undefined) return [];
  const { initialDelay, period, failure } = killer;
  const graceSeconds = initialDelay + (failure - 1) * period;
  // What passes before the process begins is not probed.
  const startupSeconds = buildStartup(startup).restartMeanSeconds;
  if (startupSeconds <= graceSeconds) return [];
  const [grace, mean] = [graceSeconds, startupSeconds].map((seconds) => formatDuration(Math.round(seconds)));
  return [
    {
      code: 'restart-loop',
      path: [...path, kind],
      what: `kills a process that has not answered after ${grace}, but a startup takes ${mean} on average`,
      why: 'Most new instances are killed before they answer, again and again, each time after a longer back-off.',
      fix:
        kind === 'startup'
          ? `raise \`failure\` or \`period\`: together they have to last ${mean} and more.`
          : 'add a `startup` probe that lasts longer than the startup, or raise `initialDelay`.',
      isWarning: true,
    },
  ];
}

/** With all slots taken one frees every (service time / slots) on average, or as fast as the processors go, and a probe waits for it. */
function killsTheBusy(
  { probes, concurrency, vcpus }: Instance,
  own: readonly Scenario['requests'][string][],
  path: readonly string[],
): Finding[] {
  const { liveness } = probes ?? {};
  if (liveness === undefined || concurrency === undefined) return [];
  const meanOf = (settings: Scenario['requests'][string]['cpu']) =>
    settings === undefined ? 0 : buildDistribution(settings).meanSeconds;
  const waits = own.map(({ cpu, io }) => Math.max((meanOf(cpu) + meanOf(io)) / concurrency, meanOf(cpu) / vcpus));
  const waitSeconds = Math.max(0, ...waits);
  if (waitSeconds <= liveness.timeout) return [];
  return [
    {
      code: 'liveness-kills-busy',
      path: [...path, 'liveness', 'timeout'],
      what: `is ${formatDuration(liveness.timeout)}, but a busy instance frees a slot only every ${formatDuration(Number(waitSeconds.toPrecision(2)))}`,
      why: 'The probe waits for a slot as requests do, so an instance whose slots are all taken is killed with what is inside.',
      fix: 'raise `timeout`, or the `concurrency`.',
      isWarning: true,
    },
  ];
}
