import { formatDuration } from '../../base/duration.js';
import type { DraftParts, Note } from '../draftParts.js';
import { draftStartup } from '../draftStartup.js';
import { digits } from '../phrases.js';
import type { Lengths, ModelServer } from './modelServer.js';

/** Classes of requests in tokens; no file tells the lengths of one class from those of another. */
export function modelRequests(server: ModelServer, { load, target }: DraftParts, note: Note): Record<string, unknown> {
  const all = load.classes.length > 1 ? '; the same for every class' : '';
  const tokens = (path: string, { mean, cv, basis, from }: Lengths) => {
    note(path, { basis, from: `${from}${all}` });
    return cv > 0 ? { lognormal: { mean, cv } } : mean;
  };
  return Object.fromEntries(
    load.classes.map(({ name }) => [
      name,
      {
        route: target.service,
        promptTokens: tokens(`requests.${name}.promptTokens`, server.promptTokens),
        outputTokens: tokens(`requests.${name}.outputTokens`, server.outputTokens),
      },
    ]),
  );
}

/** One replica. */
export function modelInstance(server: ModelServer, parts: DraftParts, note: Note): Record<string, unknown> {
  const { target, answers } = parts;
  const path = `services.${target.service}.instance`;
  note(`models.${server.name}`, server.known);
  const price = answers.get('price') ?? ofGroup(parts);
  if (price !== undefined) note(`${path}.price`, price, price.low < price.high ? [price.low, price.high] : undefined);
  const { workload } = target;
  if (workload !== undefined)
    note(`${path}.drain`, { basis: 'measured', from: 'terminationGracePeriodSeconds, 30 s where it is not written' });
  return {
    model: server.name,
    ...('step' in server.model ? { gpus: server.gpuCount } : {}),
    ...draftStartup(parts, note, path),
    ...(workload === undefined ? {} : { drain: formatDuration(workload.graceSeconds) }),
    ...(price === undefined ? {} : { price: price.value }),
  };
}

function ofGroup({ target: { group } }: DraftParts) {
  const usd = group?.instance.usdPerHour ?? undefined;
  if (usd === undefined) return undefined;
  return { value: usd, low: usd, high: usd, basis: 'measured', from: group?.instance.priceSource ?? '' } as const;
}

/** What was found of it. */
export function serverLines({ name, known, gpuCount, promptTokens, outputTokens }: ModelServer): string[] {
  const lengths = ({ mean, cv }: Lengths) => `${digits(mean)}${cv > 0 ? ` (cv ${cv})` : ''}`;
  return [
    `model ${name} on ${gpuCount} GPU${gpuCount === 1 ? '' : 's'} a replica, ${known.basis}: ${known.from}`,
    `tokens ${lengths(promptTokens)} of a prompt, ${lengths(outputTokens)} of an answer: ${promptTokens.from}`,
  ];
}
