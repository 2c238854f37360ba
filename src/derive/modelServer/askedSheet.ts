import { nearest } from '../../base/nearest.js';
import { ProblemError } from '../../base/problem.js';
import { namedSheet } from '../../calibrate/namedSheet.js';
import { architectures } from '../../fleet/models/architectures.js';
import type { Datasheet } from '../../fleet/models/datasheet.js';

/**
 * The data sheet of `--set model=`.
 *
 * @param modelId as the server names its model @throws ProblemError where nobody says the GPUs: no file of a server does
 */
export function askedSheet(asked: string | undefined, modelId: string | undefined, file: string): Datasheet {
  if (asked !== undefined) return namedSheet(asked, '--set model=');
  const name = modelId === undefined ? undefined : nearestModel(modelId);
  const whose = modelId === undefined ? 'a model' : modelId;
  const known = architectures.map((one) => one.name).join(', ');
  throw new ProblemError([
    {
      code: 'no-gpus',
      where: { file },
      what: `is of a server of ${whose}, and no file says on which GPUs it runs`,
      why: 'Memory and bandwidth of the GPUs decide how many requests one replica takes.',
      fix: `add --set model=${name ?? 'llama-3.1-70b'}@h100, with 4xh100 for four GPUs and ,fp8 for such weights.${name === undefined ? ` Known models: ${known}.` : ''}`,
    },
  ]);
}

/** `meta-llama/Llama-3.1-8B-Instruct` is `llama-3.1-8b`. */
export function nearestModel(modelId: string): string | undefined {
  const plain = modelId
    .toLowerCase()
    .replace(/^.*\//, '')
    .replace(/^meta-/, '');
  const known = architectures.map(({ name }) => name);
  return known.find((name) => plain.startsWith(name)) ?? nearest(plain.replace(/-(instruct|chat|hf|it).*$/, ''), known);
}
