import type { InstanceTable } from '../fleet/instanceTable.js';
import { GradeQueue } from '../record/gradeQueue.js';
import type { JournalPage, JournalReader } from '../record/journal.js';
import { tokenEvent, verdict } from '../record/tokenBlock.js';

interface GradeLogOptions {
  readonly table: InstanceTable;
  readonly serviceCount: number;
  readonly delaySeconds: number;
}

/** Grades known at one instant, since the run began. */
export interface GradeSnapshot {
  /** [instanceRow] */
  readonly graded: Float64Array;
  readonly right: Float64Array;
  /** [service] those of instances that are gone, too */
  readonly gradedOfServices: Float64Array;
  readonly rightOfServices: Float64Array;
}

/** What is known of the quality of answers: of those that are graded, some time after they were given. */
export class GradeLog implements JournalReader {
  readonly #table: InstanceTable;
  readonly #queue: GradeQueue;
  /** [serial] */
  readonly #services: number[] = [];
  readonly #graded: number[] = [];
  readonly #right: number[] = [];
  readonly #gradedOfServices: Float64Array;
  readonly #rightOfServices: Float64Array;

  constructor({ table, serviceCount, delaySeconds }: GradeLogOptions) {
    this.#table = table;
    this.#queue = new GradeQueue(delaySeconds);
    this.#gradedOfServices = new Float64Array(serviceCount);
    this.#rightOfServices = new Float64Array(serviceCount);
  }

  read({ tokens }: JournalPage): void {
    const { count, kinds, verdicts, services, instances, seconds } = tokens;
    for (let row = 0; row < count; row++) {
      // Other rows have no verdict of their own; and policies scale services: of providers they see nothing.
      if (kinds[row] !== tokenEvent.answered) continue;
      if ((verdicts[row] & verdict.graded) === 0 || instances[row] < 0) continue;
      const serial = this.#table.serial[instances[row]];
      this.#services[serial] = services[row];
      this.#queue.push(seconds[row], serial, (verdicts[row] & verdict.right) !== 0);
    }
  }

  snapshot(nowSeconds: number): GradeSnapshot {
    this.#queue.drain(nowSeconds, (serial, isRight) => this.#count(serial, isRight ? 1 : 0));
    const { serial, rowCount } = this.#table;
    const column = (counts: readonly number[]) =>
      Float64Array.from({ length: rowCount }, (_, instance) => counts[serial[instance]] ?? 0);
    return {
      graded: column(this.#graded),
      right: column(this.#right),
      gradedOfServices: this.#gradedOfServices.slice(),
      rightOfServices: this.#rightOfServices.slice(),
    };
  }

  #count(serial: number, right: number): void {
    this.#graded[serial] = (this.#graded[serial] ?? 0) + 1;
    this.#right[serial] = (this.#right[serial] ?? 0) + right;
    const service = this.#services[serial];
    this.#gradedOfServices[service]++;
    this.#rightOfServices[service] += right;
  }
}
