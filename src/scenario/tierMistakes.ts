import { suggestion } from '../base/nearest.js';
import { calledClasses } from './callGraph.js';
import { sentClasses } from './consumerMistakes.js';
import type { Finding } from './finding.js';
import { gatewayOf } from './gatewayOf.js';
import type { Scenario } from './schema.js';
import { shedsTiers } from './tiersIn.js';

/** Tiers that nobody knows or has, and priorities and saturation that nothing looks at. */
export function tierMistakes(scenario: Scenario): Finding[] {
  return [
    ...Object.keys(scenario.requests).flatMap((name) => ofClass(scenario, name)),
    ...Object.keys(scenario.ai?.tiers ?? {}).flatMap((name) => ofTier(scenario, name)),
    ...unseenPriorities(scenario),
    ...unseenSaturation(scenario),
  ];
}

function ofClass({ requests, ai }: Scenario, name: string): Finding[] {
  const { tier } = requests[name];
  const known = Object.keys(ai?.tiers ?? {});
  if (tier === undefined || known.includes(tier)) return [];
  return [
    {
      code: 'unknown-tier',
      path: ['requests', name, 'tier'],
      what: `"${tier}" is not one of \`ai.tiers\``,
      why: 'What it is worth is written there.',
      fix: known.length === 0 ? `add \`ai: { tiers: { ${tier}: { priority: 1 } } }\`.` : suggestion(tier, known),
    },
  ];
}

function ofTier(scenario: Scenario, name: string): Finding[] {
  const { requests, services, ai } = scenario;
  const path = ['ai', 'tiers', name];
  const sent = sentClasses(scenario);
  const classes = [...new Set([...sent, ...calledClasses(requests, sent)])].filter(
    (one) => requests[one]?.tier === name,
  );
  if (classes.length === 0)
    return [
      withoutEffect(path, `no requests are of ${name}`, `add \`tier: ${name}\` to a request class, or remove it.`),
    ];
  if (ai?.tiers?.[name].sheddable !== true) return [];
  const reachModels = classes.some((one) => {
    const { route } = requests[one];
    const targets = typeof route === 'string' ? [route] : Object.keys(route).filter((target) => route[target] > 0);
    return targets.some((target) => services[target]?.instance.model !== undefined);
  });
  if (reachModels) return [];
  return [
    withoutEffect(
      [...path, 'sheddable'],
      `has no effect: no request of ${name} goes to a model server`,
      'use `admission: { priority: {} }` of the gateway, which looks at slots.',
    ),
  ];
}

function unseenPriorities(scenario: Scenario): Finding[] {
  const { services, ai } = scenario;
  const given = (['tiers', 'consumers'] as const).flatMap((part) =>
    Object.entries(ai?.[part] ?? {}).flatMap(([name, { priority }]) =>
      priority === undefined ? [] : [['ai', part, name, 'priority']],
    ),
  );
  const isSeen = Object.entries(services).some(([name, { instance }]) => {
    const { queue, admission } = gatewayOf(scenario, name);
    return instance.discipline === 'priority' || queue?.discipline === 'priority' || admission?.variant === 'priority';
  });
  if (isSeen || given.length === 0) return [];
  return [
    withoutEffect(
      given[0],
      'has no effect: nothing is served by priority',
      'add `discipline: priority` to the instance of a model server, or remove it.',
    ),
  ];
}

function unseenSaturation(scenario: Scenario): Finding[] {
  if (scenario.ai?.saturation === undefined || shedsTiers(scenario)) return [];
  return [
    withoutEffect(
      ['ai', 'saturation'],
      'has no effect: no request is of a sheddable tier',
      'add `sheddable: true` to a tier, or remove it.',
    ),
  ];
}

function withoutEffect(path: readonly string[], what: string, fix: string): Finding {
  return { code: 'no-effect', path, what, why: 'The run is the same without it.', fix, isWarning: true };
}
