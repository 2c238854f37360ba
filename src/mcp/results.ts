import { join } from 'node:path';
import { checkOutputs } from '../base/output/checkOutputs.js';
import { writeFiles } from '../base/output/writeFiles.js';
import { ProblemError } from '../base/problem.js';
import { optionalText } from '../base/userFile.js';
import { keptCharacters, keptResults } from './limits.js';

export interface KeptResult {
  readonly json: string;
  /** It is the result of a comparison, of which there is an HTML report. */
  readonly hasPage: boolean;
}

/** Longer than any result that is kept. */
const limitBytes = 4 * keptCharacters;
/** What our own file begins with. */
const mark = /^\{/;
const idForm = /^[0-9a-f]{64}$/;

/**
 * Answers by their ids: the latest in memory, and all below `--out` where that is given.
 *
 * An id is a hash of what was asked and read, so that a server that has no longer, or never had, a result gives it the same id when it
 * is asked for the same again.
 */
export class Results {
  readonly #out: string | undefined;
  readonly #kept = new Map<string, KeptResult>();
  #characters = 0;

  constructor(out: string | undefined) {
    this.#out = out;
  }

  /** Newest last. */
  ids(): string[] {
    return [...this.#kept.keys()];
  }

  get(id: string): KeptResult | undefined {
    if (!idForm.test(id)) return undefined;
    const known = this.#kept.get(id);
    if (known !== undefined || this.#out === undefined) return known;
    const json = optionalText(this.#pathOf(this.#out, id), limitBytes);
    return json === undefined ? undefined : { json, hasPage: /^\{\s*"format":\s*"dryscale-result/.test(json) };
  }

  /** @throws ProblemError with exit code 106 where it cannot be written */
  keep(id: string, result: KeptResult): void {
    if (this.#out !== undefined) {
      const path = this.#pathOf(this.#out, id);
      checkOutputs([{ path, mark }]);
      writeFiles([{ path, mark, text: result.json }]);
    }
    this.#forget(id);
    this.#kept.set(id, result);
    this.#characters += result.json.length;
    for (const old of [...this.#kept.keys()]) {
      if (this.#kept.size <= keptResults && this.#characters <= keptCharacters) return;
      this.#forget(old);
    }
  }

  #forget(id: string): void {
    this.#characters -= this.#kept.get(id)?.json.length ?? 0;
    this.#kept.delete(id);
  }

  #pathOf(out: string, id: string): string {
    return join(out, 'results', `${id}.json`);
  }
}

/** Of a result that is not here. */
export function unknownResult(id: string): ProblemError {
  return new ProblemError([
    {
      code: 'unknown-result',
      where: { path: 'result' },
      what: `there is no result "${id}" here`,
      why: 'This server keeps the latest results only, and another one does not know them.',
      fix: 'call run or compare again with the same arguments: the same inputs have the same id.',
    },
  ]);
}
