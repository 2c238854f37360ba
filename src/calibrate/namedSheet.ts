import { exitCode } from '../base/exitCode.js';
import { lowerFirst, suggestion } from '../base/nearest.js';
import { type Problem, ProblemError } from '../base/problem.js';
import { type Datasheet, numbersOf } from '../fleet/models/datasheet.js';
import { datasheetOf } from '../fleet/models/onGpus.js';

/**
 * The data sheet of a model on its GPUs that somebody typed.
 *
 * @param option with what stands before the text: `--model `, `--set model=`
 * @throws ProblemError with exit code 2 for what is unknown or does not fit its GPUs
 */
export function namedSheet(text: string, option: string): Datasheet {
  const sheet = datasheetOf(text);
  if ('part' in sheet) {
    throw wrongModel({
      code: 'unknown-name',
      what: `${option}${text}: "${sheet.part}" is unknown`,
      why: 'A preset, or MODEL@GPU, MODEL@4xGPU, with ,fp8 and ,2025 (vLLM 0.11 to 0.13) behind it.',
      fix: lowerFirst(suggestion(sheet.part, sheet.known)),
    });
  }
  if (numbersOf(sheet).kvBlocks > 0) return sheet;
  throw wrongModel({
    code: 'model-does-not-fit',
    what: `${option}${text}: the weights leave no memory on ${sheet.tensorParallel} x ${sheet.gpu.name}`,
    why: 'No vLLM server starts so.',
    fix: `write more GPUs, or FP8 weights: dryscale models ${text.split('@')[0]} shows the fewest.`,
  });
}

const wrongModel = (words: Omit<Problem, 'where'>) => new ProblemError([{ ...words, where: {} }], exitCode.wrongUsage);
