/// <reference lib="dom" />

/** Rows before `Show all`. */
const rowsAtFirst = 15;

/** The log's filter: by policy, and reversals only. Every row stands in the file; the filter hides. */
export function setUpLog(section: HTMLElement): void {
  const controls = section.querySelector<HTMLElement>('.controls');
  const policy = section.querySelector<HTMLSelectElement>('[data-filter="policy"]');
  const reversals = section.querySelector<HTMLInputElement>('[data-filter="reversals"]');
  const count = section.querySelector<HTMLElement>('[data-count]');
  const rows = [...section.querySelectorAll<HTMLTableRowElement>('tbody tr')];
  const all = section.querySelector<HTMLButtonElement>('[data-all]');
  if (controls === null || policy === null) return;
  controls.hidden = false;
  let isExpanded = false;
  const apply = () => {
    let matching = 0;
    for (const row of rows) {
      const isOther = policy.value !== '' && row.dataset.place !== policy.value;
      const isMatch = !isOther && !(reversals?.checked === true && row.dataset.reversal === undefined);
      if (isMatch) matching++;
      row.hidden = !isMatch || (!isExpanded && matching > rowsAtFirst);
    }
    if (count !== null) count.textContent = matching === 1 ? '1 change' : `${matching} changes`;
    if (all !== null) all.hidden = isExpanded || matching <= rowsAtFirst;
    if (all !== null) all.textContent = `Show all ${matching}`;
  };
  all?.addEventListener('click', () => {
    isExpanded = true;
    apply();
  });
  policy.addEventListener('change', apply);
  reversals?.addEventListener('change', apply);
  apply();
}
