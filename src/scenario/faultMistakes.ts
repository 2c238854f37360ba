import { suggestion } from '../base/nearest.js';
import { buildDistribution } from '../random/distributions/index.js';
import { afterEnd } from './afterEnd.js';
import type { Finding } from './finding.js';
import type { Scenario } from './schema.js';

/** Faults that strike nobody known, never, or without end. */
export function faultMistakes({ faults, services, duration }: Scenario): Finding[] {
  const known = Object.keys(services);
  return faults.flatMap((fault, index): Finding[] => {
    const { kind, service, every, at = 0 } = fault;
    const found: Finding[] = [];
    const complain = (key: string, finding: Omit<Finding, 'path'>) =>
      found.push({ ...finding, path: ['faults', index, key] });
    const isLocal = kind !== 'metrics-outage' && kind !== 'api-outage';
    if (service === undefined && known.length > 1 && isLocal)
      complain('kind', {
        code: 'which-service',
        what: 'names no service, and there are several',
        why: 'It is not clear which service it hits.',
        fix: `add \`service\`: ${known.join(' or ')}.`,
      });
    if (service !== undefined && !known.includes(service))
      complain('service', {
        code: 'unknown-service',
        what: `"${service}" is not a service`,
        why: 'It is not clear which service it hits.',
        fix: suggestion(service, known),
      });
    const struck = services[service ?? known[0]];
    if (kind === 'rolling-update' && struck?.scaling.perRequest !== undefined)
      complain('kind', {
        code: 'update-of-functions',
        what: 'updates a service that scales per request',
        why: 'No Deployment keeps its instances: each lives for its requests.',
        fix: 'remove the fault, or `perRequest`.',
      });
    const zones = struck?.zones ?? 1;
    if ('zone' in fault && fault.zone > zones)
      complain('zone', {
        code: 'unknown-zone',
        what: `is ${fault.zone}, but there ${zones === 1 ? 'is 1 zone' : `are ${zones} zones`}`,
        why: 'Zones are numbered from 1.',
        fix: `choose ${zones === 1 ? 'zone 1' : `a zone from 1 to ${zones}`}, or raise \`zones\`.`,
      });
    if (every !== undefined && buildDistribution(every).meanSeconds === 0)
      complain('every', {
        code: 'endless-fault',
        what: 'has a mean of 0',
        why: 'The fault would strike without end at one instant.',
        fix: 'choose a longer time.',
      });
    if (at >= duration)
      complain('at', {
        code: 'starts-too-late',
        what: afterEnd(at, duration),
        why: 'The fault never happens.',
        fix: 'lower it, or make the run longer.',
        isWarning: true,
      });
    return found;
  });
}
