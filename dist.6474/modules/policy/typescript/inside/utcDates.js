/**
 * Dates whose local time is UTC, whatever the zone of the machine: the same file gives the same decisions everywhere.
 *
 * Runs inside the realm, by its text, before `virtualClocks`.
 */
export function utcDates(world) {
    const { Object: objects, Reflect: reflect, Date: RealDate, String: text, RegExp: pattern } = world;
    const proto = RealDate.prototype; // safe: its methods by name
    const define = (target, name, value) => {
        objects.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
    };
    for (const part of ['FullYear', 'Month', 'Date', 'Hours', 'Minutes', 'Seconds', 'Milliseconds', 'Day']) {
        define(proto, `get${part}`, proto[`getUTC${part}`]);
        if (part !== 'Day')
            define(proto, `set${part}`, proto[`setUTC${part}`]);
    }
    const { getTime, toUTCString } = RealDate.prototype;
    define(proto, 'getTimezoneOffset', function () {
        return reflect.apply(getTime, this, []) * 0;
    });
    /** `Mon, 02 Mar 2026 00:00:15 GMT` in other orders; undefined for an invalid date. */
    const written = (date) => {
        const [weekday, day, month, year, time] = reflect.apply(toUTCString, date, []).split(' ');
        if (time === undefined)
            return undefined;
        return {
            day: `${weekday.slice(0, 3)} ${month} ${day} ${year}`,
            time: `${time} GMT+0000 (Coordinated Universal Time)`,
        };
    };
    const invalid = 'Invalid Date';
    define(proto, 'toString', function () {
        const parts = written(this);
        return parts === undefined ? invalid : `${parts.day} ${parts.time}`;
    });
    define(proto, 'toDateString', function () {
        return written(this)?.day ?? invalid;
    });
    define(proto, 'toTimeString', function () {
        return written(this)?.time ?? invalid;
    });
    const { parse, UTC } = RealDate;
    const hasZone = new pattern('(?:Z|[+-]\\d\\d:?\\d\\d|\\b(?:GMT|UTC?|[ECMP][SD]T)|\\))\\s*$', 'i');
    const isDateAlone = new pattern('^\\s*[+-]?\\d{4,6}(?:-\\d\\d){0,2}\\s*$');
    const isIso = new pattern('^[+-]?\\d{4,6}(?:-\\d\\d){0,2}T');
    const parseUtc = (value) => {
        const date = text(value);
        if (hasZone.test(date) || isDateAlone.test(date))
            return parse(date);
        return parse(isIso.test(date) ? `${date}Z` : `${date} UTC`);
    };
    define(RealDate, 'parse', parseUtc);
    const UtcDate = new world.Proxy(RealDate, {
        construct: (target, parts, made) => {
            if (parts.length > 1)
                return reflect.construct(target, [reflect.apply(UTC, undefined, parts)], made);
            const [only] = parts;
            return reflect.construct(target, typeof only === 'string' ? [parseUtc(only)] : parts, made);
        },
    });
    define(RealDate.prototype, 'constructor', UtcDate);
    define(world, 'Date', UtcDate);
}
