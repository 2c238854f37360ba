import { describe, expect, it } from 'vitest';
import { type Restarts, restartFindings } from '../../src/results/restarts.js';

describe('the finding of restarts', () => {
  it.each<[by: Restarts['by'], state: Restarts['state'], text: string]>([
    [
      'liveness',
      'starting',
      'the liveness probe restarted instances 6 × before they had answered, the back-off up to 160 s: add a startup probe, or raise initialDelay',
    ],
    [
      'startup',
      'starting',
      'the startup probe restarted instances 6 × before they had answered, the back-off up to 160 s: raise failure or period of the startup probe',
    ],
    [
      'liveness',
      'working',
      'the liveness probe restarted instances 6 × whose answers took too long, the back-off up to 160 s: raise timeout or failure of the liveness probe',
    ],
    [
      'liveness',
      'struck',
      'the liveness probe restarted instances 6 × that a fault kept from answering, the back-off up to 160 s',
    ],
    [
      'oom-kill',
      'working',
      'the kernel restarted instances 6 × for want of memory, the back-off up to 160 s: raise memory, or mend the leak',
    ],
  ])('says what %s did to those %s, and what ends it', (by, state, text) => {
    expect(restartFindings([[{ service: 'web', by, state, count: 6, back_off_s: 160 }]], 1)).toEqual([text]);
  });

  it('is the mean of all runs, each kind and service for itself', () => {
    const once = { service: 'web', by: 'liveness', state: 'working', count: 1, back_off_s: 0 } as const;
    expect(
      restartFindings([[once, { ...once, service: 'api', count: 3 }], [{ ...once, count: 4 }], [], []], 2),
    ).toEqual([
      'web: the liveness probe restarted instances 1.25 × a run whose answers took too long: raise timeout or failure of the liveness probe',
      'api: the liveness probe restarted instances 0.75 × a run whose answers took too long: raise timeout or failure of the liveness probe',
    ]);
    expect(restartFindings([[], []], 1)).toEqual([]);
  });
});
