import { exitCode } from '../../base/exitCode.js';
import { visibleJson } from '../../base/visible.js';
import { calibrate as calibrateServer, type ServerSettings } from '../../calibrate/calibrate.js';
import type { MeasuredLoad } from '../../calibrate/measuredLoad.js';
import { namedSheet } from '../../calibrate/namedSheet.js';
import { readMeasurements } from '../../calibrate/readMeasurements.js';
import type { Datasheet } from '../../fleet/models/datasheet.js';
import { calibrationText } from '../../report/calibrationText.js';
import type { Command } from '../command.js';
import { showWarning } from '../showWarnings.js';
import { usageError } from '../usageError.js';

/** Measured loads of a server become the numbers that its model runs on. */
export const calibrate: Command = {
  name: 'calibrate',
  summary:
    'Fit a model server to measured loads: its numbers, how well they foretell the other loads, what they leave open',
  operands: {
    name: 'files',
    min: 1,
    max: 100,
    describe: 'Results of vllm bench serve (JSON), /metrics of the server, tables of loads (CSV)',
  },
  options: ['model', 'set', 'json'],
  async run({ operands, options, output }) {
    const sheet = sheetOf(options.model);
    const { distinctPrompts, ...server } = settingsOf(options.set);
    const { loads, facts, warnings } = readMeasurements(operands);
    for (const warning of warnings) showWarning(warning, output);
    const result = calibrateServer({
      model: options.model ?? '',
      sheet,
      server,
      facts,
      loads: loads.map((one) => withPrompts(one, distinctPrompts)),
    });
    for (const warning of result.warnings) output.note(`warning: ${warning}`);
    output.listener?.document(result);
    await output.write(options.json ? `${visibleJson(result, 2)}\n` : calibrationText(result, output));
    return exitCode.success;
  },
};

function sheetOf(text: string | undefined): Datasheet {
  if (text !== undefined) return namedSheet(text, '--model ');
  throw usageError({
    code: 'missing-option',
    what: 'calibrate needs --model',
    why: 'What two loads do not tell is taken from the data sheets of the model and its GPUs.',
    fix: 'write for example --model llama-3.1-70b@4xh100 (dryscale models lists both).',
  });
}

interface Settings extends ServerSettings {
  readonly distinctPrompts?: number;
}

/** vLLM's own for cards smaller than an H100, which a load without a queue hardly tells from others. */
const defaults: ServerSettings = { maxSequences: 256, tokenBudget: 2048, prefixCache: true };
const settingNames = ['maxSequences', 'tokenBudget', 'prefixCache', 'distinctPrompts'];

function settingsOf(given: readonly string[]): Settings {
  const settings = Object.assign({}, defaults, ...given.map(settingOf)) as Settings; // safe: settingOf lets through what belongs there
  if (settings.tokenBudget >= settings.maxSequences) return settings;
  throw usageError({
    code: 'budget-below-sequences',
    what: `tokenBudget is ${settings.tokenBudget}, below maxSequences ${settings.maxSequences}`,
    why: 'Every running request takes a token of an iteration.',
    fix: 'raise tokenBudget, or lower maxSequences.',
  });
}

function settingOf(text: string): Partial<Settings> {
  const [name, value = ''] = text.split('=');
  const isFlag = name === 'prefixCache';
  const number = Number(value);
  const isRight = isFlag ? ['true', 'false'].includes(value) : Number.isInteger(number) && number > 0;
  if (settingNames.includes(name) && isRight) return { [name]: isFlag ? value === 'true' : number };
  throw usageError({
    code: 'bad-setting',
    what: `--set ${text} is no setting of the measured server`,
    why: `These are: ${settingNames.join(', ')}.`,
    fix: 'write for example --set maxSequences=128.',
  });
}

function withPrompts(one: MeasuredLoad, distinctPrompts: number | undefined): MeasuredLoad {
  return { ...one, load: { ...one.load, distinctPrompts: one.load.distinctPrompts ?? distinctPrompts } };
}
