import { durationSchema } from '../../base/duration.js';
import { drawVictims, faultKind, victimShape } from '../fault.js';

/** The notice is that of EC2 (AWS, "Spot Instance interruption notices"). */
export const spotReclaim = faultKind({
  name: 'spot-reclaim',
  summary: 'The provider takes instances back: they drain for the notice, and others are launched at once',
  shape: {
    ...victimShape,
    notice: durationSchema().prefault('2m').meta({ description: 'What is inside after it is aborted' }),
  },
  lasts: false,
  takesSeconds: ({ notice }) => notice,
  begin(settings, world) {
    for (const instance of drawVictims(settings, world)) world.fleet.reclaim(instance, settings.notice);
    return undefined;
  },
});
