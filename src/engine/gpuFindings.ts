import { gpusIn } from '../scenario/gpusIn.js';
import type { Assembly } from './assemble.js';
import { initialCountOf } from './assembleService.js';

/** A run whose fixed counts are there from the start, whatever there is of GPUs. */
export function gpuFindings({ input, services }: Pick<Assembly, 'input' | 'services'>): string[] {
  const { scenario } = input;
  const budget = scenario.ai?.gpuBudget;
  if (budget === undefined) return [];
  const atStart = services.reduce((sum, { name }) => sum + initialCountOf(name, input) * gpusIn(scenario, name), 0);
  return atStart > budget ? [`begins with ${atStart} GPUs, more than \`ai.gpuBudget\` of ${budget}`] : [];
}
