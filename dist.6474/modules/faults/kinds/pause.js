import { drawVictims, faultKind, victimShape } from '../fault.js';
export const pause = faultKind({
    name: 'pause',
    summary: 'Instances serve nothing and keep what they hold; the gateway does not notice',
    shape: victimShape,
    lasts: true,
    begin: (settings, world) => world.effects.pause(drawVictims(settings, world)),
});
