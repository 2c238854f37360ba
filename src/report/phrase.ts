import { formatClock } from './format.js';

/** A piece of a sentence: plain text, the name of a policy, or a time of the run. */
type PhrasePart = string | { readonly policy: string } | { readonly timeSeconds: number };

/** A sentence whose names and times can still be told apart, so that a page can colour and link them. */
export type Phrase = readonly PhrasePart[];

/** The phrase as plain text; times as hh:mm. */
export function plainText(phrase: Phrase): string {
  return phrase
    .map((part) => {
      if (typeof part === 'string') return part;
      return 'policy' in part ? part.policy : formatClock(part.timeSeconds, { withSeconds: false });
    })
    .join('');
}

/** Parts as prose: `a`, `a and b`, `a, b and c`. */
export function listPhrase(parts: readonly PhrasePart[]): Phrase {
  return parts.flatMap((part, index) => {
    if (index === 0) return [part];
    return [index === parts.length - 1 ? ' and ' : ', ', part];
  });
}
