import { gpusIn } from '../scenario/gpusIn.js';
import type { Assembly } from './assemble.js';

/** A fixed count is there from the start, whatever there is of GPUs. */
export function gpuFindings({
  input: { scenario, bindings },
  services,
}: Pick<Assembly, 'input' | 'services'>): string[] {
  const budget = scenario.ai?.gpuBudget;
  if (budget === undefined) return [];
  const fixed = services.reduce((sum, { name, bounds: { minCount, maxCount } }) => {
    const spec = bindings[name] ?? bindings['*'];
    const count = spec?.kind === 'static' ? Math.min(Math.max(spec.count, minCount), maxCount) : 0;
    return sum + count * gpusIn(scenario, name);
  }, 0);
  return fixed > budget ? [`begins with ${fixed} GPUs, more than \`ai.gpuBudget\` of ${budget}`] : [];
}
