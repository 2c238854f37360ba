const keys = ['min', 'max', 'initial'];
/** Key paths of the bounds that a scenario, as it was written, leaves out: `services.web.scaling.max`. */
export function openBounds(value) {
    const services = entryOf(value, 'services');
    const names = typeof services === 'object' && services !== null ? Object.keys(services) : [];
    return new Set(names.flatMap((name) => {
        const scaling = entryOf(entryOf(services, name), 'scaling');
        return keys.filter((key) => entryOf(scaling, key) === undefined).map((key) => `services.${name}.scaling.${key}`);
    }));
}
function entryOf(value, key) {
    return typeof value === 'object' && value !== null ? Reflect.get(value, key) : undefined;
}
