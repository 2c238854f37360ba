/**
 * Whether a fleet that stands at a limit, and wants more, lacks instances for it: the load needs as many and more.
 *
 * @param needed the most that the load needs meanwhile; undefined where that is not known, and the wish is all there is to go by
 */
export function isLimitTooLow(stood: number, needed: number | undefined): boolean {
  return needed === undefined || needed >= stood;
}
