import { Opaque } from '../opaque.js';
import type { Primitive, ReturnedPicture, Told } from './inside/pictures.js';

/** A value of a policy's realm, of which only the text has been taken. */
class ForeignValue extends Opaque {
  override toJSON(): string {
    return this.kind.length > textLimit ? `${this.kind.slice(0, textLimit)}...` : this.kind;
  }
}

/** As `describeValue` cuts. */
const textLimit = 200;
/** Beyond so many digits the text of a whole number takes longer than anything else here. */
const bigLimit = 10n ** 200n;

/** What a realm told, as a value for `readDecision`, `mergeParams` and messages. */
export function toldValue(told: Told): unknown {
  if (typeof told === 'object' && told !== null) return new ForeignValue(told.text);
  if (typeof told === 'bigint' && (told > bigLimit || told < -bigLimit)) return new ForeignValue('a bigint');
  return told;
}

/** The fields of a map that a realm told. */
export function toldFields(fields: Readonly<Record<string, Told>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).map(([name, told]) => [name, toldValue(told)]));
}

/** What `decide` returned, with plain fields. */
export function toldDecision(value: Primitive | ReturnedPicture): unknown {
  if (typeof value !== 'object' || value === null) return toldValue(value);
  // biome-ignore lint/suspicious/noThenProperty: what makes a promise one
  if (value.isPromise) return { then: () => undefined };
  const { fields, parts, weights, text } = value;
  if (!('desired' in fields)) return new ForeignValue(text);
  return {
    ...toldFields(fields),
    ...(parts === undefined ? {} : { atMaximum: toldFields(parts) }),
    ...(weights === undefined ? {} : { weights: isPicture(weights) ? toldValue(weights) : toldFields(weights) }),
  };
}

/** Whether a value was told as it is, and not by its fields. */
function isPicture(told: ReturnedPicture['weights']): told is Told {
  return typeof told !== 'object' || told === null || 'text' in told;
}
