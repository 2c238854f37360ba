import { BLOCK_TOKENS } from '../fleet/modelServer/settings.js';
import { shareWithin } from '../traffic/tokens.js';
import { calledClasses } from './callGraph.js';
import type { Finding } from './finding.js';
import { reachedTargets } from './routeTargets.js';
import type { Scenario } from './schema.js';
import { prioritiesOf } from './tiersIn.js';

/** Prefixes that no prompt has or no server finds, and queues by a priority that all requests share. */
export function prefixMistakes(scenario: Scenario): Finding[] {
  return [
    ...Object.entries(scenario.requests).flatMap(([name, settings]) => ofClass(name, settings)),
    ...Object.keys(scenario.services).flatMap((name) => onePriority(scenario, name)),
  ];
}

function ofClass(name: string, { prefix, promptTokens, outputTokens, agent }: Scenario['requests'][string]): Finding[] {
  if (prefix === undefined || agent !== undefined) return [];
  const path = ['requests', name, 'prefix'];
  if (promptTokens === undefined && outputTokens === undefined) {
    return [
      {
        code: 'needs-tokens',
        path,
        what: 'stands without `promptTokens`',
        why: 'There is no prompt that could begin with it.',
        fix: 'add `promptTokens` and `outputTokens`, or remove it.',
      },
    ];
  }
  if (prefix.tokens < BLOCK_TOKENS) {
    return [
      {
        code: 'no-effect',
        path: [...path, 'tokens'],
        what: `is ${prefix.tokens}, less than a block`,
        why: `Servers keep prefixes in blocks of ${BLOCK_TOKENS} tokens: this one is never found.`,
        fix: `make it at least ${BLOCK_TOKENS}, or remove \`prefix\`.`,
        isWarning: true,
      },
    ];
  }
  const share = promptTokens === undefined ? 0 : shareWithin(promptTokens, prefix.tokens);
  if (share <= 0.5) return [];
  return [
    {
      code: 'prefix-longer-than-prompts',
      path: [...path, 'tokens'],
      what: `is ${prefix.tokens}, and ${share > 0.995 ? 'all' : `${Math.round(share * 100)} %`} of the prompts are no longer`,
      why: 'They share all but their last token, and a short one leaves less of its prefix to be found by the next.',
      fix: 'count the prefix into `promptTokens`, or shorten it.',
      isWarning: true,
    },
  ];
}

function onePriority(scenario: Scenario, name: string): Finding[] {
  const { services, requests, traffic } = scenario;
  if (services[name].instance.discipline !== 'priority') return [];
  const sent = Object.values(traffic).flatMap(({ request }) => request ?? []);
  const coming = [...sent, ...calledClasses(requests, sent)].filter((sender) =>
    reachedTargets(scenario, sender).includes(name),
  );
  const priorities = new Set(coming.flatMap((sender) => prioritiesOf(scenario, sender)));
  if (priorities.size !== 1) return [];
  return [
    {
      code: 'no-effect',
      path: ['services', name, 'instance', 'discipline'],
      what: `has no effect: all requests to ${name} have priority ${[...priorities][0]}`,
      why: 'Among equals the first to come goes first, as in a fifo queue.',
      fix: 'give their classes or tiers a `priority`, or remove it.',
      isWarning: true,
    },
  ];
}
