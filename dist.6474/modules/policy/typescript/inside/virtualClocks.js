/**
 * `Date` and `performance` that go by the run: an hour passes here in some milliseconds, so a cooldown by the wall clock would
 * never end.
 *
 * Runs inside the realm, by its text.
 */
export function virtualClocks(world, clock) {
    const { Object: objects, Reflect: reflect, String: text, Date: RealDate } = world;
    const define = (target, name, value) => {
        objects.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
    };
    const now = () => clock.nowMilliseconds();
    define(RealDate, 'now', now);
    const VirtualDate = new world.Proxy(RealDate, {
        // Called without `new` it gives the text of now.
        apply: () => text(new RealDate(now())),
        construct: (target, parts, made) => reflect.construct(target, parts.length === 0 ? [now()] : parts, made),
    });
    define(RealDate.prototype, 'constructor', VirtualDate);
    define(world, 'Date', VirtualDate);
    const began = now() - clock.runMilliseconds();
    define(world, 'performance', { now: () => clock.runMilliseconds(), timeOrigin: began });
}
