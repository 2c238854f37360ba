import { consumerFigures } from '../../analysis/consumerFigures.js';
import { consumersTitle } from '../titles.js';
import { partsSection } from './parts.js';
import type { SectionContext } from './section.js';

/** What each consumer asked for and got. */
export function consumersSection(context: SectionContext): string {
  return partsSection(context, {
    kind: 'consumers',
    figures: consumerFigures,
    title: consumersTitle,
    how: (has) => [
      'TTFT and latency are of requests answered well.',
      ...(has('requests_rate_limited') ? ['429: turned away by a rate limit.'] : []),
      ...(has('token_overshoot')
        ? ['Beyond limit: tokens taken over what was left, known only when an answer ended.']
        : []),
    ],
  });
}
