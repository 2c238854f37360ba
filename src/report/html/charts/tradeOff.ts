import * as Plot from '@observablehq/plot';
import { baseOptions, type Canvas, compactNumber, fitTexts, marginsOf, textWidth } from './canvas.js';
import { type Box, type LabelRequest, leaderOf, placeLabels } from './placeLabels.js';
import { leaderMark, markClass, type PolicyLook, symbolOptions } from './policyMarks.js';
import { linearTicks } from './ticks.js';
import { type TradeOffAxis, type TradeOffAxisName, tradeOffAxes } from './tradeOffAxes.js';

/** A policy in the plane of cost and what it buys. */
export interface TradeOffPoint extends PolicyLook {
  readonly name: string;
  /** Of the policy in the scenario. */
  readonly place: number;
  readonly cost: number;
  readonly costLow: number;
  readonly costHigh: number;
  /** Milliseconds, or a share; where requests went unanswered, a place above every latency that was answered. */
  readonly value: number;
  readonly valueLow: number;
  readonly valueHigh: number;
  readonly isUnanswered: boolean;
  /** Second line of the label: `$12.74, 220 ms`. */
  readonly detail: string;
  /** [cost, value] of each replication. */
  readonly replications: readonly (readonly [number, number])[];
}

export interface TradeOffData {
  readonly axis: TradeOffAxisName;
  readonly points: readonly TradeOffPoint[];
  readonly limit: { readonly value: number; readonly text: string } | null;
  readonly hindsight: { readonly cost: number; readonly text: string } | null;
  /** What costs are in: `$/run`. */
  readonly money: string;
}

const height = 330;
const margin = { top: 26, right: 16, bottom: 42, left: 52 };
const inner = { height: height - margin.top - margin.bottom } as const;

interface Frame {
  readonly axis: TradeOffAxis;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  readonly width: number;
}

/** Cost against p99 of all requests, or against quality: is anything cheaper that is as good? */
export function drawTradeOff(data: TradeOffData, canvas: Canvas) {
  const frame = frameOf(withShortNames(data, canvas.width), canvas.width);
  return Plot.plot({
    ...baseOptions(canvas),
    height,
    ...marginsOf(margin),
    x: { domain: [...frame.x] },
    y: { domain: [...frame.y], type: frame.axis.type },
    marks: [...groundMarks(data, frame), ...pointMarks(data), ...labelMarks(withShortNames(data, canvas.width), frame)],
  });
}

/** More points than this have no room for the numbers under their names; the scoreboard has them. */
const detailsMax = 6;

/** Labels take at most this share of the width. */
const labelShare = 0.42;

/** The names as the labels write them. */
function withShortNames(data: TradeOffData, width: number): TradeOffData {
  const names = data.points.map(({ name }) => name);
  const fitted = fitTexts(names, width * labelShare, { bold: true });
  const hasDetails = data.points.length <= detailsMax;
  const points = data.points.map((point, index) => ({
    ...point,
    name: fitted[index],
    detail: hasDetails ? point.detail : '',
  }));
  return { ...data, points };
}

function frameOf({ axis: name, points, limit, hindsight }: TradeOffData, width: number): Frame {
  const axis = tradeOffAxes[name];
  const costs = [
    ...points.flatMap(({ costLow, costHigh, replications }) => [costLow, costHigh, ...replications.map(([c]) => c)]),
    ...(hindsight === null ? [] : [hindsight.cost]),
  ];
  const values = [
    ...points.flatMap(({ valueLow, valueHigh, replications }) => [
      valueLow,
      valueHigh,
      ...replications.map(([, value]) => value),
    ]),
    ...(limit === null ? [] : [limit.value]),
  ];
  const [costMin, costMax] = [Math.min(...costs), Math.max(...costs)];
  const pad = Math.max((costMax - costMin) * 0.14, costMax * 0.04, 1e-6);
  const low = Math.max(0, costMin - pad);
  const x = [low, Math.max(costMax + pad, roomForLabels(points, low, width))] as const;
  return { axis, x, y: axis.domain(values), width };
}

/** A label right of its point is the plainest; where it would take over a quarter of the width it goes elsewhere. */
function roomForLabels(points: readonly TradeOffPoint[], low: number, width: number): number {
  const inner = width - margin.left - margin.right;
  return Math.max(
    ...points.map((point) => {
      const room = labelWidth(point) + 14;
      return room > inner / 4 ? low : low + ((point.cost - low) * inner) / (inner - room);
    }),
  );
}

function labelWidth({ name, detail }: TradeOffPoint): number {
  return Math.max(textWidth(name, { bold: true }), textWidth(detail)) + 4;
}

function xPixels(x: Frame['x'], width: number) {
  return (cost: number) => margin.left + ((cost - x[0]) / (x[1] - x[0])) * (width - margin.left - margin.right);
}

function toPixels({ axis, x, y, width }: Frame) {
  const innerHeight = height - margin.top - margin.bottom;
  return {
    x: xPixels(x, width),
    y: (value: number) => margin.top + (1 - axis.shareOf(value, y)) * innerHeight,
  };
}

function groundMarks({ points, limit, hindsight, money }: TradeOffData, { axis, x, y, width }: Frame): Plot.Markish[] {
  const ticks = axis.ticks(y, inner.height, limit === null ? [] : [limit.value]);
  const worstEnd = axis.isHigherBetter ? y[0] : y[1];
  const widest = Math.max(...x.map((usd) => textWidth(moneyTick(usd)))) + 22;
  const frontier = frontierOf(points, axis);
  return [
    limit === null
      ? null
      : Plot.rect([0], {
          x1: x[0],
          x2: x[1],
          y1: limit.value,
          y2: worstEnd,
          fill: 'var(--badWash)',
          fillOpacity: 0.26,
        }),
    Plot.gridY(ticks, { stroke: 'var(--grid)', strokeOpacity: 1 }),
    limit === null ? null : Plot.ruleY([limit.value], { stroke: 'var(--bad)', strokeDasharray: '3 2' }),
    limit === null
      ? null
      : Plot.text([limit], {
          x: x[1],
          y: 'value',
          text: 'text',
          textAnchor: 'end',
          dx: -4,
          dy: axis.isHigherBetter ? 10 : -8,
          fill: 'var(--bad)',
          stroke: 'var(--bg)',
          strokeOpacity: 0.6,
        }),
    hindsight === null ? null : Plot.ruleX([hindsight.cost], { stroke: 'var(--ink2)', strokeDasharray: '1 3' }),
    hindsight === null
      ? null
      : Plot.text([hindsight], {
          x: 'cost',
          y: y[0],
          text: 'text',
          textAnchor: isHindsightLeft(hindsight, x, width) ? 'end' : 'start',
          dx: isHindsightLeft(hindsight, x, width) ? -5 : 5,
          dy: -8,
          fill: 'var(--ink2)',
        }),
    Plot.line(frontier, { x: 'cost', y: 'value', curve: 'step-after', stroke: 'var(--ink3)', strokeWidth: 1 }),
    Plot.axisX(linearTicks(x[0], x[1], Math.max(2, Math.floor((width - margin.left - margin.right) / widest))), {
      text: moneyTick,
      label: `cost (${money}) →`,
      labelAnchor: 'right',
      labelOffset: 36,
    }),
    Plot.axisY([...ticks, ...(limit === null ? [] : [limit.value])], {
      // Not tickFormat: on a log scale that drops the labels between the round ones.
      text: axis.text,
      label: axis.label,
      labelAnchor: 'top',
    }),
  ];
}

function isHindsightLeft(hindsight: NonNullable<TradeOffData['hindsight']>, x: Frame['x'], width: number): boolean {
  const at = xPixels(x, width)(hindsight.cost);
  return hindsightBox(hindsight, at, width).x < at;
}

function moneyTick(usd: number): string {
  if (usd >= 10_000) return `$${compactNumber(usd)}`;
  const text = Number(usd.toPrecision(4));
  return `$${Number.isInteger(text) ? text : String(text).replace(/^(\d+\.\d)$/, '$10')}`;
}

/** Points that no other beats in both; a step line through them is the best there is to have. */
function frontierOf(points: readonly TradeOffPoint[], { isHigherBetter }: TradeOffAxis): TradeOffPoint[] {
  const sign = isHigherBetter ? -1 : 1;
  // Where requests went unanswered the height is only a place to draw, no latency that could be bought.
  const sorted = points
    .filter(({ isUnanswered }) => !isUnanswered)
    .sort((a, b) => a.cost - b.cost || sign * (a.value - b.value));
  let best = Number.POSITIVE_INFINITY;
  return sorted.filter(({ value }) => {
    const isBetter = sign * value < best;
    if (isBetter) best = sign * value;
    return isBetter;
  });
}

function pointMarks({ points }: TradeOffData): Plot.Markish[] {
  return points.flatMap((point) => [
    Plot.dot(point.replications, {
      className: markClass(point.place),
      x: (replication: readonly [number, number]) => replication[0],
      y: (replication: readonly [number, number]) => replication[1],
      r: 2.4,
      fill: point.color,
      fillOpacity: 0.28,
    }),
    Plot.ruleX([point], {
      className: markClass(point.place),
      x: 'cost',
      y1: 'valueLow',
      y2: 'valueHigh',
      stroke: point.color,
      strokeWidth: 2,
    }),
    Plot.ruleY([point], {
      className: markClass(point.place),
      y: 'value',
      x1: 'costLow',
      x2: 'costHigh',
      stroke: point.color,
      strokeWidth: 2,
    }),
    Plot.dot([point], {
      className: markClass(point.place),
      x: 'cost',
      y: 'value',
      ...symbolOptions(point, 6),
      title: () => `${point.name}: ${point.detail}`,
    }),
  ]);
}

function labelMarks({ points, limit, hindsight }: TradeOffData, frame: Frame): Plot.Markish[] {
  const pixels = toPixels(frame);
  const requests = points.map((point) => ({
    anchorX: pixels.x(point.cost),
    anchorY: pixels.y(point.value),
    width: labelWidth(point),
    height: point.detail === '' ? 15 : 30,
  }));
  const around = (x: number, y: number, size: number): Box => ({
    x: x - size,
    y: y - size,
    width: 2 * size,
    height: 2 * size,
  });
  const obstacles: Box[] = points.flatMap((point) => [
    around(pixels.x(point.cost), pixels.y(point.value), 8),
    ...point.replications.map(([cost, value]) => around(pixels.x(cost), pixels.y(value), 3)),
    between(pixels.x(point.costLow), pixels.x(point.costHigh), pixels.y(point.value)),
  ]);
  const texts: Box[] = [];
  const frontier = frontierOf(points, frame.axis);
  for (const [index, point] of frontier.entries()) {
    const next = frontier[index + 1];
    if (next === undefined) break;
    const [left, right] = [pixels.x(point.cost), pixels.x(next.cost)];
    const [top, bottom] = [pixels.y(point.value), pixels.y(next.value)];
    obstacles.push(between(left, right, top), {
      x: right - 2,
      y: Math.min(top, bottom),
      width: 4,
      height: Math.abs(bottom - top),
    });
  }
  if (limit !== null) {
    const width = textWidth(limit.text) + 8;
    const [left, top] = [frame.width - margin.right - width, pixels.y(limit.value)];
    texts.push({ x: left, y: frame.axis.isHigherBetter ? top + 2 : top - 16, width, height: 16 });
    obstacles.push({ x: margin.left, y: top - 2, width: frame.width - margin.left - margin.right, height: 4 });
  }
  if (hindsight !== null) texts.push(hindsightBox(hindsight, pixels.x(hindsight.cost), frame.width));
  const inside = {
    x: margin.left + 2,
    y: margin.top,
    // The label may stand in the margin as well.
    width: frame.width - margin.left - 4,
    height: height - margin.top - margin.bottom,
  };
  return placeLabels(requests, { obstacles, texts, frame: inside }).flatMap((box, index) =>
    box === undefined ? [] : labelAt(points[index], box, requests[index]),
  );
}

/** Right of its line, left of it where the picture ends. */
function hindsightBox({ text }: NonNullable<TradeOffData['hindsight']>, x: number, width: number): Box {
  const own = textWidth(text) + 8;
  const isLeft = x + own > width;
  return { x: isLeft ? x - own : x, y: height - margin.bottom - 16, width: own, height: 16 };
}

function between(from: number, to: number, y: number): Box {
  return { x: from, y: y - 2, width: Math.max(to - from, 1), height: 4 };
}

function labelAt(point: TradeOffPoint, box: Box, anchor: LabelRequest): Plot.Markish[] {
  const className = markClass(point.place);
  const center = box.x + box.width / 2;
  const side = Math.abs(center - anchor.anchorX) < 1 ? 'middle' : center > anchor.anchorX ? 'start' : 'end';
  const edge = side === 'middle' ? center : side === 'start' ? box.x + 2 : box.x + box.width - 2;
  const common = {
    className,
    x: 'cost',
    y: 'value',
    textAnchor: side,
    dx: edge - anchor.anchorX,
    fill: point.color,
    stroke: 'var(--bg)',
    strokeWidth: 3.5,
  } as const;
  const top = box.y - anchor.anchorY;
  return [
    leaderMark(leaderOf(anchor, box), { className, color: point.color, from: [anchor.anchorX, anchor.anchorY] }),
    Plot.text([point], { ...common, text: 'name', fontWeight: 600, dy: top + 8 }),
    point.detail === '' ? null : Plot.text([point], { ...common, text: 'detail', dy: top + 22 }),
  ];
}
