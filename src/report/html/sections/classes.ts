import { classFigures } from '../../analysis/classFigures.js';
import { classesTitle } from '../titles.js';
import { partsSection } from './parts.js';
import type { SectionContext } from './section.js';

/** What requests of each class got, calls among them. */
export function classesSection(context: SectionContext): string {
  return partsSection(context, {
    kind: 'classes',
    figures: classFigures,
    title: classesTitle,
    how: (has) => [
      'TTFT and latency are of requests answered well, calls counted like others.',
      ...(has('provider_cost_usd') ? ['Providers: what they billed for its answers.'] : []),
    ],
  });
}
