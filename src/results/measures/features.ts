import type { FeatureCountName } from '../../record/featureCounts.js';
import { type Measure, ratioOf } from '../measure.js';

const source = 'no standard; defined here, after the words of Envoy, HAProxy and Kubernetes';

function counted(
  key: FeatureCountName,
  words: Pick<Measure, 'name' | 'label' | 'definition'> & Partial<Measure>,
): Measure {
  return {
    level: 'detail',
    unit: 'count',
    better: 'lower',
    formula: 'count in the span',
    source,
    compute: ({ features }) => features[key],
    ...words,
  };
}

/** Counts of what a gateway may do beside passing requests on; only of scenarios that ask for it. */
export const featureMeasures: readonly Measure[] = [
  counted('requestsToDead', {
    name: 'requests_to_dead',
    label: 'tries to the dead',
    definition:
      'Tries sent to an instance that was gone, or had stopped listening, and that the gateway still believed in. By intended arrival of the request.',
  }),
  counted('healthChecks', {
    name: 'health_checks',
    label: 'health checks',
    better: 'none',
    definition: 'Checks that began: those of the gateway, and probes of instances.',
  }),
  counted('ejections', {
    name: 'ejections',
    label: 'ejections',
    definition: 'Times that an instance was taken out of rotation for how tries at it ended.',
  }),
  counted('breakerOpenings', {
    name: 'breaker_openings',
    label: 'breaker openings',
    definition:
      'Times that a circuit breaker on failures opened, for the first time or again out of half-open; one for each instance where it is per instance.',
  }),
  counted('hedges', {
    name: 'hedges',
    label: 'hedges',
    better: 'none',
    definition: 'Tries begun beside an open one of their request; attempts count them, too. By intended arrival.',
  }),
  counted('hedgesWon', {
    name: 'hedges_won',
    label: 'hedges won',
    better: 'none',
    definition: 'Requests whose good answer came from such a try. By intended arrival.',
  }),
  counted('restarts', {
    name: 'restarts',
    label: 'restarts',
    definition: 'Times that the process of an instance was killed and began again in place, for whatever reason.',
  }),
  counted('oomKills', {
    name: 'oom_kills',
    label: 'OOM kills',
    definition:
      'Restarts because memory reached the limit of the instance; one that drains ends instead and is not counted.',
  }),
  counted('fallbacks', {
    name: 'fallbacks',
    label: 'fallbacks',
    better: 'none',
    definition:
      'Times that a request went on to the next service of its route: after a failure, or at once where the one before was cooling down. Of a service: those that came to it. By intended arrival.',
  }),
  counted('cooldowns', {
    name: 'cooldowns',
    label: 'cooldowns',
    definition: 'Times that a service had failed so often that its route passed it over for a while.',
  }),
  counted('providerLimited', {
    name: 'provider_tries_limited',
    label: 'tries answered 429',
    definition: 'Tries that providers answered with 429, wherever their requests went then. By intended arrival.',
  }),
  counted('providerFailed', {
    name: 'provider_tries_failed',
    label: 'tries while down',
    definition:
      'Tries that providers which were down did not take, or broke off, wherever their requests went then. By intended arrival.',
  }),
  counted('tooLong', {
    name: 'requests_too_long',
    label: 'too long',
    definition:
      'Requests whose prompt and answer are longer than the KV memory of a model server, or than its model takes; rejected, and not tried again. By intended arrival.',
  }),
  counted('tokenOvershoot', {
    name: 'token_overshoot',
    label: 'tokens beyond limits',
    definition:
      'Tokens that consumers took beyond what their limit had left: with `charge: after` it is known only when an answer ends what it takes. By intended arrival.',
    formula: 'sum over answers of max(0, tokens - what was left)',
  }),
  counted('budgetSpent', {
    name: 'budget_spent_usd',
    label: 'spent of budgets',
    unit: 'usd',
    better: 'none',
    definition:
      "What the tokens of consumers' answers cost at `models.X.pricePerMillion`, and what providers bill for their tries, as budgets count it; of cost_usd only the latter is a part. By intended arrival.",
    formula: 'sum over answers of tokens x price',
  }),
  {
    name: 'prefix_hit_ratio',
    label: 'prefix hits',
    level: 'detail',
    unit: 'ratio',
    better: 'higher',
    definition:
      'Share of the tokens of answered prompts that model servers found in their prefix caches when they took the prompt in; of services whose prompts have prefixes. By intended arrival.',
    formula: 'found tokens / tokens of prompts',
    source: 'vLLM: prefix_cache_hits_total / prefix_cache_queries_total',
    compute: ({ features: { promptTokens, foundTokens = 0 } }) =>
      promptTokens === undefined ? undefined : ratioOf(foundTokens, promptTokens, 'no answers'),
  },
  counted('lostTokens', {
    name: 'prefix_tokens_lost',
    label: 'prefix tokens lost',
    definition:
      'Tokens of answered prompts that model servers computed though one that has gone had had them: the first prompt after it that begins with such a prefix, and what its own server found of it left out. By intended arrival.',
    formula: 'sum over prompts of max(0, min(what was lost, what the prompt shares) - found)',
  }),
];
