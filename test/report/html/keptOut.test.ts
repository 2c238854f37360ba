import { describe, expect, it } from 'vitest';
import { studyOf } from '../../../src/report/analysis/study.js';
import { drawTimelineRow } from '../../../src/report/html/charts/drawTimelineRow.js';
import { chartDataOf } from '../../../src/report/html/data/chartDataOf.js';
import { keptOutKindsOf, keptOutOf } from '../../../src/report/html/data/keptOut.js';
import { Drawing } from '../../../src/report/html/drawing.js';
import { readoutAt } from '../../../src/report/html/page/readout.js';
import { eventTimesOf } from '../../../src/report/html/page/timelineView.js';
import type { ResultDocument, Timeline } from '../../../src/results/results.js';
import { pageCases } from './pageCases.js';
import { richDocument } from './richDocument.js';

type Spells = NonNullable<Timeline['kept_out']>;
const timelineOf = (kept_out: Spells) => ({ kept_out }) as unknown as Timeline; // safe: nothing else of it is read
const lanesOf = (kept_out: Spells) => keptOutOf(timelineOf(kept_out), 0.6).keptOut ?? [];

function chartsOf(document: ResultDocument) {
  const [timeline] = chartDataOf(studyOf(document.scenarios[0]), { samplesMax: 90, changesMax: 180 }).timelines;
  return timeline;
}

describe('what is drawn of breakers and ejections', () => {
  it('is nothing where there was none', () => {
    expect(keptOutKindsOf([timelineOf([]), {} as Timeline])).toEqual({});
    expect(JSON.stringify(chartsOf(richDocument({ policies: 2 })))).not.toContain('keptOut');
  });

  it('names a breaker by the whole time that it did not close', () => {
    const [lane, ...others] = lanesOf([
      { state: 'open', from_s: 10, until_s: 40 },
      { state: 'half-open', from_s: 40, until_s: 42 },
      { state: 'open', from_s: 42, until_s: 72 },
      { state: 'half-open', from_s: 72, until_s: 80 },
    ]);
    expect(others).toEqual([]);
    expect(lane.kind).toBe('breaker');
    expect(lane.spans.map(({ label }) => label)).toEqual(['breaker open, 1 min 10 s']);
    expect(lane.spans[0].parts).toEqual([
      [10, 40, 1, 0],
      [40, 42, 0, 1],
      [42, 72, 1, 0],
      [72, 80, 0, 1],
    ]);
  });

  it('names an instance that is alone, counts those that overlap, and keeps apart what is apart', () => {
    const lanes = lanesOf([
      { state: 'ejected', instance: 3, from_s: 10, until_s: 40 },
      { state: 'ejected', instance: 5, from_s: 20, until_s: 50 },
      { state: 'ejected', instance: 3, from_s: 100, until_s: 130 },
      { state: 'open', instance: 7, from_s: 100, until_s: 120 },
    ]);
    expect(lanes.map(({ spans }) => spans.map(({ label }) => label))).toEqual([
      ['breaker of instance 7 open, 20 s'],
      ['2 instances ejected, 40 s', 'instance 3 ejected, 30 s'],
    ]);
    expect(lanes[1].spans[0].parts).toEqual([
      [10, 20, 1, 0],
      [20, 40, 2, 0],
      [40, 50, 1, 0],
    ]);
  });

  it('stands in a row of each policy, in the readout, and among the events to visit', () => {
    const [, document] = pageCases.find(([name]) => name === 'breakers and ejections') ?? pageCases[0];
    const data = chartsOf(document());
    const drawing = new Drawing();
    const canvas = { document: drawing.document, width: 920 };
    const view = { fromSeconds: 0, untilSeconds: data.durationSeconds };
    const svgs = data.rows.map((_, row) =>
      drawTimelineRow(data, row, canvas, view, { isInteractive: false }).map((svg) => drawing.markup(svg)),
    );
    // Who has none keeps the room, so that rows compare.
    expect(new Set(svgs.map((pieces) => pieces.length)).size).toBe(1);
    expect(svgs.filter((pieces) => pieces.join('').includes('breaker open, ')).length).toBe(2);
    expect(svgs[0].join('')).toContain('breakers, half-open pale; ejections');
    const out = data.rows.findIndex(({ keptOut }) => keptOut !== undefined);
    expect(readoutAt(data, 2010)[out + 1]).toContain('breaker open');
    expect(readoutAt(data, 2030.5)[out + 1]).toContain('breaker half-open');
    expect(readoutAt(data, 50)[out + 1]).toContain('3 breakers open');
    expect(eventTimesOf(data)).toContain(2000);
  });
});
