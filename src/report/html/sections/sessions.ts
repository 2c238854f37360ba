import { sessionFigures } from '../../analysis/sessionFigures.js';
import { counted } from '../../format.js';
import { figureSection } from './figureSection.js';
import type { SectionContext } from './section.js';

/** Where sources have sessions or agents: how many, how long tasks took, and what was carried from turn to turn. */
export function sessionsSection(context: SectionContext): string {
  const how = `Turns: requests that were part of a session or a task. Carried: tokens of their prompts that the turn before had seen, which a server finds in its prefix cache if it had that turn.${
    context.study.runs > 1 ? ` Mean of ${counted(context.study.runs, 'replication')}.` : ''
  }`;
  const words = { id: 'sessions', name: 'Sessions', title: 'What became of sessions and tasks', how };
  return figureSection(context, { figures: sessionFigures, needs: 'turns', ...words });
}
