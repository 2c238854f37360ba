import type { TokenFigure } from './tokenFigures.js';

/** What tables of sessions and tasks show; those of the other kind are not stated. */
export const sessionFigures: readonly TokenFigure[] = [
  { head: 'tasks', measure: 'tasks', note: 'begun' },
  { head: 'done', measure: 'tasks_done', note: 'in the run' },
  { head: 'failed', measure: 'tasks_failed', note: 'of the tasks' },
  { head: 'task p50', measure: 'task_time_p50_s', note: 'of those done' },
  { head: 'task p95', measure: 'task_time_p95_s', note: 'of those done' },
  { head: '$/task', measure: 'cost_per_task_usd', note: 'done' },
  { head: 'sessions', measure: 'sessions', note: 'begun' },
  { head: 'failed', measure: 'sessions_failed', note: 'of the sessions' },
  { head: 'carried', measure: 'carried_tokens', note: 'tokens, turn to turn' },
  { head: 'lost', measure: 'prefix_tokens_lost', note: 'tokens, with servers', isQuiet: true },
  { head: 'turns', measure: 'turns', note: 'requests' },
];
