import { describe, expect, it } from 'vitest';
import {
  type Advantage,
  advantageOfGoal,
  advantageOver,
  advantageOverLimits,
  compareAdvantages,
  rankOfTie,
} from '../../../src/results/worlds/advantage.js';
import type { Outcome } from '../../../src/results/worlds/outcome.js';

const meeting = (loss: number, goodShare = 0.99): Outcome => ({ meets: true, loss, goodShare });
const missing = (goodShare: number, loss = 1): Outcome => ({ meets: false, loss, goodShare });

describe('by how much the winner is ahead of the best of the others', () => {
  it.each<[what: string, winner: Outcome, others: Outcome[], band: number, amount: number]>([
    ['it alone meets the limits: what the nearer of the two is off', meeting(5, 0.99), [missing(0.7)], 3, 0.04],
    ['the same where the other is nearer', meeting(5, 0.99), [missing(0.93), missing(0.5)], 3, 0.02],
    ['another alone meets them', missing(0.7), [missing(0.9), meeting(5, 0.96)], -3, -0.01],
    ['nobody does: the good share', missing(0.9), [missing(0.6), missing(0.7)], 2, 0.2],
    ['nobody does, and another is better', missing(0.6), [missing(0.9), missing(0.1)], -2, -0.3],
    ['both do: the goal', meeting(5), [meeting(9), meeting(7)], 1, 2],
    ['both do, and another costs less', meeting(5), [meeting(2), meeting(7)], -1, -3],
    ['both do, and only it has the goal: no amount', meeting(5), [meeting(Number.POSITIVE_INFINITY)], 1, 0],
    ['it is as good', meeting(5), [meeting(5)], 0, 0],
  ])('%s', (_what, winner, others, band, amount) => {
    const found = advantageOver(winner, others, 0.95);
    expect(found.band + 0).toBe(band);
    expect(found.amount).toBeCloseTo(amount, 12);
  });

  it('is no distance from the objective where there is none', () => {
    expect(advantageOver(meeting(5), [missing(0.7)], undefined)).toEqual({ band: 3, amount: 0 });
  });
});

describe('a policy that is alone', () => {
  it.each<[what: string, own: Outcome, objective: number | undefined, band: number, amount: number]>([
    ['meets its limits by what its share is above', meeting(1, 0.99), 0.95, 1, 0.04],
    ['meets them with just the objective', meeting(1, 0.95), 0.95, 1, 0],
    ['misses them by what its share is below', missing(0.9), 0.95, -1, -0.05],
    ['misses another limit, whatever its share', missing(0.99), 0.95, -1, 0],
    ['meets limits that are no share, whatever its share', meeting(1, 0.9), 0.95, 1, 0],
    ['has its share where there is no objective', meeting(1, 0.9), undefined, 1, 0.9],
    ['has it, too, where it misses a limit', missing(0.8), undefined, -1, 0.8],
  ])('%s', (_what, own, objective, band, amount) => {
    const found = advantageOverLimits(own, objective);
    expect([found.band, Number(found.amount.toFixed(12))]).toEqual([band, amount]);
  });

  it('without limits is ahead by a lower loss', () => {
    expect(advantageOfGoal(meeting(3))).toEqual({ band: 1, amount: -3 });
    expect(advantageOfGoal(meeting(Number.POSITIVE_INFINITY))).toEqual({ band: 1, amount: Number.NEGATIVE_INFINITY });
    expect(compareAdvantages(advantageOfGoal(meeting(3)), advantageOfGoal(meeting(4)))).toBe(1);
  });
});

describe('advantages', () => {
  const of = (band: number, amount: number): Advantage => ({ band, amount });
  const endless = of(1, Number.NEGATIVE_INFINITY);

  it('come by band, then by amount; endless ones are equal', () => {
    const sorted = [of(-2, 9), of(-1, -4), of(-1, -3), of(0, 0), endless, of(1, 2), of(3, 0)];
    expect([...sorted].reverse().sort(compareAdvantages)).toEqual(sorted);
    expect(compareAdvantages(endless, endless)).toBe(0);
  });

  it.each<[what: string, advantages: Advantage[], rank: number]>([
    ['among those that are tied, in their middle', [of(-1, -1), of(0, 0), of(0, 0), of(0, 0), of(2, 1)], 3],
    ['at the only tie', [of(0, 0), of(1, 1)], 1],
    ['on the way between the two amounts of one kind', [of(-1, -1), of(1, 3)], 1.25],
    ['in the middle between two kinds', [of(-2, -1), of(1, 3)], 1.5],
    ['in the middle where the amounts are the same', [of(-1, 0), of(1, 0)], 1.5],
    ['below all that are ahead', [of(1, 5), of(3, 1)], 0.5],
    ['above all that are behind', [of(-1, -5), of(-3, -1), of(-1, -2)], 3.5],
  ])('have their tie %s', (_what, advantages, rank) => {
    expect(rankOfTie(advantages)).toBe(rank);
    expect(rankOfTie([...advantages].reverse())).toBe(rank);
  });
});
