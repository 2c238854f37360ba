import { warmStartOf } from '../scenario/warmStart.js';
/** Which services began with what the first minute of their traffic needs; a fixed count of a candidate goes before it. */
export function warmStartNotes({ services, input }) {
    const { scenario, scenarioFolder, bindings } = input;
    return services.flatMap(({ name, settings: { scaling } }) => {
        const isStatic = scaling.policy === undefined && (bindings[name] ?? bindings['*'])?.kind === 'static';
        if (scaling.initial !== 'needed' || isStatic)
            return [];
        const { count, ratePerSecond } = warmStartOf(scenario, name, scenarioFolder);
        const instances = count === 1 ? '1 instance' : `${count} instances`;
        const rate = Number(ratePerSecond.toPrecision(3));
        return [
            `${name} starts warm with ${instances}, needed for the first 60 s (${rate} requests a second); \`scaling.initial\` sets another number.`,
        ];
    });
}
