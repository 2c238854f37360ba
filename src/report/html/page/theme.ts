/// <reference lib="dom" />

/** The button switches to the other theme; until then the system decides. Nothing is stored. */
export function setUpTheme(): void {
  const button = document.querySelector<HTMLButtonElement>('[data-theme-button]');
  if (button === null) return;
  button.hidden = false;
  button.addEventListener('click', () => {
    const root = document.documentElement;
    const current = root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
    root.dataset.theme = current === 'dark' ? 'light' : 'dark';
  });
}
