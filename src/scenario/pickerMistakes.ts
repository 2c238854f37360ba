import { hasPrefixes } from '../traffic/sessions/settings.js';
import type { Finding } from './finding.js';
import { gatewayOf } from './gatewayOf.js';
import { reachedTargets } from './routeTargets.js';
import type { Scenario } from './schema.js';

/** A picker that has nothing to pick, or nothing to go by, and what has no effect beside one. */
export function pickerMistakes(scenario: Scenario): Finding[] {
  const { ai, services, requests } = scenario;
  if (ai?.picker === undefined) return [];
  const path = ['ai', 'picker'];
  const names = Object.keys(services).filter(
    (name) => services[name].instance.model !== undefined && services[name].scaling.perRequest === undefined,
  );
  if (names.length === 0) {
    return [
      {
        code: 'picker-without-models',
        path,
        what: 'has nothing to pick: no service has `instance.model`',
        why: 'It chooses among servers of a language model.',
        fix: 'remove it; `gateway.balancer` chooses among others.',
      },
    ];
  }
  const { prefix, queue, kv } = ai.picker.scorers;
  const isBlind = !Object.entries(requests).some(
    ([name, own]) => hasPrefixes(own) && reachedTargets(scenario, name).some((to) => names.includes(to)),
  );
  const blind: Finding = {
    code: 'no-effect',
    path: [...path, 'scorers', 'prefix'],
    what: 'has no effect: no request with a `prefix`, a `session` or an `agent` goes to a model service',
    why: queue + kv === 0 ? 'Every server scores 0, so they take turns.' : 'No server has anything of any prompt.',
    fix: 'give requests a `prefix` or a `session`, or remove the scorer.',
    isWarning: true,
  };
  return [
    ...(prefix > 0 && isBlind ? [blind] : []),
    ...names.flatMap((name) => besidePicker(scenario, name)),
    ...(Object.keys(services).length === names.length ? unusedBalancer(scenario) : []),
  ];
}

const why = '`ai.picker` picks among model servers, whatever they weigh.';

/** What a service says of who gets its requests, where the picker decides it. */
function besidePicker(scenario: Scenario, name: string): Finding[] {
  const { gateway, instance } = scenario.services[name];
  const own = ['services', name];
  const slowStart = gateway?.slowStart === undefined ? ['gateway'] : [...own, 'gateway'];
  const given = [
    ...(gateway?.balancer === undefined ? [] : [[...own, 'gateway', 'balancer']]),
    ...(instance.weight === undefined ? [] : [[...own, 'instance', 'weight']]),
    ...(gatewayOf(scenario, name).slowStart === undefined ? [] : [[...slowStart, 'slowStart']]),
  ];
  return given.map((path) => ({
    code: 'no-effect',
    path,
    what: `has no effect on ${name}`,
    why,
    fix: 'remove it, or `ai.picker`.',
    isWarning: true,
  }));
}

/** The balancer that a file gets which names none. */
const usual = 'round-robin';

function unusedBalancer({ gateway, services }: Scenario): Finding[] {
  const { variant } = gateway.balancer;
  if (variant === usual || Object.values(services).some(({ gateway: own }) => own?.balancer !== undefined)) return [];
  const path = ['gateway', 'balancer'];
  const what = `has no effect: ${variant} picks for no service`;
  return [{ code: 'no-effect', path, what, why, fix: 'remove it, or `ai.picker`.', isWarning: true }];
}
