import type { ScenarioResult } from '../../results/results.js';

/** `inputs: 4 measured, 2 guessed (startup, cpu)`; undefined when the scenario says nothing of its inputs. */
export function inputsText({ assumptions }: ScenarioResult): string | undefined {
  if (assumptions.length === 0) return undefined;
  const words: Record<string, string> = { guess: 'guessed', default: 'by default' };
  const byBasis = new Map<string, string[]>();
  for (const { basis, path } of assumptions) {
    byBasis.set(basis, [...(byBasis.get(basis) ?? []), path.slice(path.lastIndexOf('.') + 1)]);
  }
  const parts = [...byBasis].map(([basis, names]) => {
    const isWeak = basis === 'guess' || basis === 'default';
    return `${names.length} ${words[basis] ?? basis}${isWeak ? ` (${names.join(', ')})` : ''}`;
  });
  return `inputs: ${parts.join(', ')}`;
}
