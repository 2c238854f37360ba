import type { Measure, Missing } from '../measure.js';
import { ratioOf } from '../measure.js';
import type { RunTotals } from '../runTotals.js';
import { judgedCount } from './judgedCount.js';
import { burnRateMax, REQUESTS_PER_WINDOW, recoverySeconds, timeAboveSlo, WINDOW_SECONDS } from './sloWindows.js';

const noSlo: Missing = { missing: 'no slo' };
const tooThin: Missing = {
  missing: `no window of ${WINDOW_SECONDS} s has ${REQUESTS_PER_WINDOW} requests`,
};
const source = 'SRE workbook: SLI = good / valid events; windows as in docs/measures.md';
const burnSource = 'SRE workbook, "Alerting on SLOs": multiwindow, multi-burn-rate alerts; in simulated time';

function burnRate(name: string, hours: number, shortMinutes: number): Measure {
  return {
    name,
    label: `burn rate, ${hours} h`,
    level: 'detail',
    unit: 'multiple',
    better: 'lower',
    definition: `Highest rate at which the error budget was spent over ${hours} h and, at their end, over ${shortMinutes} min as well; 1 spends it exactly.`,
    formula: `max over t of min(bad share of [t - ${hours} h, t), bad share of [t - ${shortMinutes} min, t)) / (1 - objective), t in steps of 60 s`,
    source: burnSource,
    compute: (totals) => {
      if (totals.slo === undefined) return noSlo;
      const rate = burnRateMax(totals, { longSeconds: hours * 3600, shortSeconds: shortMinutes * 60 });
      const isShort = totals.spanSeconds < hours * 3600;
      return rate ?? { missing: isShort ? `the span is shorter than ${hours} h` : 'no requests' };
    },
  };
}

function recovery(totals: RunTotals): number | Missing {
  if (totals.slo === undefined) return noSlo;
  if (totals.faults.length === 0) return { missing: 'no fault' };
  const known = totals.faults.flatMap((fault) => recoverySeconds(totals, fault) ?? []);
  return known.length === 0 ? { missing: `${tooThin.missing} after a fault` } : Math.max(...known);
}

function aboveSlo(totals: RunTotals, which: 'total' | 'longest'): number | Missing {
  return totals.slo === undefined ? noSlo : (timeAboveSlo(totals)?.[which] ?? tooThin);
}

/** How well the objective was kept. */
export const sloMeasures: readonly Measure[] = [
  {
    name: 'slo_attainment',
    label: 'good share',
    level: 'default',
    unit: 'ratio',
    better: 'higher',
    definition:
      'Share of the offered requests that completed within the SLO latency; of model servers within its `ttft` and `itl`, too.',
    formula: 'requests_good / (requests_offered - unfinished ones younger than slo.latency)',
    source,
    compute: ({ slo, requests }) =>
      slo === undefined ? noSlo : ratioOf(requests.good, judgedCount(requests), 'no requests'),
  },
  {
    name: 'time_above_slo_s',
    label: 'slow for',
    level: 'default',
    unit: 's',
    better: 'lower',
    definition:
      'Time in 60 s windows (by intended arrival, at least 20 requests) whose good share is below the objective.',
    formula: 'sum of such windows; thinner windows keep the previous state; null where no window has 20 requests',
    source,
    compute: (totals) => aboveSlo(totals, 'total'),
  },
  {
    name: 'longest_above_slo_s',
    label: 'longest slow spell',
    level: 'detail',
    unit: 's',
    better: 'lower',
    definition: 'Longest run of consecutive windows above the SLO.',
    formula: 'longest run of such windows; null where no window has 20 requests',
    source,
    compute: (totals) => aboveSlo(totals, 'longest'),
  },
  {
    name: 'recovery_s',
    label: 'recovery',
    level: 'default',
    unit: 's',
    better: 'lower',
    definition:
      'Longest time from the start of a fault until the good share was back above the objective; 0 when it never fell below.',
    formula:
      'max over faults that begin in the span: end of the last window below the objective of the spell that began by the window after its end, minus its start; up to the end of the run where it did not recover; null where no such window has 20 requests',
    source: 'no standard; defined here, on the windows of time_above_slo_s',
    compute: recovery,
  },
  {
    name: 'error_budget_used_ratio',
    label: 'error budget used',
    level: 'detail',
    unit: 'ratio',
    better: 'lower',
    definition:
      'Requests that were not good, as a share of those the objective allows in the span; above 1 it is broken.',
    formula: '(judged - requests_good) / ((1 - objective) x judged), judged as in slo_attainment',
    source: 'SRE workbook: error budget = (1 - SLO) x valid events',
    compute: ({ slo, requests }) => {
      if (slo === undefined) return noSlo;
      const judged = judgedCount(requests);
      return ratioOf(judged - requests.good, (1 - slo.objective) * judged, 'no requests');
    },
  },
  burnRate('burn_rate_max_1h', 1, 5),
  burnRate('burn_rate_max_6h', 6, 30),
  {
    name: 'apdex',
    label: 'Apdex',
    level: 'detail',
    unit: 'ratio',
    better: 'higher',
    definition: 'Share of the requests that were good, those within four times the SLO latency counting half.',
    formula: '(requests_good + completed within 4 x slo.latency / 2) / judged, judged as in slo_attainment',
    source: 'Apdex Technical Specification 1.1, T = slo.latency; errors are frustrated',
    compute: ({ slo, requests }) =>
      slo === undefined ? noSlo : ratioOf(requests.good + requests.tolerated / 2, judgedCount(requests), 'no requests'),
  },
];
