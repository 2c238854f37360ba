import { formatDuration } from '../base/duration.js';
import { findLosses } from '../fleet/probeSettings.js';
import type { Finding } from './finding.js';
import type { Scenario } from './schema.js';

/** What contradicts itself, or has no effect, in what a gateway learns of instances. */
export function beliefMistakes({ gateway, services }: Scenario): Finding[] {
  const found: Finding[] = [];
  const known = Object.entries(services);
  for (const [name, { instance }] of known) {
    const { preStop, drain } = instance;
    if (preStop > drain)
      found.push({
        code: 'pre-stop-exceeds-drain',
        path: ['services', name, 'instance', 'preStop'],
        what: `is ${formatDuration(preStop)}, but the drain lasts ${formatDuration(drain)}`,
        why: 'It is a part of the drain, at whose end what is left aborts.',
        fix: `make \`drain\` at least ${formatDuration(preStop)}.`,
      });
  }
  const { healthCheck, connectTimeout, endpointLag, panic } = gateway;
  const areProbed = known.some(([, { instance }]) => findLosses(instance.probes));
  if (connectTimeout !== undefined && endpointLag === undefined && healthCheck === undefined && !areProbed)
    found.push({
      code: 'no-effect',
      path: ['gateway', 'connectTimeout'],
      what: 'has no effect',
      why: 'The gateway knows at once that an instance is gone, and sends nothing there.',
      fix: 'add `endpointLag` or `healthCheck`.',
      isWarning: true,
    });
  if (healthCheck !== undefined && healthCheck.timeout > healthCheck.interval)
    found.push({
      code: 'check-exceeds-interval',
      path: ['gateway', 'healthCheck', 'timeout'],
      what: `is ${formatDuration(healthCheck.timeout)}, longer than the interval of ${formatDuration(healthCheck.interval)}`,
      why: 'The next check would begin before this one has failed.',
      fix: 'make `timeout` at most `interval`.',
    });
  if (panic !== undefined && healthCheck === undefined && gateway.ejection === undefined)
    found.push({
      code: 'no-effect',
      path: ['gateway', 'panic'],
      what: 'has no effect',
      why: 'Nothing takes instances out of rotation.',
      fix: 'add `healthCheck` or `ejection`.',
      isWarning: true,
    });
  return found;
}
