import { formatDuration } from '../base/duration.js';
import { findLosses } from '../fleet/probeSettings.js';
import type { Finding } from './finding.js';
import { type GatewayView, gatewayViews } from './gatewayOf.js';
import type { Scenario } from './schema.js';

/** What contradicts itself, or has no effect, in what a gateway learns of instances. */
export function beliefMistakes(scenario: Scenario): Finding[] {
  const found: Finding[] = [];
  for (const [name, { instance }] of Object.entries(scenario.services)) {
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
  return [...found, ...gatewayViews(scenario).flatMap((view) => mistakesOf(view, scenario))];
}

function mistakesOf({ gateway, names, says, pathOf }: GatewayView, { services }: Scenario): Finding[] {
  const found: Finding[] = [];
  const { healthCheck, connectTimeout, endpointLag, panic } = gateway;
  const areProbed = names.some((name) => findLosses(services[name].instance.probes));
  const isKnown = endpointLag === undefined && healthCheck === undefined && !areProbed;
  if (says('connectTimeout') && connectTimeout !== undefined && isKnown)
    found.push({
      code: 'no-effect',
      path: pathOf('connectTimeout'),
      what: 'has no effect',
      why: 'The gateway knows at once that an instance is gone, and sends nothing there.',
      fix: 'add `endpointLag` or `healthCheck`.',
      isWarning: true,
    });
  if (says('healthCheck') && healthCheck !== undefined && healthCheck.timeout > healthCheck.interval)
    found.push({
      code: 'check-exceeds-interval',
      path: [...pathOf('healthCheck'), 'timeout'],
      what: `is ${formatDuration(healthCheck.timeout)}, longer than the interval of ${formatDuration(healthCheck.interval)}`,
      why: 'The next check would begin before this one has failed.',
      fix: 'make `timeout` at most `interval`.',
    });
  if (says('panic') && panic !== undefined && healthCheck === undefined && gateway.ejection === undefined)
    found.push({
      code: 'no-effect',
      path: pathOf('panic'),
      what: 'has no effect',
      why: 'Nothing takes instances out of rotation.',
      fix: 'add `healthCheck` or `ejection`.',
      isWarning: true,
    });
  return found;
}
