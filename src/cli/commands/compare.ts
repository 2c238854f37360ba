import type { Command } from '../command.js';
import { runOptions } from '../options.js';
import { runContests } from '../runContests.js';

export const compare: Command = {
  name: 'compare',
  summary: 'Run every policy on every scenario, on the same random numbers, and compare them',
  operands: { name: 'scenario', min: 1, max: 1000, describe: 'Scenario files: YAML, JSON or .ts' },
  options: runOptions,
  run: (input) => runContests(input, { name: 'compare', isSingle: false, alwaysReports: true }),
};
