import type { Command } from '../command.js';
import { backtest } from './backtest.js';
import { calibrate } from './calibrate.js';
import { chaos } from './chaos.js';
import { compare } from './compare.js';
import { decide } from './decide.js';
import { doctor } from './doctor.js';
import { explain } from './explain.js';
import { exportCommand } from './export.js';
import { headroom } from './headroom.js';
import { importCommand } from './import.js';
import { init } from './init.js';
import { inspect } from './inspect.js';
import { mcp } from './mcp.js';
import { merge } from './merge.js';
import { models } from './models.js';
import { pains } from './pains.js';
import { queries } from './queries.js';
import { run } from './run.js';
import { schema } from './schema.js';
import { tune } from './tune.js';
import { validate } from './validate.js';
import { verify } from './verify.js';

/** Every command, in the order of the help. `completion` comes with the parser. */
export const commands: readonly Command[] = [
  run,
  compare,
  backtest,
  headroom,
  tune,
  chaos,
  pains,
  models,
  calibrate,
  merge,
  decide,
  explain,
  doctor,
  validate,
  verify,
  inspect,
  schema,
  init,
  queries,
  importCommand,
  exportCommand,
  mcp,
];
