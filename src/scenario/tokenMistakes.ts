import { BLOCK_TOKENS, neverFits } from '../fleet/modelServer/settings.js';
import { firstTurnOf } from '../traffic/sessions/settings.js';
import { fewestTokens } from '../traffic/tokens.js';
import type { Finding } from './finding.js';
import { modelServerIn } from './modelServerIn.js';
import { aiRouteOf, hasProviders, isProvider, reachedTargets } from './routeTargets.js';
import type { Scenario } from './schema.js';

/** Requests with tokens that go elsewhere, others that go to model servers, such as can never fit, and limits on none. */
export function tokenMistakes(scenario: Scenario): Finding[] {
  const { requests, services } = scenario;
  const ofRequests = Object.entries(requests).flatMap(([name, own]): Finding[] => {
    const settings = firstTurnOf(own);
    const { promptTokens, outputTokens } = settings;
    const path = ['requests', name];
    const reached = tokenTargets(scenario, name);
    const targets = reached.filter((target) => services[target] !== undefined);
    const servers = targets.filter((target) => services[target].instance.model !== undefined);
    const others = targets.filter((target) => !servers.includes(target));
    if (promptTokens === undefined && outputTokens === undefined) {
      const extra = settings.maxOutputTokens === undefined ? [] : [misplacedMaximum(path)];
      return [
        ...extra,
        ...servers.map((target) => tokensMissing(path, `${target}, a model server,`)),
        ...reached
          .filter((target) => isProvider(scenario, target))
          .map((target) => tokensMissing(path, `the provider ${target}`)),
      ];
    }
    const missing = promptTokens === undefined ? 'promptTokens' : outputTokens === undefined ? 'outputTokens' : '';
    return [
      ...others.map((target) => tokensElsewhere(path, target)),
      ...(missing === '' ? [] : [halfOfTokens(path, missing)]),
      ...demandBeside(settings, path),
      ...servers.flatMap((target) => tooLong(scenario, name, target)),
    ];
  });
  return [...ofRequests, ...limitsMisplaced(scenario)];
}

/** Limits on tokens that nothing has, or that the latency keeps anyway. */
function limitsMisplaced(scenario: Scenario): Finding[] {
  const { slo, services } = scenario;
  if (slo === undefined) return [];
  const hasModels =
    hasProviders(scenario) || Object.values(services).some(({ instance }) => instance.model !== undefined);
  return (['ttft', 'itl'] as const).flatMap((key): Finding[] => {
    const limit = slo[key];
    if (limit === undefined) return [];
    if (!hasModels) return [limitWithoutModel(['slo', key])];
    if (limit < slo.latency) return [];
    return [
      {
        code: 'limit-never-decides',
        path: ['slo', key],
        what: 'is not below `latency`',
        why: 'Whoever keeps the latency keeps this, too, so it changes nothing.',
        fix: 'lower it, or raise `latency`.',
        isWarning: true,
      },
    ];
  });
}

function limitWithoutModel(path: readonly string[]): Finding {
  return {
    code: 'token-slo-without-model',
    path,
    what: 'is a limit on tokens, and there is neither a model server nor a provider',
    why: 'Only their answers have a first token and gaps between tokens.',
    fix: 'remove it, or give a service `instance.model`.',
  };
}

/** What routes lead to is theirs to check, first targets apart. */
function tokenTargets(scenario: Scenario, name: string): string[] {
  const { route } = scenario.requests[name];
  if (typeof route !== 'string') return Object.keys(route);
  return aiRouteOf(scenario, name) === undefined ? [route] : reachedTargets(scenario, name);
}

function misplacedMaximum(path: readonly string[]): Finding {
  return {
    code: 'needs-tokens',
    path: [...path, 'maxOutputTokens'],
    what: 'stands without `outputTokens`',
    why: 'There is no answer to cut.',
    fix: 'add `promptTokens` and `outputTokens`, or remove it.',
  };
}

function tokensMissing(path: readonly string[], target: string): Finding {
  return {
    code: 'tokens-missing',
    path,
    what: `goes to ${target} and has no tokens`,
    why: 'How long its answer takes, and what it costs, follows from its tokens.',
    fix: 'add `promptTokens` and `outputTokens`.',
  };
}

function tokensElsewhere(path: readonly string[], target: string): Finding {
  return {
    code: 'tokens-without-model',
    path: [...path, 'route'],
    what: `sends tokens to ${target}, whose instances have no \`model\``,
    why: 'Only a model server knows what to do with them.',
    fix: `add \`model\` to services.${target}.instance, or give the class cpu and io.`,
  };
}

function halfOfTokens(path: readonly string[], missing: string): Finding {
  return {
    code: 'tokens-missing',
    path,
    what: `has no \`${missing}\``,
    why: 'A request to a model has a prompt and an answer, and neither has a default.',
    fix: `add \`${missing}\`.`,
  };
}

function demandBeside(settings: Scenario['requests'][string], path: readonly string[]): Finding[] {
  const demands = (['cpu', 'io'] as const)
    .filter((key) => settings[key] !== undefined)
    .map((key) => ({
      code: 'tokens-and-time',
      path: [...path, key],
      what: 'stands beside tokens',
      why: 'A request to a model server takes the time that its tokens take.',
      fix: 'remove one of the two.',
    }));
  if (settings.calls === undefined) return demands;
  return [
    ...demands,
    {
      code: 'not-supported-yet',
      path: [...path, 'calls'],
      what: 'calls of a request with tokens are not supported yet',
      why: 'Ignoring them would make the results wrong.',
      fix: 'write them under the class that calls the model.',
    },
  ];
}

/** Even the shortest of the class is longer than what a replica holds. */
function tooLong(scenario: Scenario, name: string, target: string): Finding[] {
  const own = scenario.requests[name];
  const { promptTokens = 1, outputTokens = 1, maxOutputTokens = Number.POSITIVE_INFINITY } = firstTurnOf(own);
  const server = modelServerIn(scenario, target);
  if (server === undefined || server.kvBlocks === 0) return [];
  const [prompt, output] = [fewestTokens(promptTokens), Math.min(fewestTokens(outputTokens), maxOutputTokens)];
  if (!neverFits(server, prompt, output)) return [];
  return [
    {
      code: 'never-fits',
      path: ['requests', name, ...(own.agent === undefined ? ['promptTokens'] : ['agent', 'contextStart'])],
      what: `is ${prompt} tokens with ${output} for the answer, more than ${target} ever takes`,
      why: `A replica holds ${server.kvBlocks * BLOCK_TOKENS} tokens of context, its model takes ${server.maxModelTokens}: all of these requests would be rejected.`,
      fix: 'shorten the prompt, or use more GPUs or another model.',
    },
  ];
}
