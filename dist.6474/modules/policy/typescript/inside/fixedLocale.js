/**
 * Texts of numbers and dates in en-US and UTC where a policy names no locale or zone: those of the machine are not the scenario's.
 *
 * Runs inside the realm, by its text, after `virtualClocks`.
 */
export function fixedLocale(world) {
    const { Object: objects, Reflect: reflect, Intl: intl, Date: DateNow } = world;
    const define = (target, name, value) => {
        objects.defineProperty(target, name, { value, writable: true, configurable: true, enumerable: false });
    };
    const locale = 'en-US';
    const dated = (options) => {
        const given = typeof options === 'object' && options !== null ? options : {};
        return 'timeZone' in given && given.timeZone !== undefined ? given : { ...given, timeZone: 'UTC' };
    };
    const complete = (values, isDate) => [
        values[0] ?? locale,
        isDate ? dated(values[1]) : values[1],
    ];
    const world_ = world; // safe: constructors
    const inLocale = (owner, name, isDate, first) => {
        const { prototype } = world_[owner];
        const real = prototype[name];
        define(prototype, name, function (...values) {
            const given = first === 0 ? [] : [values[0]];
            return reflect.apply(real, this, [...given, ...complete([values[first], values[first + 1]], isDate)]);
        });
    };
    for (const owner of ['Number', 'BigInt'])
        inLocale(owner, 'toLocaleString', false, 0);
    for (const part of ['', 'Date', 'Time'])
        inLocale('Date', `toLocale${part}String`, true, 0);
    for (const way of ['Lower', 'Upper'])
        inLocale('String', `toLocale${way}Case`, false, 0);
    inLocale('String', 'localeCompare', false, 1);
    const makers = intl; // safe: what is no constructor is passed over
    for (const name of objects.getOwnPropertyNames(intl)) {
        const Real = makers[name];
        if (typeof Real !== 'function' || Real.prototype === undefined || name === 'Locale')
            continue;
        const isDate = name === 'DateTimeFormat';
        const Fixed = new world.Proxy(Real, {
            apply: (target, self, values) => reflect.apply(target, self, complete(values, isDate)),
            construct: (target, values, made) => reflect.construct(target, complete(values, isDate), made),
        });
        define(Real.prototype, 'constructor', Fixed);
        define(intl, name, Fixed);
    }
    // Without a date they mean now, which only the realm's Date knows.
    const { prototype } = intl.DateTimeFormat;
    const real = objects.getOwnPropertyDescriptor(prototype, 'format')?.get; // safe: it is a getter by the standard
    objects.defineProperty(prototype, 'format', {
        get() {
            const format = reflect.apply(real, this, []); // safe: the standard's
            return (date) => format(date ?? new DateNow());
        },
        configurable: true,
    });
    const { formatToParts } = prototype;
    define(prototype, 'formatToParts', function (date) {
        return reflect.apply(formatToParts, this, [date ?? new DateNow()]);
    });
}
