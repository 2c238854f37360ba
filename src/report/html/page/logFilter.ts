/// <reference lib="dom" />

/** Rows before `Show all`. */
const rowsAtFirst = 15;

/** The log's filters: by policy, rule, text, service, and reversals only. Every row stands in the file; a filter hides. */
export class LogFilter {
  readonly #rows: readonly HTMLTableRowElement[];
  readonly #policy: HTMLSelectElement | null;
  readonly #rule: HTMLSelectElement | null;
  readonly #text: HTMLInputElement | null;
  readonly #reversals: HTMLInputElement | null;
  readonly #count: HTMLElement | null;
  readonly #all: HTMLButtonElement | null;
  #service = '';
  #isExpanded = false;

  /** @param onPolicy told of the policy that the reader picks, empty for all */
  constructor(section: HTMLElement, onPolicy: (policy: string) => void) {
    const controls = section.querySelector<HTMLElement>('.controls');
    this.#rows = [...section.querySelectorAll<HTMLTableRowElement>('tbody tr')];
    this.#policy = section.querySelector('[data-filter="policy"]');
    this.#rule = section.querySelector('[data-filter="rule"]');
    this.#text = section.querySelector('[data-filter="text"]');
    this.#reversals = section.querySelector('[data-filter="reversals"]');
    this.#count = section.querySelector('[data-count]');
    this.#all = section.querySelector('[data-all]');
    if (controls !== null) controls.hidden = false;
    this.#all?.addEventListener('click', () => {
      this.#isExpanded = true;
      this.#apply();
    });
    for (const control of [this.#policy, this.#rule, this.#reversals]) {
      control?.addEventListener('change', () => this.#apply());
    }
    this.#text?.addEventListener('input', () => this.#apply());
    this.#policy?.addEventListener('change', () => onPolicy(this.#policy?.selectedOptions[0]?.dataset.name ?? ''));
    this.#apply();
  }

  /** Only the decisions of one service; empty for all. */
  showService(service: string): void {
    this.#service = service;
    this.#apply();
  }

  /** Only the decisions of one policy; a name that no policy has changes nothing. */
  showPolicy(name: string): void {
    const option = [...(this.#policy?.options ?? [])].find((one) => one.dataset.name === name);
    if (option === undefined || this.#policy === null) return;
    this.#policy.value = option.value;
    this.#apply();
  }

  #apply(): void {
    let matching = 0;
    for (const row of this.#rows) {
      const isMatch = this.#matches(row);
      if (isMatch) matching++;
      row.hidden = !isMatch || (!this.#isExpanded && matching > rowsAtFirst);
    }
    if (this.#count !== null) this.#count.textContent = matching === 1 ? '1 change' : `${matching} changes`;
    if (this.#all === null) return;
    this.#all.hidden = this.#isExpanded || matching <= rowsAtFirst;
    this.#all.textContent = `Show all ${matching}`;
  }

  #matches(row: HTMLTableRowElement): boolean {
    const { place, rule, of, reversal } = row.dataset;
    const isChosen = (select: HTMLSelectElement | null, value: string | undefined) =>
      select === null || select.value === '' || select.value === value;
    const text = this.#text?.value.trim().toLowerCase() ?? '';
    return (
      isChosen(this.#policy, place) &&
      isChosen(this.#rule, rule) &&
      (this.#service === '' || of === this.#service) &&
      !(this.#reversals?.checked === true && reversal === undefined) &&
      (text === '' || (row.textContent ?? '').toLowerCase().includes(text))
    );
  }
}
