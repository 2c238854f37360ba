import type { Measure } from '../measure.js';
import { ratioOf } from '../measure.js';

/** Hours of a month as the providers' calculators count them: 365 x 24 / 12. */
const HOURS_PER_MONTH = 730;

const source = 'billing rules of the scenario (cloud.billing); price of instance.price';

/** What it costs. */
export const costMeasures: readonly Measure[] = [
  {
    name: 'cost_usd',
    label: 'cost',
    unit: 'usd',
    better: 'lower',
    definition: 'Price of the billed intervals inside the span, all services.',
    formula: 'sum over services: price x instances_billed_mean x span in hours',
    source,
    compute: ({ fleet }) => fleet.costUsd,
  },
  {
    name: 'cost_usd_per_month',
    label: '$/month',
    unit: 'usd',
    better: 'lower',
    definition: 'The mean cost rate of the span for 730 hours: extrapolated, as if every hour were like these.',
    formula: 'cost_usd / span in hours x 730',
    source,
    compute: ({ fleet, spanSeconds }) => (fleet.costUsd / (spanSeconds / 3600)) * HOURS_PER_MONTH,
  },
  {
    name: 'cost_per_million_good_usd',
    label: '$/million good',
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
    unit: 'usd',
    better: 'lower',
    definition: 'Bill of the instances that were stopped before they had worked for as long as they took to start.',
    formula: 'price x billed time of wasted starts',
    source,
    compute: ({ fleet }) => fleet.wastedUsd,
  },
];
