import { codeEndings, endsIn } from '../base/fileEndings.js';
import type { RouteSettings } from '../gateway/ai/routes/settings.js';
import type { Finding } from './finding.js';
import { postedPrice } from './postedPrices.js';
import { chooseText } from './routeTargets.js';
import type { Scenario } from './schema.js';

type Path = readonly (string | number)[];

/** Routes that choose among one, beside what only weights do, or by prices that nobody posts. */
export function chooseMistakes(scenario: Scenario): Finding[] {
  return Object.entries(scenario.ai?.routes ?? {}).flatMap(([name, route]): Finding[] => {
    if (route.choose === 'weight') return [];
    const path = ['ai', 'routes', name];
    return [
      ...tooFew(route, path),
      ...besideWeights(route, path),
      ...fileMistakes(route, path),
      ...(route.choose === 'cheapest' ? prices(scenario, route, path) : []),
      ...users(scenario, name, path),
    ];
  });
}

function tooFew({ to }: RouteSettings, path: Path): Finding[] {
  if (to.length > 1) return [];
  return [
    {
      code: 'no-effect',
      path: [...path, 'choose'],
      what: 'chooses among one target',
      why: 'All requests go there first, whatever it says.',
      fix: 'name more in `to`, or remove it.',
    },
  ];
}

function fileMistakes({ choose }: RouteSettings, path: Path): Finding[] {
  if (typeof choose === 'string') return [];
  const [key, file] = 'lua' in choose ? ['lua', choose.lua] : ['typescript', choose.typescript];
  if (endsIn(file, key === 'lua' ? ['lua'] : codeEndings)) return [];
  const other = key === 'lua' ? 'typescript' : 'lua';
  const isOther = endsIn(file, other === 'lua' ? ['lua'] : codeEndings);
  return [
    {
      code: 'router-kind',
      path: [...path, 'choose', key],
      what: `is "${file}", whose ending is not that of ${key === 'lua' ? 'Lua' : 'TypeScript or JavaScript'}`,
      why: 'A router is a file of code that runs as a policy does.',
      fix: isOther ? `write \`${other}: ${file}\`.` : `name a file that ends in .${key === 'lua' ? 'lua' : 'ts'}.`,
    },
  ];
}

function besideWeights({ to, choose, rollout }: RouteSettings, path: Path): Finding[] {
  // A router that says nothing leaves a request to the weights.
  const at = typeof choose === 'string' ? to.findIndex(({ weight }) => weight !== 1) : -1;
  const ofWeights =
    at < 0
      ? []
      : [
          {
            code: 'no-effect',
            path: [...path, 'to', at, 'weight'],
            what: `stands in a route that chooses the ${String(choose)}`,
            why: 'Weights decide nothing there.',
            fix: 'remove it, or write `choose: weight`.',
          },
        ];
  if (rollout === undefined) return ofWeights;
  return [
    ...ofWeights,
    {
      code: 'no-effect',
      path: [...path, 'rollout'],
      what: `stands beside \`choose: ${chooseText(choose)}\``,
      why: 'A rollout moves weights, and they do not decide where requests go.',
      fix: 'remove one of the two.',
    },
  ];
}

/** What is found of a prompt is known when it is billed, not when its target is chosen. */
function unseenPrices(scenario: Scenario, to: RouteSettings['to'], path: Path): Finding[] {
  const cached = to.filter(({ service }) => postedPrice(scenario, service)?.cached !== undefined);
  if (cached.length === 0) return [];
  const names = cached.map(({ service }) => service).join(', ');
  return [
    {
      code: 'cached-price-unseen',
      path: [...path, 'choose'],
      what: `is cheapest, which does not look at \`price.cached\` of ${names}`,
      why: 'It goes by `input` and `output`; who has read most of a prompt before may bill least.',
      fix: 'compare with a route to one of them alone, or with a router of your own.',
      isWarning: true,
    },
  ];
}

function prices(scenario: Scenario, { to }: RouteSettings, path: Path): Finding[] {
  const unpriced = to.filter(({ service }) => postedPrice(scenario, service) === undefined);
  if (unpriced.length === 0) return unseenPrices(scenario, to, path);
  const names = unpriced.map(({ service }) => service).join(', ');
  const fix = `add \`pricePerMillion: { input: 0.6, output: 2.4 }\` to the model of ${names}.`;
  if (unpriced.length === to.length) {
    return [
      {
        code: 'no-prices',
        path: [...path, 'choose'],
        what: 'is cheapest, and no target of the route has a price by the token',
        why: 'All would cost the same, and the first get all requests.',
        fix,
      },
    ];
  }
  return [
    {
      code: 'no-price',
      path: [...path, 'choose'],
      what: `is cheapest, and ${names} ${unpriced.length === 1 ? 'has' : 'have'} no price by the token`,
      why: 'A token counts as free there, so requests go there first.',
      fix,
      isWarning: true,
    },
  ];
}

/** A route that others fall back to lends them where it goes, and nothing else. */
function users({ requests }: Scenario, name: string, path: Path): Finding[] {
  if (Object.values(requests).some(({ route }) => route === name)) return [];
  return [
    {
      code: 'no-effect',
      path: [...path, 'choose'],
      what: 'stands in a route that no request class names',
      why: 'A request that falls back to it goes by weight.',
      fix: `write \`route: ${name}\` in a request class, or remove it.`,
    },
  ];
}
