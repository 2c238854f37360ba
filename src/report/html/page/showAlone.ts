/// <reference lib="dom" />
import type { PagePolicy } from '../charts/chartData.js';
import { greyHue, placeClass } from '../policyStyle.js';

/**
 * Shows one policy of a scenario alone: the others' rows go, their marks fade; a click on its name or Esc brings all back.
 *
 * Rules of a style sheet and not changes of the pictures, so that whatever is drawn anew stays as chosen. A grey policy takes
 * the hue of a coloured one that is not the best, and keeps it.
 */
export class ShowAlone {
  readonly #root: HTMLElement;
  readonly #policies: readonly PagePolicy[];
  readonly #hues: string[];
  readonly #sheet = document.createElement('style');
  readonly #buttons: readonly HTMLButtonElement[];
  readonly #showAll: HTMLButtonElement | null;
  readonly #onChange: (name: string | undefined) => void;
  #place: number | undefined;

  /** @param onChange told of the policy, or of undefined when all are shown again */
  constructor(root: HTMLElement, policies: readonly PagePolicy[], onChange: (name: string | undefined) => void) {
    this.#root = root;
    this.#policies = policies;
    this.#hues = policies.map(({ hue }) => hue);
    this.#onChange = onChange;
    document.head.append(this.#sheet);
    this.#buttons = policies.length < 2 ? [] : [...root.querySelectorAll<HTMLElement>('[data-pick]')].map(toButton);
    for (const button of this.#buttons) {
      button.addEventListener('click', () => {
        const place = Number(button.dataset.pick);
        this.#choose(place === this.#place ? undefined : place);
      });
    }
    const bar = root.querySelector<HTMLElement>('[data-policy-bar]');
    if (bar !== null) bar.hidden = false;
    this.#showAll = root.querySelector('[data-show-all]');
    this.#showAll?.addEventListener('click', () => this.#choose(undefined));
  }

  get isAlone(): boolean {
    return this.#place !== undefined;
  }

  /** Brings all back and tells so. */
  restore(): void {
    this.#choose(undefined);
  }

  /** By its name, or all; a name that this scenario has not changes nothing. */
  show(name: string | undefined): void {
    const place = this.#policies.findIndex((one) => one.name === name);
    if (name !== undefined && place === -1) return;
    this.#apply(name === undefined ? undefined : place);
  }

  #choose(place: number | undefined): void {
    this.#apply(place);
    this.#onChange(place === undefined ? undefined : this.#policies[place]?.name);
  }

  #apply(place: number | undefined): void {
    this.#place = place;
    if (place !== undefined && this.#hues[place] === greyHue) this.#swapIn(place);
    for (const button of this.#buttons) {
      button.setAttribute('aria-pressed', String(Number(button.dataset.pick) === place));
    }
    if (this.#showAll !== null) this.#showAll.hidden = place === undefined;
    this.#sheet.textContent = place === undefined ? '' : rulesOf(`#${this.#root.id}`, placeClass(place));
  }

  /** The last coloured one that is not the first of the bar, which is the best. */
  #swapIn(place: number): void {
    const best = Number(this.#root.querySelector<HTMLElement>('[data-policy-bar] [data-pick]')?.dataset.pick);
    const from = this.#hues.findLastIndex((hue, other) => hue !== greyHue && other !== best);
    if (from === -1) return;
    [this.#hues[place], this.#hues[from]] = [this.#hues[from], this.#hues[place]];
    for (const changed of [place, from]) this.#root.style.setProperty(`--c${changed}`, this.#hues[changed]);
  }
}

/** Rows and blocks of others go; in pictures their marks fade and their names go. */
function rulesOf(scope: string, own: string): string {
  return `${scope} .p:not(.${own}) { display: none !important; }
${scope} .d:not(.${own}) { opacity: .16; }
${scope} svg text.d:not(.${own}), ${scope} svg .d:not(.${own}) text, ${scope} svg line.d:not(.${own}) { visibility: hidden; }`;
}

function toButton(name: HTMLElement): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = `${name.className} pick`;
  button.title = name.title === '' ? 'show it alone' : name.title;
  button.dataset.pick = name.dataset.pick;
  button.setAttribute('style', name.getAttribute('style') ?? '');
  button.setAttribute('aria-pressed', 'false');
  button.append(...name.childNodes);
  name.replaceWith(button);
  return button;
}
