import type { DrawnFault, Schedule } from '../schedule.js';
import { scheduleKey } from '../schedule.js';

export interface ShrinkQuestion {
  /** It breaks what must hold. */
  readonly start: Schedule;
  /** Instants between which faults may begin. */
  readonly fromSeconds: number;
  readonly untilSeconds: number;
  /** Whether a schedule still breaks what must hold; undefined when no run is left to find out. */
  breaks(schedule: Schedule): Promise<boolean | undefined>;
}

export interface Shrunk {
  /** It breaks what must hold, has no more faults than the start, and none larger. */
  readonly schedule: Schedule;
  /** Whether the search came to its end: no part of it breaks, and no fault is one step smaller. */
  readonly isMinimal: boolean;
}

/** Times that people say, the roundest first, seconds. */
const roundSeconds = [3600, 1800, 600, 300, 60, 30, 10];
/** Sizes and times act on each other, so each is tried again after the other; more rounds hardly find more. */
const mostRounds = 4;

/** Ends the search where it stands: the runs are used up. */
class OutOfRuns extends Error {}

/**
 * The fewest and smallest faults of a schedule that still break what must hold.
 *
 * Problem: a schedule that breaks it is mostly noise. Idea: first the smallest part of its faults that breaks it, every part tried
 * in order of size; then each size by bisection towards the least, then round times; again until nothing changes, with every part
 * tried once more, since a smaller fault has other effects. Only what was run and broke is taken.
 * @see Zeller and Hildebrandt (2002), delta debugging. Deviation: schedules are so short that all parts are tried, which gives the
 *   fewest faults, not only some of which none can be left out.
 */
export async function shrinkSchedule(question: ShrinkQuestion): Promise<Shrunk> {
  const shrinking = new Shrinking(question);
  try {
    for (let round = 0; round < mostRounds; round++) {
      const before = scheduleKey(shrinking.schedule);
      await shrinking.dropFaults();
      await shrinking.shrinkSizes();
      await shrinking.roundTimes();
      if (scheduleKey(shrinking.schedule) === before) return { schedule: shrinking.schedule, isMinimal: true };
    }
  } catch (thrown) {
    if (!(thrown instanceof OutOfRuns)) throw thrown;
  }
  return { schedule: shrinking.schedule, isMinimal: false };
}

class Shrinking {
  schedule: Schedule;
  readonly #question: ShrinkQuestion;
  readonly #known = new Map<string, boolean>();

  constructor(question: ShrinkQuestion) {
    this.schedule = question.start;
    this.#question = question;
    this.#known.set(scheduleKey(question.start), true);
  }

  async dropFaults(): Promise<void> {
    for (const part of partsOf(this.schedule)) if (await this.#take(part)) return;
  }

  async shrinkSizes(): Promise<void> {
    for (let index = 0; index < this.schedule.length; index++) {
      for (const key of Object.keys(this.schedule[index].sizes)) await this.#shrinkSize(index, key);
    }
  }

  /** The least place that breaks by bisection; it supposes that more is never easier, and takes only what broke. */
  async #shrinkSize(index: number, key: string): Promise<void> {
    const take = (place: number) => {
      const { sizes } = this.schedule[index];
      return this.#take(replaced(this.schedule, index, { sizes: { ...sizes, [key]: place } }));
    };
    let most = this.schedule[index].sizes[key];
    // One step less first: that it keeps is what makes the size the least.
    if (most === 0 || !(await take(most - 1))) return;
    most--;
    let least = 0;
    while (least < most) {
      const middle = Math.floor((least + most) / 2);
      if (await take(middle)) most = middle;
      else least = middle + 1;
    }
  }

  async roundTimes(): Promise<void> {
    const { fromSeconds, untilSeconds } = this.#question;
    for (let index = 0; index < this.schedule.length; index++) {
      const { atSeconds } = this.schedule[index];
      for (const step of roundSeconds) {
        const rounded = Math.round(atSeconds / step) * step;
        if (rounded === atSeconds) break;
        if (rounded < fromSeconds || rounded > untilSeconds) continue;
        if (await this.#take(replaced(this.schedule, index, { atSeconds: rounded }))) break;
      }
    }
  }

  /** Goes on with a schedule if it breaks what must hold. */
  async #take(schedule: Schedule): Promise<boolean> {
    const key = scheduleKey(schedule);
    const breaks = this.#known.get(key) ?? (await this.#question.breaks(schedule));
    if (breaks === undefined) throw new OutOfRuns();
    this.#known.set(key, breaks);
    if (breaks) this.schedule = schedule;
    return breaks;
  }
}

function replaced(schedule: Schedule, index: number, change: Partial<DrawnFault>): Schedule {
  return schedule.map((fault, other) => (other === index ? { ...fault, ...change } : fault));
}

/** Every part of a schedule that is neither empty nor all of it, the smallest first. */
export function partsOf(schedule: Schedule): Schedule[] {
  const parts = Array.from({ length: 2 ** schedule.length - 2 }, (_, index) =>
    schedule.filter((_fault, place) => ((index + 1) >> place) % 2 === 1),
  );
  return parts.sort((a, b) => a.length - b.length);
}
