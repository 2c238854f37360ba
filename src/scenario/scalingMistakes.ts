import { controllersOf } from '../fleet/controllers.js';
import { isClosedLoop } from '../traffic/sources/index.js';
import { meanVisits } from './callGraph.js';
import { modelsAreWaitedFor } from './callLoad.js';
import type { Finding } from './finding.js';
import { routeShare } from './routeShare.js';
import type { Scenario } from './schema.js';

/** What no fleet can keep to: bounds without a size between them, a beginning outside of them; controllers that cannot be. */
export function scalingMistakes(scenario: Scenario): Finding[] {
  const names = Object.keys(scenario.services);
  return [...sizeMistakes(scenario), ...names.flatMap((name) => controllerMistakes(scenario, name))];
}

/** Gateways of unequal size would be another question, and controllers without a policy are none. */
function controllerMistakes({ services }: Scenario, name: string): Finding[] {
  const { controllers, policy, perRequest } = services[name].scaling;
  const { count, workers } = controllersOf(controllers);
  const path = ['services', name, 'scaling', 'controllers'];
  if (count > 1 && (policy === 'none' || perRequest !== undefined)) {
    const what = `has no effect beside ${perRequest === undefined ? '`policy: none`' : '`perRequest`'}`;
    const why = 'No policy is called for this service.';
    return [{ code: 'controllers-without-policy', path, what, why, fix: 'remove it.', isWarning: true }];
  }
  if (count % workers === 0) return [];
  return [
    {
      code: 'controllers-uneven',
      path: [...path, 'workers'],
      what: `is ${workers}, but count is ${count}, which is no multiple of it`,
      why: '`count` is all controllers, `workers` those of one gateway, and every gateway has as many.',
      fix: `write the product of gateways and workers as \`count\`, ${workers * Math.ceil(count / workers)} for example.`,
    },
  ];
}

function sizeMistakes(scenario: Scenario): Finding[] {
  return Object.entries(scenario.services).flatMap(([name, { scaling }]): Finding[] => {
    const path = ['services', name, 'scaling'];
    const { min, max, initial } = scaling;
    if (min > max) {
      return [
        {
          code: 'min-exceeds-max',
          path: [...path, 'min'],
          what: `is ${min} but max is ${max}`,
          why: 'The fleet could have no size at all.',
          fix: `lower \`min\` to ${max} or less, or raise \`max\` to at least ${min}.`,
        },
      ];
    }
    if (initial === 'needed') return neededMistakes(scenario, name);
    if (initial >= min && initial <= max) return [];
    return [
      {
        code: 'initial-outside-bounds',
        path: [...path, 'initial'],
        what: `is ${initial}, outside min ${min} .. max ${max}`,
        why: 'The run would begin with a size that no action could ask for.',
        fix: `choose a value from ${min} to ${max}.`,
      },
    ];
  });
}

/** `initial: needed` is a number only where the traffic is known in advance and the fleet may have that many. */
function neededMistakes(scenario: Scenario, name: string): Finding[] {
  const { traffic, requests, services } = scenario;
  const path = ['services', name, 'scaling', 'initial'];
  const fix = 'write the number of instances the run begins with.';
  const closed = Object.entries(traffic).find(
    ([, settings]) =>
      isClosedLoop(settings) &&
      [...meanVisits(requests, settings.request ?? '')].some(
        ([reached, count]) => count * routeShare(scenario, reached, name) > 0,
      ),
  );
  if (closed !== undefined) {
    const why = 'Virtual users send as fast as they are answered: their rate is not known in advance.';
    return [
      { code: 'needed-of-closed-loop', path, what: `is needed, but the users of ${closed[0]} call ${name}`, why, fix },
    ];
  }
  const { min, max, perRequest } = services[name].scaling;
  if (perRequest !== undefined) {
    const why = 'With `perRequest` the requests start what they need.';
    return [{ code: 'needed-per-request', path, what: 'is needed beside `perRequest`', why, fix }];
  }
  if (modelsAreWaitedFor(scenario, name)) {
    return [
      {
        code: 'needed-without-models',
        path,
        what: `is needed, which leaves out that slots of ${name} wait for answers of models`,
        why: 'How long those take is not known in advance.',
        fix,
        isWarning: true,
      },
    ];
  }
  if (max > min) return [];
  // Only a warning: a manifest may still bring the maximum.
  const what = `is needed, but only ${min} is allowed`;
  return [
    {
      code: 'needed-without-room',
      path,
      what,
      why: 'Without a `max` above `min` there is nothing to choose.',
      fix: 'add `max`.',
      isWarning: true,
    },
  ];
}
