/** Options of searches; `--goal` is one of comparisons with worlds, too. */
export const tuneRules = {
  vary: {
    type: 'list',
    value: 'KEY=VALUES',
    describe: 'A parameter and the values to try: averageUtilization=50,60,70 or 50..80:5',
  },
  goal: {
    type: 'text',
    value: 'MEASURE',
    describe: 'What the best has least, or most, of (cost_usd); in comparisons with --uncertain',
  },
  must: {
    type: 'list',
    value: 'EXPRESSION',
    describe:
      "What must hold, e.g. 'http_req_duration p(95)<300' (the scenario's SLO and thresholds; of chaos its SLO)",
  },
  'write-best': {
    type: 'text',
    value: 'FILE',
    describe: 'Write the policy with the best values; all else in it stays',
  },
  'must-share': {
    type: 'text',
    value: 'RATIO',
    describe: 'With --uncertain: the share of the worlds in which it must hold (95%)',
  },
  faults: {
    type: 'text',
    value: 'KINDS',
    describe: 'Kinds of faults to draw, e.g. crash,slow,zone-outage (all that fit the scenario)',
  },
  budget: { type: 'integer', value: 'RUNS', range: [1, 1_000_000], describe: 'Most runs in all (2000; of chaos 500)' },
} as const;
