import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ContextTimeline } from '../../../src/policy/context/contextTimeline.js';
import { type ContextSettings, contextSettingsSchema } from '../../../src/policy/context/settings.js';

const settingsOf = (server: object, timeline: readonly object[] = []): ContextSettings =>
  contextSettingsSchema.parse({
    inline: { model: { version: 'a' }, tier: 'gold' },
    timeline,
    mcp: [{ url: 'http://registry/mcp', resources: { model: 'model://current' }, ...server }],
  });

/** Before 130 s the version is a, from then on b; reads each minute, and none between 100 s and 200 s. */
const away = (onError: string) =>
  settingsOf({ refresh: '1m', latency: '2s', onError, outages: [{ at: '100s', for: '100s' }] }, [
    { at: '130s', set: { 'model.version': 'b' } },
  ]);

describe('a server of contexts that cannot be read', () => {
  it('leaves what was known, until the first read that works', () => {
    const contexts = new ContextTimeline(away('hold'), undefined);
    expect(contexts.at(241.9)).toEqual({ model: { version: 'a' }, tier: 'gold' });
    expect(contexts.at(242)).toEqual({ model: { version: 'b' }, tier: 'gold' });
  });

  it('takes away what it holds, and nothing else', () => {
    const contexts = new ContextTimeline(away('drop'), 'prod');
    expect(contexts.at(121.9)).toEqual({ model: { version: 'a' }, tier: 'gold', environment: 'prod' });
    expect(contexts.at(122)).toEqual({ tier: 'gold', environment: 'prod' });
    expect(contexts.at(242)).toEqual({ model: { version: 'b' }, tier: 'gold', environment: 'prod' });
  });

  it('ends the run of the policy', () => {
    const contexts = new ContextTimeline(away('fail'), undefined);
    expect(contexts.at(121.9)).toMatchObject({ tier: 'gold' });
    expect(() => contexts.at(122)).toThrow('context.mcp.0 cannot be read at 2m, and its onError is fail');
  });

  it('is away for nobody between two reads', () => {
    for (const onError of ['hold', 'drop', 'fail']) {
      const contexts = new ContextTimeline(
        settingsOf({ refresh: '1m', onError, outages: [{ at: '61s', for: '59s' }] }),
        undefined,
      );
      for (let seconds = 0; seconds < 300; seconds += 7) expect(contexts.at(seconds).model).toEqual({ version: 'a' });
    }
  });

  it('is, always, what one sees who reads at each refresh', () => {
    const seconds = fc.integer({ min: 0, max: 600 });
    const outages = fc
      .uniqueArray(fc.integer({ min: 0, max: 59 }), { maxLength: 6 })
      .chain((tens) => fc.constant(tens.sort((a, b) => a - b)))
      .chain((tens) =>
        fc
          .tuple(...tens.map((ten, index) => fc.integer({ min: 1, max: ((tens[index + 1] ?? 60) - ten) * 10 })))
          .map((lengths) => lengths.map((length, index) => ({ at: `${tens[index] * 10}s`, for: `${length}s` }))),
      );
    const changes = fc.array(fc.record({ at: seconds, version: fc.string({ minLength: 1, maxLength: 3 }) }), {
      maxLength: 8,
    });
    const any = fc.record({
      refresh: fc.integer({ min: 1, max: 90 }),
      latency: fc.constantFrom(0, 3, 100),
      onError: fc.constantFrom('hold', 'drop'),
      outages,
      changes,
    });
    fc.assert(
      fc.property(any, fc.array(seconds, { minLength: 20, maxLength: 20 }), (one, instants) => {
        const { refresh, latency, onError, changes: made } = one;
        const timeline = made.map(({ at, version }) => ({ at: `${at}s`, set: { 'model.version': version } }));
        const settings = settingsOf(
          { refresh: `${refresh}s`, latency: `${latency}s`, onError, outages: one.outages },
          timeline,
        );
        const contexts = new ContextTimeline(settings, undefined);
        const sorted = made.toSorted((a, b) => a.at - b.at);
        const isAway = (at: number) => settings.mcp[0].outages.some((gap) => gap.at <= at && at < gap.at + gap.for);
        for (const now of instants) {
          let seen: object | undefined = { version: sorted.findLast(({ at }) => at <= 0)?.version ?? 'a' };
          for (let read = 1; read * refresh + latency <= now; read++) {
            const at = read * refresh;
            if (!isAway(at)) seen = { version: sorted.findLast((change) => change.at <= at)?.version ?? 'a' };
            else if (onError === 'drop') seen = undefined;
          }
          // What is there at the begin is known without a read, a change of that instant after the latency.
          if (latency > now) seen = { version: 'a' };
          expect(contexts.at(now).model, `${now}`).toEqual(seen);
        }
      }),
      { numRuns: 300 },
    );
  });
});
