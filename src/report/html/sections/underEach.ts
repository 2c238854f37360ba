import type { Candidate, Study } from '../../analysis/study.js';

interface Parts {
  /** Of what there is one for each policy: `Services`. */
  readonly what: string;
  /** For one policy, with its caption. */
  html(candidate: Candidate): string;
}

/** What stands under the reference, and folded below it what stands under the other policies; empty without a reference. */
export function underEach({ reference, ranked }: Study, { what, html }: Parts): string {
  if (reference === undefined) return '';
  const rest = ranked
    .filter((one) => one !== reference)
    .map((one) => `<div class="p p${one.place}">${html(one)}</div>`);
  const folded =
    rest.length === 0
      ? ''
      : `<details class="more"><summary>${what} under the other policies</summary>${rest.join('')}</details>`;
  return `${html(reference)}${folded}`;
}
