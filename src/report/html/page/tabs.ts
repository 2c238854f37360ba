/// <reference lib="dom" />

/** Service buttons: one shows its timeline alone, the first shows all. */
export function setUpTabs(): void {
  for (const row of document.querySelectorAll<HTMLElement>('[data-tabs]')) {
    row.hidden = false;
    const buttons = [...row.querySelectorAll<HTMLButtonElement>('[data-tab]')];
    const panels = [...(row.parentElement?.querySelectorAll<HTMLElement>('[data-panel]') ?? [])];
    for (const button of buttons) {
      button.addEventListener('click', () => {
        for (const one of buttons) one.setAttribute('aria-pressed', String(one === button));
        const chosen = button.dataset.tab ?? '';
        for (const panel of panels) panel.hidden = chosen !== '' && panel.dataset.panel !== chosen;
      });
    }
  }
}
