import type { Measure, Missing } from '../measure.js';
import type { RunTotals } from '../runTotals.js';

/** A window with fewer requests keeps the state of the window before it. */
const REQUESTS_PER_WINDOW = 20;
const WINDOW_SECONDS = 60;
const noSlo: Missing = { missing: 'no slo' };
const source = 'SRE workbook: SLI = good / valid events; windows as in docs/measures.md';

/** Total and longest time in windows whose good share is below the objective, seconds. */
export function timeAboveSlo({ slo, windowTotals, windowGoods, spanSeconds }: RunTotals): {
  total: number;
  longest: number;
} {
  const objective = slo?.objective ?? 0;
  let isBad = false;
  let total = 0;
  let longest = 0;
  let current = 0;
  for (const [window, count] of windowTotals.entries()) {
    if (count >= REQUESTS_PER_WINDOW) isBad = windowGoods[window] / count < objective;
    const seconds = Math.min(WINDOW_SECONDS, spanSeconds - window * WINDOW_SECONDS);
    current = isBad ? current + seconds : 0;
    if (isBad) total += seconds;
    longest = Math.max(longest, current);
  }
  return { total, longest };
}

/** How well the objective was kept. */
export const sloMeasures: readonly Measure[] = [
  {
    name: 'slo_attainment',
    label: 'good share',
    unit: 'ratio',
    better: 'higher',
    definition: 'Share of the offered requests that completed within the SLO latency.',
    formula: 'requests_good / (requests_offered - unfinished ones younger than slo.latency)',
    source,
    compute: ({ slo, requests }) => {
      if (slo === undefined) return noSlo;
      const counted = requests.offered - (requests.unfinished - requests.unfinishedOld);
      return counted > 0 ? requests.good / counted : { missing: 'no requests' };
    },
  },
  {
    name: 'time_above_slo_s',
    label: 'slow for',
    unit: 's',
    better: 'lower',
    definition:
      'Time in 60 s windows (by intended arrival, at least 20 requests) whose good share is below the objective.',
    formula: 'sum of such windows; thinner windows keep the previous state',
    source,
    compute: (totals) => (totals.slo === undefined ? noSlo : timeAboveSlo(totals).total),
  },
  {
    name: 'longest_above_slo_s',
    label: 'longest slow spell',
    unit: 's',
    better: 'lower',
    definition: 'Longest run of consecutive windows above the SLO.',
    formula: 'longest run of such windows',
    source,
    compute: (totals) => (totals.slo === undefined ? noSlo : timeAboveSlo(totals).longest),
  },
];
