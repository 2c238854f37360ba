/// <reference lib="dom" />
import type { DifferencesData } from '../charts/differences.js';
import { differencesHow, differencesTitle } from '../charts/differencesWords.js';

interface Told {
  /** Draws the picture anew. */
  readonly onChoice: (figure: HTMLElement) => void;
  /** Told of what the reader chose; undefined for the page's own. */
  readonly onReader: (reference: string | undefined) => void;
}

/** The select beside the differences: what all others are compared with. Title, words and picture follow it. */
export class ReferenceChoice {
  readonly #select: HTMLSelectElement;
  readonly #choices: readonly DifferencesData[];
  readonly #told: Told;

  constructor(select: HTMLSelectElement, choices: readonly DifferencesData[], told: Told) {
    this.#select = select;
    this.#choices = choices;
    this.#told = told;
    const label = select.closest('label');
    if (label !== null) label.hidden = false;
    select.addEventListener('change', () => {
      this.#apply();
      const isOwn = select.selectedIndex === 0;
      told.onReader(isOwn ? undefined : choices[select.selectedIndex]?.reference);
    });
  }

  /** By its name, or the page's own; a name that is no choice changes nothing. */
  show(reference: string | undefined): void {
    const index = reference === undefined ? 0 : this.#choices.findIndex((one) => one.reference === reference);
    if (index === -1 || index === this.#select.selectedIndex) return;
    this.#select.selectedIndex = index;
    this.#apply();
  }

  #apply(): void {
    const part = this.#select.closest('[data-differences]');
    const figure = part?.querySelector<HTMLElement>('figure');
    const [title, how] = [part?.querySelector('[data-title]'), part?.querySelector('[data-how]')];
    const data = this.#choices[this.#select.selectedIndex];
    if (!figure || !title || !how || data === undefined) return;
    title.textContent = differencesTitle(data);
    how.textContent = differencesHow(data);
    figure.dataset.index = String(this.#select.selectedIndex);
    this.#told.onChoice(figure);
  }
}
