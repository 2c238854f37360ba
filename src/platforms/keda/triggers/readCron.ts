import { locate } from '../../../base/locate.js';
import { suggestion } from '../../../base/nearest.js';
import type { Problem } from '../../../base/problem.js';
import { type CronSchedule, readCron } from '../cronSchedule.js';
import type { TriggerSpec } from '../manifestSchema.js';
import type { Trigger } from '../trigger.js';
import type { ReadTrigger, TriggerPlace } from './readResult.js';
import { normalise } from './triggerKind.js';

const keys = ['timezone', 'start', 'end', 'desiredReplicas'] as const;

/**
 * Reads a cron trigger: between `start` and `end` it asks for `desiredReplicas` instances, else for one.
 *
 * Time zones have rules that change by year and place, so the run's clock (`start`) is taken to be that of the trigger.
 *
 * Source: a description of kedacore/keda, pkg/scalers/cron_scaler.go.
 */
export function readCronTrigger(spec: TriggerSpec, place: TriggerPlace): ReadTrigger {
  const { timezone, start, end, desiredReplicas } = spec.metadata;
  const [startSchedule, endSchedule] = [start, end].map((text) => (text === undefined ? undefined : readCron(text)));
  const problems = cronProblems(spec, { startSchedule, endSchedule }).map(
    ({ key, isKey = false, ...words }): Problem => {
      const where = locate(place.source, ['spec', 'triggers', place.index, 'metadata', key], isKey);
      return { ...words, why: 'KEDA refuses the trigger, or does not do what it says.', where };
    },
  );
  const isReadable = typeof startSchedule === 'object' && typeof endSchedule === 'object';
  if (!isReadable || problems.length > 0) return { trigger: undefined, problems, warnings: [] };
  const trigger: Trigger = {
    kind: 'external',
    index: place.index,
    type: 'cron',
    name: spec.name,
    metricName: `s${place.index}-${normalise(`cron-${timezone}-${start}-${end}`.replaceAll(' ', '').replaceAll('*', 'x'))}`,
    counts: 'of the count it asks for',
    target: 1,
    activation: 0,
    metricType: 'AverageValue',
    isCached: false,
    source: {
      from: 'schedule',
      window: { start: startSchedule, end: endSchedule },
      desiredCount: Number(desiredReplicas),
      text: `from "${start}" to "${end}" (${timezone})`,
    },
  };
  return { trigger, problems, warnings: [clockWarning(spec, place)] };
}

interface CronProblem {
  readonly key: string;
  /** The key itself is wrong, not its value. */
  readonly isKey?: boolean;
  readonly code: string;
  readonly what: string;
  readonly fix: string;
}

interface ReadSchedules {
  /** Text says what is wrong with it; undefined: it is not there. */
  readonly startSchedule: CronSchedule | string | undefined;
  readonly endSchedule: CronSchedule | string | undefined;
}

function cronProblems({ metadata }: TriggerSpec, { startSchedule, endSchedule }: ReadSchedules): CronProblem[] {
  const { start, end, desiredReplicas } = metadata;
  const missing = keys.filter((key) => metadata[key] === undefined);
  const unknown = Object.keys(metadata).filter((key) => !(keys as readonly string[]).includes(key));
  const broken = Object.entries({ start: startSchedule, end: endSchedule });
  const isSame = start !== undefined && start === end;
  const isCount = desiredReplicas === undefined || /^\d+$/.test(desiredReplicas);
  const noCount = `\`desiredReplicas\` is "${desiredReplicas}" (string), which is no count`;
  return [
    ...missing.map((key) => ({
      key,
      code: 'missing-key',
      what: `the trigger cron has no \`${key}\``,
      fix: `add \`${key}\`.`,
    })),
    ...unknown.map((key) => {
      const what = `the trigger cron has no metadata "${key}"`;
      return { key, isKey: true, code: 'unknown-key', what, fix: suggestion(key, keys) };
    }),
    ...broken.flatMap(([key, schedule]) => {
      const fix = 'write "minute hour day month weekday", such as "0 8 * * 1-5".';
      return typeof schedule === 'string' ? [{ key, code: 'bad-schedule', what: schedule, fix }] : [];
    }),
    ...(isSame
      ? [
          {
            key: 'end',
            code: 'same-schedule',
            what: '`start` and `end` are the same',
            fix: 'let the window end later than it starts.',
          },
        ]
      : []),
    ...(isCount
      ? []
      : [{ key: 'desiredReplicas', code: 'bad-number', what: noCount, fix: 'write a count in quotes, such as "10".' }]),
  ];
}

function clockWarning(spec: TriggerSpec, { source, index }: Pick<TriggerPlace, 'source' | 'index'>): Problem {
  return {
    code: 'cron-clock',
    where: locate(source, ['spec', 'triggers', index, 'metadata', 'timezone']),
    what: `the clock of the run (\`start\`, else Monday 2026-01-05 00:00) is taken as that of ${spec.metadata.timezone}`,
    why: 'The calendar of a run has one time zone, and no change to summer time.',
    fix: 'write `start` in the scenario as the local time at which its traffic begins.',
  };
}
