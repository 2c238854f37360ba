import type { Calendar } from '../kernel/calendar.js';
import * as rank from '../kernel/rank.js';
import { buildDistribution } from '../random/distributions/index.js';
import type { Stream } from '../random/stream.js';
import type { FaultWorld } from './fault.js';
import { beginFault, type FaultSettings, ownSeconds } from './kinds/index.js';

/** A fault as it happened. */
export interface FaultEvent {
  readonly kind: string;
  /** What it is in words, where its kind does not say it: `openrouter down`. */
  readonly detail?: string;
  readonly fromSeconds: number;
  /** Infinity while it lasts; = from for a fault that is over at once. */
  untilSeconds: number;
}

export interface FaultPlan {
  readonly settings: FaultSettings;
  readonly world: FaultWorld;
  readonly calendar: Calendar;
  nowSeconds(): number;
  /** Draws when and how long, apart from the victims, so that policies meet the faults at the same times. */
  readonly timeStream: Stream;
  /** Told of every fault as it begins. */
  begun(event: FaultEvent): void;
  /** Told of those that end by themselves. */
  over(event: FaultEvent): void;
}

/** Plans a fault: once at its time, or again and again, each from the end of the one before. */
export function planFault({ settings, world, calendar, nowSeconds, timeStream, begun, over }: FaultPlan): void {
  const pauseOf = settings.every && buildDistribution(settings.every);
  const lengthOf = settings.for && buildDistribution(settings.for);
  const planNext = (fromSeconds: number): void => {
    const beginSeconds = fromSeconds + (pauseOf === undefined ? (settings.at ?? 0) : pauseOf.sample(timeStream));
    const seconds = lengthOf?.sample(timeStream) ?? ownSeconds(settings);
    calendar.at(beginSeconds, rank.fault, () => {
      const end = beginFault(settings, world);
      const endsItself = typeof end === 'object';
      const event: FaultEvent = {
        kind: settings.kind,
        fromSeconds: beginSeconds,
        untilSeconds: endsItself ? Number.POSITIVE_INFINITY : beginSeconds + seconds,
      };
      begun(event);
      const finish = (): void => {
        if (!endsItself) end?.();
        if (pauseOf !== undefined) planNext(event.untilSeconds);
      };
      if (endsItself) {
        end.over(() => {
          event.untilSeconds = nowSeconds();
          over(event);
          finish();
        });
      } else if (seconds > 0) calendar.at(event.untilSeconds, rank.fault, finish);
      else finish();
    });
  };
  planNext(0);
}
