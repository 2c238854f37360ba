import { providerFigures } from '../../analysis/providerFigures.js';
import { providersTitle } from '../titles.js';
import { partsSection } from './parts.js';
import type { SectionContext } from './section.js';

/** What each provider answered, and what that cost. */
export function providersSection(context: SectionContext): string {
  return partsSection(context, {
    kind: 'providers',
    figures: providerFigures,
    title: providersTitle,
    how: (has) => [
      'TTFT and ITL are of requests answered well.',
      ...(has('provider_given_up_usd') ? ['Given up: paid for answers that nobody waited for.'] : []),
      ...(has('provider_tries_limited') ? ['429: tries beyond its limits, or in such an outage.'] : []),
      ...(has('cooldowns') ? ['Cooldowns: times that the route left it alone.'] : []),
    ],
  });
}
