import { backtest } from './backtest.js';
import { calibrate } from './calibrate.js';
import { compare } from './compare.js';
import { decide } from './decide.js';
import { explain } from './explain.js';
import { inspect } from './inspect.js';
import { listPolicies, listScenarios } from './lists.js';
import { run } from './run.js';
import type { Tool } from './tool.js';
import { tune } from './tune.js';
import { validate } from './validate.js';
import { verify } from './verify.js';

/** Every tool, in the order in which a reader needs them. */
export const tools: readonly Tool[] = [
  listScenarios,
  listPolicies,
  validate,
  inspect,
  run,
  compare,
  explain,
  decide,
  backtest,
  tune,
  verify,
  calibrate,
];
