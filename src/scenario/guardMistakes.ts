import type { Finding } from './finding.js';
import { type GatewayView, gatewayViews } from './gatewayOf.js';
import type { Scenario } from './schema.js';

/** Guards of the gateway that could do nothing as the scenario is. */
export function guardMistakes(scenario: Scenario): Finding[] {
  return gatewayViews(scenario).flatMap((view) => mistakesOf(view, scenario));
}

function mistakesOf({ gateway, names, pathOf }: GatewayView, { services }: Scenario): Finding[] {
  const { admission, queue } = gateway;
  const findings: Finding[] = [];
  const ofCodel = pathOf('admission', 'queue');
  // The `queue: none` of a service stands beside the admission of the gateway.
  const isInherited = ofCodel.at(-1) === 'queue';
  if (admission?.variant === 'codel' && queue === undefined)
    findings.push({
      code: 'codel-without-queue',
      path: isInherited ? ofCodel : [...ofCodel, 'codel'],
      what: isInherited
        ? 'is none, and `gateway.admission.codel` acts on the central queue'
        : 'acts on the central queue, and the gateway has none',
      why: 'It looks at how long requests waited there; at instances it sees nothing.',
      fix: isInherited
        ? 'remove it, or write `admission: none` beside it.'
        : 'add `queue: {}` to the gateway, or use `admission: { concurrency: N }`.',
    });
  const unlimited = names.filter((name) => services[name].instance.concurrency === undefined);
  if (admission?.variant === 'priority')
    for (const name of unlimited)
      findings.push({
        code: 'priority-without-slots',
        path: [...pathOf('admission'), 'priority'],
        what: `looks at the slots taken, and instances of ${name} have no limit of them`,
        why: 'The share that is taken would always be 0, and nothing would be shed.',
        fix: `add \`concurrency\` to services.${name}.instance.`,
      });
  return findings;
}
