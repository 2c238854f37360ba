/** Arrivals of one block. No more than sources draw at a time, so that no trace is read further ahead. */
const arrivalLimit = 128;

/**
 * Requests that come next, in order, with the numbers they bring.
 *
 * Hot: those of open sources are worked out a block at a time in tight loops, and counted the same way, for nothing that
 * happens before it comes changes an arrival of an open source.
 */
export class ArrivalBlock {
  /** Whether all arrivals, of this and any later block, are of one (source, service) pair. */
  isOfOneGroup = false;
  /** [arrival] Infinity when no more come. */
  readonly seconds = new Float64Array(arrivalLimit);
  readonly sources = new Int32Array(arrivalLimit);
  /** [arrival] where it goes */
  readonly services = new Int32Array(arrivalLimit);
  /** [arrival] number of its (source, service) pair */
  readonly groups = new Int32Array(arrivalLimit);
  /** [arrival] whose it is, as `word.user` has it */
  readonly users = new Int32Array(arrivalLimit).fill(-1);
  /** [arrival] the same in every policy: the count within an open source, (user, iteration) of a closed one */
  readonly numbers = new Float64Array(arrivalLimit);
  readonly cpuSeconds = new Float64Array(arrivalLimit);
  readonly ioSeconds = new Float64Array(arrivalLimit);
  /** [arrival] as in `RequestSampler` */
  readonly patienceSeconds = new Float64Array(arrivalLimit).fill(Number.POSITIVE_INFINITY);
  readonly routeUniforms = new Float64Array(arrivalLimit);
  /** [arrival] number of the prefix that its prompt begins with, where its class has prefixes */
  readonly prefixes = new Float64Array(arrivalLimit);
  /** [arrival] as in `RequestTable.consumers` */
  readonly consumers = new Float64Array(arrivalLimit).fill(-1);
  /** [arrival] row of the session that it is a turn of, and which turn, from 0; only where sources have sessions */
  readonly sessions = new Int32Array(arrivalLimit).fill(-1);
  readonly turns = new Int32Array(arrivalLimit);
  /** [arrival] as in `RequestTable` */
  readonly carriedTokens = new Float64Array(arrivalLimit);
  readonly errorUniforms = new Float64Array(arrivalLimit);

  get length(): number {
    return arrivalLimit;
  }
}
