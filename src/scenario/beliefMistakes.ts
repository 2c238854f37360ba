import { formatDuration } from '../base/duration.js';
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
  if (gateway.connectTimeout !== undefined && gateway.endpointLag === undefined)
    found.push({
      code: 'no-effect',
      path: ['gateway', 'connectTimeout'],
      what: 'has no effect',
      why: 'The gateway knows at once that an instance is gone, and sends nothing there.',
      fix: 'add `endpointLag`.',
      isWarning: true,
    });
  return found;
}
