import { consumerFigures } from './consumerFigures.js';

const ofConsumersAlone: readonly string[] = ['budget_spent_usd', 'token_overshoot'];

/** What tables of request classes show, the most telling first; each measure stands for one class. */
export const classFigures = [
  ...consumerFigures.filter(({ measure }) => !ofConsumersAlone.includes(measure)),
  { head: 'cached', measure: 'requests_cached' },
] as const;
