import type { Measured } from '../support/runMeasured.js';

/** Something that a stranger feeds the command, and what must come of it. */
export interface HostileTrial {
  /** The files of the folder that it is about; a name without a file for one that needs none. */
  readonly files: readonly string[];
  /**
   * A line of `sh`, run in a copy of the folder: `D` is the command. The last program's exit code counts.
   */
  readonly line: string;
  /** The exit codes that are right. */
  readonly exit: readonly number[];
  /** What must stand in stdout and stderr together. */
  readonly says: readonly RegExp[];
  /** What must not. */
  readonly never?: readonly RegExp[];
  /** Seconds on an idle machine; 10 when left out. */
  readonly seconds?: number;
  /** Takes more than two seconds of a processor: only `npm run check:ci` tries it. */
  readonly isLong?: boolean;
  /** A further look at what it printed and left in the folder. */
  readonly check?: (measured: Measured, folder: string) => void | Promise<void>;
  /** Why it cannot run here, such as `needs root`; undefined where it can. */
  readonly skip?: () => string | undefined;
}
