import { drawVictims, faultKind, victimShape } from '../fault.js';
export const crash = faultKind({
    name: 'crash',
    summary: 'Instances disappear at once; requests inside are aborted, and the fleet launches replacements',
    shape: victimShape,
    lasts: false,
    begin: (settings, world) => {
        for (const instance of drawVictims(settings, world))
            world.fleet.lose(instance, 'crash');
        return undefined;
    },
});
