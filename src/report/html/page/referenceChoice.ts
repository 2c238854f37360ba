/// <reference lib="dom" />
import type { DifferencesData } from '../charts/differences.js';
import { differencesHow, differencesTitle } from '../charts/differencesWords.js';

/** The select beside the differences: what all others are compared with. Title, words and picture follow it. */
export function setUpReference(
  select: HTMLSelectElement,
  choices: readonly DifferencesData[],
  onChoice: (figure: HTMLElement) => void,
): void {
  const part = select.closest('[data-differences]');
  const figure = part?.querySelector<HTMLElement>('figure');
  const [title, how] = [part?.querySelector('[data-title]'), part?.querySelector('[data-how]')];
  const label = select.closest('label');
  if (!figure || !title || !how || !label) return;
  label.hidden = false;
  select.addEventListener('change', () => {
    const data = choices[select.selectedIndex];
    if (data === undefined) return;
    title.textContent = differencesTitle(data);
    how.textContent = differencesHow(data);
    figure.dataset.index = String(select.selectedIndex);
    onChoice(figure);
  });
}
