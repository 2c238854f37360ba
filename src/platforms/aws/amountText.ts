import { formatDuration } from '../../base/duration.js';
import { type Amount, isOpen } from './openValue.js';
import { numberText } from './policy/numberText.js';

/** A number of a manifest as sentences show it; what is open by its name. */
export function amountText(amount: Amount): string {
  return isOpen(amount) ? amount.text : numberText(amount);
}

/** A span of seconds. */
export function spanText(seconds: Amount): string {
  return isOpen(seconds) ? `${seconds.text} s` : formatDuration(seconds);
}
