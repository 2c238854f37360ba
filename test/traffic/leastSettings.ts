/** The least a scenario says of each executor. */
export const leastSettings: Readonly<Record<string, Record<string, unknown>>> = {
  'shared-iterations': {},
  'per-vu-iterations': {},
  'constant-vus': {},
  'ramping-vus': { stages: [{ duration: '1m', target: 5 }] },
  'constant-arrival-rate': { rate: 5 },
  'ramping-arrival-rate': { stages: [{ duration: '1m', target: 5 }] },
  diurnal: { mean: 5, peakToTrough: 4 },
  'flash-crowd': { base: 1, peak: 9, at: '1m', rise: '1m', hold: '1m', fall: '1m' },
  'markov-modulated': {
    states: [
      { rate: 1, stay: '20s' },
      { rate: 9, stay: '10s' },
    ],
  },
  trace: { file: 'a.csv', time: 'time', count: 'count', from: '1998-06-30T18:00:00Z' },
};
