/// <reference lib="dom" />

/**
 * The buttons of one scenario's services: one shows its timeline, bill and decisions alone, the first shows all.
 *
 * Parts of the page name their service in `data-service`; those with `data-when-all` are shown for all services too.
 */
export class ServiceTabs {
  readonly #buttons: readonly HTMLButtonElement[];
  readonly #parts: readonly HTMLElement[];
  readonly #onService: (service: string, isByReader: boolean) => void;

  /** @param onService told of the service, empty for all, and whether the reader pressed its button */
  constructor(row: HTMLElement, onService: (service: string, isByReader: boolean) => void) {
    const scope = row.closest('article') ?? document;
    this.#buttons = [...row.querySelectorAll<HTMLButtonElement>('[data-tab]')];
    this.#parts = [...scope.querySelectorAll<HTMLElement>('[data-service]')];
    this.#onService = onService;
    row.hidden = false;
    for (const button of this.#buttons) {
      button.addEventListener('click', () => this.choose(button.dataset.tab ?? '', true));
    }
    this.choose('', false);
  }

  /** @param service empty for all */
  choose(service: string, isByReader = true): void {
    if (!this.#buttons.some(({ dataset }) => (dataset.tab ?? '') === service)) return;
    for (const button of this.#buttons) {
      button.setAttribute('aria-pressed', String((button.dataset.tab ?? '') === service));
    }
    for (const part of this.#parts) {
      const isShown = part.dataset.service === service || (service === '' && part.dataset.whenAll !== undefined);
      part.hidden = !isShown;
    }
    this.#onService(service, isByReader);
  }
}
