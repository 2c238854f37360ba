import type { Measure } from '../measure.js';
import { ratioOf } from '../measure.js';
import { runsPerMonth } from '../runsPerMonth.js';
import type { CostParts } from '../runTotals.js';
import { noNeed } from './noNeed.js';

const source = 'billing rules of the scenario (cloud.billing); price of instance.price, or of nodes';

function part(name: string, label: string, key: keyof CostParts, definition: string, formula: string): Measure {
  return {
    name,
    label,
    level: 'detail',
    unit: 'usd',
    better: key === 'usefulUsd' ? 'none' : 'lower',
    definition: `${definition} The parts sum to cost_usd.`,
    formula,
    source,
    compute: ({ fleet }) => fleet.costParts[key],
  };
}

const oracleSource =
  'Lin et al. 2011, Lu, Chen, Andrew 2013 (a level is kept through a gap <= startup); interval cover as a minimum-cost flow';

const providersBilled = { missing: 'providers bill tokens, and hindsight is worked out for instances' };

const nodesBilled = { missing: 'nodes are billed, and hindsight is worked out for instances' };

/** What it costs. */
export const costMeasures: readonly Measure[] = [
  {
    name: 'cost_usd',
    label: 'cost of a run',
    level: 'default',
    unit: 'usd',
    better: 'lower',
    definition:
      'Price of the billed intervals inside the span, all services; with perRequest.bill: duration also of the invocations that ran; with priced nodes theirs; with providers what their tokens cost.',
    formula:
      'sum over services: price x instances_billed_mean x span in hours (+ pricePerMillion x invocations / 10^6) + cost_nodes_usd + provider_cost_usd',
    source,
    compute: ({ fleet }) => fleet.costUsd,
  },
  {
    name: 'cost_usd_per_month',
    label: '$/month',
    level: 'detail',
    unit: 'usd',
    better: 'lower',
    definition:
      'Cost of a month: the cost of a run times how often `occurs` says it happens; else, if the run covers a day, the mean rate of the span for 730 hours. Null otherwise.',
    formula: 'cost_usd x occurrences a month; without `occurs` cost_usd / span in hours x 730',
    source: `${source}; occurs`,
    compute: ({ fleet, ...run }) => {
      const perMonth = runsPerMonth(run);
      return perMonth === undefined
        ? { missing: 'the run is shorter than a day and the scenario has no `occurs`' }
        : fleet.costUsd * perMonth;
    },
  },
  {
    name: 'cost_usd_per_hour',
    label: '$/hour',
    level: 'detail',
    unit: 'usd',
    better: 'lower',
    definition: 'The mean cost rate of the span. If the run is one peak, it is the rate of that peak.',
    formula: 'cost_usd / span in hours',
    source,
    compute: ({ fleet, spanSeconds }) => fleet.costUsd / (spanSeconds / 3600),
  },
  {
    name: 'cost_per_million_good_usd',
    label: '$/million good',
    level: 'default',
    unit: 'usd',
    better: 'lower',
    definition: 'Cost of a million good requests.',
    formula: 'cost_usd / requests_good x 10^6',
    source,
    compute: ({ fleet, requests }) => ratioOf(fleet.costUsd * 1e6, requests.good, 'no good requests'),
  },
  {
    name: 'waste_usd',
    label: 'wasted starts',
    level: 'detail',
    unit: 'usd',
    better: 'lower',
    definition: 'Bill of the instances that were stopped before they had been ready for as long as they took to start.',
    formula: 'price x billed time of wasted starts',
    source,
    compute: ({ fleet }) => fleet.wastedUsd,
  },
  part(
    'cost_useful_usd',
    'paid for work',
    'usefulUsd',
    'Ready time in which the instances worked.',
    'price x billed ready time x busy share of the requests (utilization_mean without baseCpu and startupCpu; where that is null the share of time with a request inside); billed by duration, all of cost_usd',
  ),
  part(
    'cost_idle_usd',
    'paid for idling',
    'idleUsd',
    'Ready time in which they did not.',
    'price x billed ready time x (1 - busy share)',
  ),
  part(
    'cost_startup_usd',
    'paid for startups',
    'startupUsd',
    'From launch to ready, where billing begins with the launch.',
    'price x billed time before ready',
  ),
  part(
    'cost_drain_usd',
    'paid for draining',
    'drainUsd',
    'From the start of a drain to its end.',
    'price x billed time of draining',
  ),
  part(
    'cost_wasted_usd',
    'paid for wasted starts',
    'wastedUsd',
    'Everything billed for wasted starts, which count in no other part.',
    'waste_usd',
  ),
  part(
    'cost_minimum_charge_usd',
    'paid after the end',
    'minimumChargeUsd',
    'What rounding up to the granularity and the minimum charge added after the end of a life.',
    'price x (billed time - life)',
  ),
  part(
    'cost_nodes_usd',
    'paid for nodes',
    'nodesUsd',
    'The nodes that instances are placed on, from order or from ready to their end, full or empty; of a pool with several services a share by requested vCPUs.',
    'price of the pool x billed node time x requested vCPU time of the service / that of all',
  ),
  {
    name: 'provider_cost_usd',
    label: 'paid to providers',
    level: 'detail',
    unit: 'usd',
    better: 'lower',
    definition:
      'Tokens that providers bill: of answers, and of tries that were given up until then; also of one provider, and of one consumer. By intended arrival. The parts sum to cost_usd.',
    formula: 'sum over tries of ((prompt - found) x price.input + found x price.cached + output x price.output) / 10^6',
    source: 'price of ai.providers',
    compute: ({ features }) => features.providerCost,
  },
  {
    name: 'provider_given_up_usd',
    label: 'paid for tries given up',
    level: 'detail',
    unit: 'usd',
    better: 'lower',
    definition:
      'What of it was for tries that a timeout ended, or the run: their prompts, and the tokens that were out by then.',
    formula: 'the same sum over these tries',
    source: 'price of ai.providers',
    compute: ({ features }) => features.providerWaste,
  },
  {
    name: 'provider_cached_tokens',
    label: 'prompt tokens billed as cached',
    level: 'detail',
    unit: 'count',
    better: 'higher',
    definition:
      'Of tries that are billed: tokens at the begin of their prompts that the provider had read within five minutes before, from 1,024 on.',
    formula: 'sum over tries of found',
    source: 'price.cached of ai.providers',
    compute: ({ features }) => features.providerCachedTokens,
  },
  {
    name: 'oracle_cost_usd',
    label: 'hindsight cost',
    level: 'detail',
    unit: 'usd',
    better: 'none',
    definition:
      'Least cost of having needed(t), at most max, ready all the time, for someone who knows the future and starts at the mean startup: hindsight at 80 % use, as needed(t) is. No bound: a policy that uses more of the capacity can cost less and keep the SLO.',
    formula:
      'min over lifetimes that cover needed(t) of the sum of their bills in the span; rounding to 1 s or less is left out, and all rounding where the demand curve has too many steps',
    source: oracleSource,
    compute: ({ demand }) => (demand === undefined ? noNeed : (demand.oracleUsd ?? nodesBilled)),
  },
  {
    name: 'regret_ratio',
    label: 'cost above hindsight',
    level: 'default',
    unit: 'ratio',
    better: 'lower',
    definition:
      'Cost above that of hindsight at 80 % use, as a share of it; below 0 where a policy spent less. Read it beside the good share.',
    formula: 'cost_usd / oracle_cost_usd - 1',
    source: oracleSource,
    compute: ({ fleet, demand, features }) => {
      if (demand === undefined) return noNeed;
      if (features.providerCost !== undefined) return providersBilled;
      if (demand.oracleUsd === undefined) return nodesBilled;
      return demand.oracleUsd > 0 ? fleet.costUsd / demand.oracleUsd - 1 : { missing: 'hindsight would pay nothing' };
    },
  },
];
