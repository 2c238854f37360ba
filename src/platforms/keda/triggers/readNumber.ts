import type { Problem } from '../../../base/problem.js';
import type { TriggerSpec } from '../manifestSchema.js';
import { keyPlace, type TriggerPlace } from './readResult.js';

/** What stands in for a number that is not there, and where a text that is none is reported. */
interface NumberOptions {
  readonly preset: number | undefined;
  readonly place: TriggerPlace;
  readonly problems: Problem[];
  /** KEDA reads a whole number. */
  readonly isWhole?: boolean | undefined;
}

/**
 * The number that the first of these keys holds.
 *
 * KEDA reads numbers as JSON does: no sign `+`, no `.5`, no `1,000`; an empty text counts as left out.
 * Source: a description of kedacore/keda after v2.18, pkg/scalers/scalersconfig/typed_config.go.
 */
export function readNumber(
  { metadata }: TriggerSpec,
  keys: readonly string[],
  options: NumberOptions,
): number | undefined {
  const { preset, place, problems, isWhole = false } = options;
  const key = keys.find((candidate) => (metadata[candidate]?.trim() ?? '') !== '');
  if (key === undefined) return preset;
  const text = metadata[key].trim();
  // Go refuses what no float64 can hold, too (strconv.ErrRange).
  const isNumber = /^-?(0|[1-9]\d*)(\.\d+)?(e[+-]?\d+)?$/i.test(text) && Number.isFinite(Number(text));
  if (isNumber && (!isWhole || /^-?\d+$/.test(text))) {
    return Math.trunc(Number(text) * 1000) / 1000;
  }
  const isPlaceholder = /\$\{|\{\{|\$\(|<\w/.test(text);
  problems.push({
    code: 'bad-number',
    where: keyPlace(place, key),
    what: `\`${key}\` is "${text}" (string), which is not a ${isWhole ? 'whole ' : ''}number`,
    why: isPlaceholder ? 'It looks like a placeholder that has not been filled in.' : 'KEDA builds no scaler from it.',
    fix: isPlaceholder
      ? 'render the file first.'
      : `write a ${isWhole ? 'whole ' : ''}number in quotes, such as "${preset ?? 10}".`,
  });
  return preset ?? 1;
}
