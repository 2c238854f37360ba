import type { Study } from '../../analysis/study.js';
import { tokenFiguresOf } from '../../analysis/tokenFigures.js';
import { counted } from '../../format.js';
import { tokenTitle } from '../titles.js';
import { figureSection } from './figureSection.js';
import type { SectionContext } from './section.js';

/** Where services are model servers: how fast tokens come, what fills the memory and what a million of them costs. */
export function tokensSection(context: SectionContext): string {
  const { study } = context;
  const figures = tokenFiguresOf(study.scenario);
  const words = { id: 'tokens', name: 'Tokens', title: tokenTitle(study), how: howOf(study) };
  return figureSection(context, { figures, needs: 'ttft_p95_ms', ...words });
}

function howOf({ runs }: Study): string {
  const which = runs > 1 ? `, mean of ${counted(runs, 'replication')}` : '';
  return `Of requests answered well${which}. TTFT: from the intended arrival to the first token; ITL: mean time between two tokens of an answer. Preempted: sent back to the queue because the KV memory was full.`;
}
