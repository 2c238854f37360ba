import type { Histogram } from '../../stats/histogram.js';
import { type Measure, type Missing, ratioOf } from '../measure.js';
import type { SessionCounts, SessionTotals } from '../runTotals.js';
import { quantileFormula, quantileMs, usualQuantiles } from './latency.js';

const common = { level: 'detail', source: 'no standard; defined here' } as const;

type Words = Pick<Measure, 'name' | 'label' | 'better' | 'definition'>;

function counted(words: Words, count: (totals: SessionTotals) => number | undefined): Measure {
  return {
    ...common,
    unit: 'count',
    formula: 'count in the span',
    ...words,
    compute: ({ sessions }) => sessions && count(sessions),
  };
}

function timed(suffix: string, label: string, formula: string, of: (time: Histogram) => number | Missing): Measure {
  return {
    ...common,
    name: `task_time_${suffix}_s`,
    label,
    unit: 's',
    better: 'lower',
    definition:
      'Arrival of a task to the answer to its last turn, over tasks that were done. Tasks that were under way when the run ended are left out, and these are the long ones: see tasks_done.',
    formula,
    compute: ({ sessions }) => sessions?.tasks && of(sessions.tasks.time),
  };
}

const secondsAt = (probability: number) => (time: Histogram) => {
  const ms = quantileMs(time, probability);
  return typeof ms === 'number' ? ms / 1e3 : ms;
};

const ofTasks = (count: (tasks: SessionCounts) => number) => (totals: SessionTotals) =>
  totals.tasks && count(totals.tasks);

/** Sessions and tasks, of all services together; only of scenarios that have some. */
export const sessionMeasures: readonly Measure[] = [
  counted(
    { name: 'sessions', label: 'sessions', better: 'none', definition: 'Sessions that began in the span.' },
    ({ chats }) => chats?.begun,
  ),
  counted(
    {
      name: 'sessions_failed',
      label: 'sessions failed',
      better: 'lower',
      definition: 'Of these those that ended because a turn was not answered well.',
    },
    ({ chats }) => chats?.failed,
  ),
  counted(
    { name: 'tasks', label: 'tasks', better: 'none', definition: 'Tasks of agents that began in the span.' },
    ofTasks(({ begun }) => begun),
  ),
  counted(
    {
      name: 'tasks_done',
      label: 'tasks done',
      better: 'higher',
      definition: 'Of these those whose last turn was answered well before the run ended.',
    },
    ofTasks(({ finished }) => finished),
  ),
  counted(
    {
      name: 'tasks_failed',
      label: 'tasks failed',
      better: 'lower',
      definition: 'Of these those that ended because a turn was not answered well; a tool that fails ends no task.',
    },
    ofTasks(({ failed }) => failed),
  ),
  timed('mean', 'mean task time', 'sum / count', (time) =>
    time.count > 0 ? time.sumSeconds / time.count : { missing: 'no samples' },
  ),
  ...usualQuantiles.map(([suffix, probability]) =>
    timed(suffix, `${suffix} task time`, quantileFormula, secondsAt(probability)),
  ),
  {
    ...common,
    name: 'cost_per_task_usd',
    label: '$/task',
    unit: 'usd',
    better: 'lower',
    definition: 'Cost of all services for each task done.',
    formula: 'cost_usd / tasks_done',
    compute: ({ sessions, fleet }) =>
      sessions?.tasks && ratioOf(fleet.costUsd, sessions.tasks.finished, 'no task was done'),
  },
  counted(
    {
      name: 'turns',
      label: 'turns',
      better: 'none',
      definition:
        'Requests that were turns of sessions or tasks, the first included. The arrival of a later one is the last answer and the think time after it, or the end of the last tool.',
    },
    ({ turns }) => turns,
  ),
  counted(
    {
      name: 'carried_tokens',
      label: 'carried tokens',
      better: 'none',
      definition:
        'Tokens of the prompts of these turns that were prompt or answer of the turn before: what a prefix cache may save.',
    },
    ({ carriedTokens }) => carriedTokens,
  ),
];
