/**
 * Makes copies of plain data as objects of the realm's own, frozen at every depth.
 *
 * Runs inside the realm, by its text. What it uses is taken before a policy could put its own in their place: that would be
 * handed our objects.
 */
export function frozenCopies(world: typeof globalThis): (data: object) => object {
  const { parse, stringify } = world.JSON;
  const { freeze } = world.Object;
  return (data) => parse(stringify(data), (_, value) => freeze(value));
}
