import { afterEach, describe, expect, it } from 'vitest';
import { beginColumns, ColumnsFull, grown, takeBytes } from '../../src/kernel/columns.js';

afterEach(() => beginColumns(Number.POSITIVE_INFINITY));

describe('a column that grows', () => {
  it.each([new Float64Array([1.5, -2]), new Int32Array([7, -8]), new Uint8Array([1, 255])])(
    'keeps its type and values, and has 0 behind them: %s',
    (column) => {
      const larger = grown(column);
      expect(larger.constructor).toBe(column.constructor);
      expect([...larger]).toEqual([...column, 0, 0]);
      expect([...grown(column, 3)]).toEqual([...column, 0]);
    },
  );
});

describe('what columns may take', () => {
  it('counts what is new, up to the limit and no byte further', () => {
    beginColumns(64);
    expect(grown(new Float64Array(4))).toHaveLength(8);
    expect(grown(new Int32Array(8))).toHaveLength(16);
    expect(() => takeBytes(1)).toThrow(ColumnsFull);
    takeBytes(0);
  });

  it('takes nothing where it refuses, and begins anew with the next run', () => {
    beginColumns(10);
    expect(() => takeBytes(11)).toThrow(new ColumnsFull('the columns of the run are full'));
    takeBytes(10);
    expect(() => takeBytes(1)).toThrow(ColumnsFull);
    beginColumns(10);
    takeBytes(10);
  });
});
