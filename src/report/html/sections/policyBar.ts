import { escapeHtml } from '../escape.js';
import { policyHtml } from '../phraseHtml.js';
import type { SectionContext } from './section.js';

/** Every policy in its colour, always in sight: the page's script makes each a button that shows it alone. */
export function policyBar({ study, scenario }: SectionContext): string {
  if (study.contenders.length < 2) return '';
  const names = study.ranked.map(({ name }) => policyHtml(name, study, { isPick: true }));
  return `<div class="policyBar" data-policy-bar="${scenario}" role="group" aria-label="Show one policy alone, ${escapeHtml(study.scenario.name)}" hidden><span>Show alone</span>${names.join('')}<button type="button" data-show-all hidden>all (Esc)</button></div>`;
}
