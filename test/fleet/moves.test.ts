import { describe, expect, it } from 'vitest';
import { InstanceTable } from '../../src/fleet/instanceTable.js';
import { Moves } from '../../src/fleet/moves.js';
import * as phase from '../../src/fleet/phase.js';

function movesOf(count: number) {
  const table = new InstanceTable();
  const rows = Array.from({ length: count }, () => table.allocate(0, 0));
  for (const row of rows) table.phase[row] = phase.ready;
  const moves = new Moves(table);
  for (const row of rows) moves.add(row);
  return { table, moves, rows };
}

describe('instances that go once others are there', () => {
  it('go in the order in which they were told', () => {
    const { moves, rows } = movesOf(3);
    expect([moves.count, moves.has(rows[2])]).toEqual([3, true]);
    expect([moves.take(), moves.take(), moves.take(), moves.take()]).toEqual([...rows, undefined]);
    expect([moves.count, moves.has(rows[2])]).toEqual([0, false]);
  });

  it('are those that still work: ready, or starting again', () => {
    const { table, moves, rows } = movesOf(4);
    table.phase[rows[0]] = phase.draining;
    table.phase[rows[1]] = phase.starting;
    table.release(rows[2]);
    expect([moves.count, moves.has(rows[0]), moves.has(rows[1]), moves.has(rows[2])]).toEqual([2, false, true, false]);
    expect([moves.take(), moves.take()]).toEqual([rows[1], rows[3]]);
  });

  it('are no others that have their row later', () => {
    const { table, moves, rows } = movesOf(1);
    table.release(rows[0]);
    const next = table.allocate(0, 5);
    table.phase[next] = phase.ready;
    expect([next, moves.count, moves.has(next), moves.take()]).toEqual([rows[0], 0, false, undefined]);
  });

  it('stay, after all, when they are told so', () => {
    const { moves, rows } = movesOf(2);
    moves.clear();
    expect([moves.count, moves.has(rows[0]), moves.take()]).toEqual([0, false, undefined]);
  });
});
