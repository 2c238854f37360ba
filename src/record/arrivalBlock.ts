const arrivalLimit = 256;

/**
 * Requests of open sources that come next, in order, with the numbers they bring.
 *
 * Hot: worked out a block at a time in tight loops, and counted the same way, for nothing that happens before it comes
 * changes an arrival of an open source. Whoever reads a count has what came so far told first.
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
  readonly ioSeconds = new Float64Array(arrivalLimit);
  /** [arrival] as in `RequestSampler` */
  readonly routeUniforms = new Float64Array(arrivalLimit);
  readonly errorUniforms = new Float64Array(arrivalLimit);

  get length(): number {
    return arrivalLimit;
  }
}
