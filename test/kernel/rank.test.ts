import { expect, it } from 'vitest';
import * as rank from '../../src/kernel/rank.js';

/**
 * Each neighbour has its reason: a fault strikes before what it strikes moves; a node is there before who waits for it
 * starts; a fleet changes before it is used; a request that ends in time has not timed out; a slot freed at an instant
 * takes who arrives at it; a scrape sees all of that; a policy decides on the scrape; what is recorded is what all of it
 * came to.
 */
it('what comes first at one instant', () => {
  const order = Object.entries(rank).sort(([, a], [, b]) => a - b);
  expect(order.map(([name]) => name)).toEqual([
    'fault',
    'node',
    'fleet',
    'completion',
    'timeout',
    'arrival',
    'scrape',
    'decide',
    'record',
  ]);
  expect(new Set(order.map(([, value]) => value)).size).toBe(order.length);
});
