import { checksShape, drawVictims, faultKind, together, victimShape } from '../fault.js';

/** Phases of no length that end in an error: a balancer that looks at load or latency sends it ever more. */
export const blackHole = faultKind({
  name: 'black-hole',
  summary: 'Instances answer every request with an error, at once',
  shape: { ...victimShape, ...checksShape },
  lasts: true,
  makesErrors: true,
  begin(settings, world) {
    const { effects } = world;
    const victims = drawVictims(settings, world);
    return together(effects.slow(victims, 0), effects.fail(victims, 1), effects.check(victims, settings.checks));
  },
});
