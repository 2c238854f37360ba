import { fastestOf } from './demandCurve.js';
/** A speed that does more cpu time a second than the instance has processors. */
export function speedAboveVcpus({ services }) {
    return Object.entries(services).flatMap(([name, service]) => {
        const { vcpus, speed } = service.instance;
        // The curve itself, whatever burns beside requests.
        const fastest = fastestOf({ ...service, instance: { ...service.instance, baseCpu: 0 } });
        // 1e-9: a curve that just reaches the vCPUs, blurred by rounding, is not above them.
        if (speed === undefined || fastest <= vcpus * (1 + 1e-9))
            return [];
        return [
            {
                code: 'speed-above-vcpus',
                path: ['services', name, 'instance', 'speed'],
                what: `reaches ${Number(fastest.toPrecision(3))} vCPUs, but the instance has ${vcpus}`,
                why: `A demand is time on one vCPU, so ${vcpus} vCPUs do at most ${vcpus} s of it a second. \`speed\` stands instead of that limit, so the run would serve ${Number((fastest / vcpus).toPrecision(3))} times as much.`,
                fix: `set \`vcpus\` to what the curve was measured on (at least ${Math.ceil(fastest)}), or write the measured points as a table that stays within ${vcpus}.`,
                isWarning: true,
            },
        ];
    });
}
