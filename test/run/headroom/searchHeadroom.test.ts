import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { searchHeadroom } from '../../../src/run/headroom/searchHeadroom.js';

const meetingUpTo = (edge: number) => async (factor: number) => ({ factor, isMet: factor <= edge });
const all = Number.POSITIVE_INFINITY;

describe('the search for headroom', () => {
  it('ends within 2 % of the edge, wherever it is, with few trials', async () => {
    await fc.assert(
      fc.asyncProperty(fc.double({ min: 0.02, max: 60, noNaN: true }), async (edge) => {
        const { best, missed, tried } = await searchHeadroom(meetingUpTo(edge), all);
        expect(best?.factor).toBeLessThanOrEqual(edge);
        expect(missed?.factor).toBeGreaterThan(edge);
        expect((missed?.factor ?? 0) / (best?.factor ?? 1)).toBeLessThanOrEqual(1.02);
        expect(tried.length).toBeLessThanOrEqual(14);
        expect(tried.map(({ factor }) => factor)).toContain(1);
        expect(tried).toEqual([...tried].sort((a, b) => a.factor - b.factor));
      }),
    );
  });

  it('says what it did not try', async () => {
    expect(await searchHeadroom(meetingUpTo(all), all)).toMatchObject({ best: { factor: 64 }, missed: undefined });
    expect(await searchHeadroom(meetingUpTo(all), 3)).toMatchObject({ best: { factor: 3 }, missed: undefined });
    expect(await searchHeadroom(meetingUpTo(0), all)).toMatchObject({ best: undefined, missed: { factor: 1 / 64 } });
  });

  it('gives the same answer however often it is asked', async () => {
    const search = () => searchHeadroom(meetingUpTo(1.37), all);
    expect(await search()).toEqual(await search());
  });
});
