import { fitTexts, textWidth } from './canvas.js';
import type { CallGraphData, GraphEdgeData, GraphNodeData } from './graphData.js';

export interface PlacedNode {
  readonly node: GraphNodeData;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** The arrow of what sources send; undefined where they send nothing. */
  readonly entry: PlacedEntry | undefined;
}

export interface PlacedEntry {
  readonly fromX: number;
  readonly toX: number;
  readonly y: number;
  readonly label: PlacedLabel;
}

/** Left end of lines of text, and the baseline of the last one. */
interface PlacedLabel {
  readonly x: number;
  readonly y: number;
  readonly lines: readonly string[];
}

export interface PlacedEdge {
  readonly edge: GraphEdgeData;
  /** Corners of the line, the last one at the callee. */
  readonly points: readonly (readonly [number, number])[];
  readonly label: PlacedLabel;
}

export interface GraphLayout {
  readonly nodes: readonly PlacedNode[];
  readonly edges: readonly PlacedEdge[];
  readonly height: number;
}

export const linePixels = 15;
const nodeHeight = 64;
const [nodeLeast, nodeMost] = [118, 176];
const [zoneLeast, zoneMost] = [104, 190];
const entryPixels = 66;
const gapPixels = 22;
/** Between two arrows that end at one node, above the text of the lower one. */
const portGap = 10;

/** The graph from left to right where its columns fit, else as a list from the top down. */
export function graphLayout(data: CallGraphData, width: number): GraphLayout {
  const columnCount = 1 + Math.max(0, ...data.nodes.map(({ depth }) => depth));
  const room = width - entryPixels;
  const nodeWidth = Math.min(nodeMost, (room - (columnCount - 1) * zoneLeast) / columnCount);
  if (nodeWidth < nodeLeast) return listLayout(data, width);
  const zone = columnCount === 1 ? 0 : Math.min(zoneMost, (room - columnCount * nodeWidth) / (columnCount - 1));
  return layeredLayout(data, { nodeWidth, zone, columnCount });
}

/** A node, or a place in a column that an edge runs through. */
interface Slot {
  readonly column: number;
  readonly node: GraphNodeData | undefined;
  /** Edges that end here, by their labels from the top. */
  readonly into: Link[];
  readonly outOf: Link[];
  height: number;
  y: number;
}

/** A piece of an edge between neighbouring columns. */
interface Link {
  readonly edge: GraphEdgeData;
  readonly from: Slot;
  readonly to: Slot;
}

interface Grid {
  readonly nodeWidth: number;
  readonly zone: number;
  readonly columnCount: number;
}

function layeredLayout(data: CallGraphData, grid: Grid): GraphLayout {
  const columns: Slot[][] = Array.from({ length: grid.columnCount }, () => []);
  const slots = new Map(data.nodes.map((node) => [node.name, addSlot(columns, node.depth, node)]));
  const chains: Link[][] = [];
  const around: GraphEdgeData[] = [];
  for (const edge of data.edges) {
    const [from, to] = [slots.get(edge.from), slots.get(edge.to)];
    if (from === undefined || to === undefined) continue;
    if (to.column <= from.column) around.push(edge);
    else chains.push(chainOf(edge, from, to, columns));
  }
  order(columns);
  for (const slot of columns.flat()) slot.height = heightOf(slot, around);
  const height = Math.max(...columns.map((column) => stackHeight(column)));
  for (const column of columns) stack(column, (height - stackHeight(column)) / 2);
  const xOf = (column: number) => entryPixels + column * (grid.nodeWidth + grid.zone);
  const ports = portsOf(columns.flat(), around);
  return {
    height,
    nodes: [...slots.values()].flatMap((slot) =>
      slot.node === undefined
        ? []
        : [
            {
              node: slot.node,
              x: xOf(slot.column),
              y: slot.y,
              width: grid.nodeWidth,
              height: slot.height,
              entry: placedEntry(slot, ports.entries.get(slot), { xOf, ...grid }),
            },
          ],
    ),
    edges: [
      ...chains.map((chain) => placedChain(chain, ports.ends, { xOf, ...grid })),
      ...around.flatMap((edge) => placedAround(edge, slots.get(edge.to), ports.around.get(edge), { xOf, ...grid })),
    ],
  };
}

function addSlot(columns: readonly Slot[][], column: number, node: GraphNodeData | undefined): Slot {
  const slot: Slot = { column, node, into: [], outOf: [], height: 0, y: 0 };
  columns[column].push(slot);
  return slot;
}

/** An edge over several columns gets a place in each, so that it runs through no node. */
function chainOf(edge: GraphEdgeData, from: Slot, to: Slot, columns: readonly Slot[][]): Link[] {
  const chain: Link[] = [];
  let last = from;
  for (let column = from.column + 1; column <= to.column; column++) {
    const next = column === to.column ? to : addSlot(columns, column, undefined);
    const link = { edge, from: last, to: next };
    last.outOf.push(link);
    next.into.push(link);
    chain.push(link);
    last = next;
  }
  return chain;
}

/** Neighbours come near one another: each column by the mean place of those it is called by, then calls. */
function order(columns: readonly Slot[][]): void {
  const sort = (column: Slot[], neighbours: (slot: Slot) => readonly Slot[]) => {
    const places = new Map(columns.flatMap((one) => one.map((slot, place) => [slot, place / one.length] as const)));
    const keys = new Map(
      column.map((slot) => {
        const near = neighbours(slot).map((one) => places.get(one) ?? 0);
        const own = places.get(slot) ?? 0;
        return [slot, near.length === 0 ? own : near.reduce((sum, place) => sum + place, 0) / near.length] as const;
      }),
    );
    column.sort((a, b) => (keys.get(a) ?? 0) - (keys.get(b) ?? 0));
  };
  for (let sweep = 0; sweep < 4; sweep++) {
    for (const column of columns.slice(1)) sort(column, ({ into }) => into.map(({ from }) => from));
    for (const column of [...columns.slice(0, -1)].reverse()) sort(column, ({ outOf }) => outOf.map(({ to }) => to));
  }
  for (const slot of columns.flat()) {
    const place = (other: Slot) => columns[other.column].indexOf(other);
    slot.into.sort((a, b) => a.from.column - b.from.column || place(a.from) - place(b.from));
    slot.outOf.sort((a, b) => place(a.to) - place(b.to));
  }
}

function portHeight(lines: readonly string[]): number {
  return linePixels * lines.length + portGap;
}

function heightOf({ node, into }: Slot, around: readonly GraphEdgeData[]): number {
  if (node === undefined) return 16;
  const own = around.filter(({ to }) => to === node.name);
  const labels = [
    ...into.map(({ edge }) => edge.lines),
    ...own.map(aroundLines),
    ...(node.entry === '' ? [] : [entryLines(node)]),
  ];
  return Math.max(
    nodeHeight,
    labels.reduce((sum, lines) => sum + portHeight(lines), 10),
  );
}

function stackHeight(column: readonly Slot[]): number {
  return column.reduce((sum, { height }) => sum + height + gapPixels, -gapPixels) + 2;
}

function stack(column: readonly Slot[], top: number): void {
  let y = top + 1;
  for (const slot of column) {
    slot.y = y;
    y += slot.height + gapPixels;
  }
}

/** What stands above the arrow of what sources send. */
function entryLines({ entry }: GraphNodeData): string[] {
  return ['users', entry];
}

/** Where arrows end at their nodes: spread evenly around the middle, each with room for its text above. */
function portsOf(slots: readonly Slot[], around: readonly GraphEdgeData[]) {
  const ends = new Map<Link, number>();
  const entries = new Map<Slot, number>();
  const back = new Map<GraphEdgeData, number>();
  for (const slot of slots) {
    const { node, into, y, height } = slot;
    if (node === undefined) {
      for (const link of into) ends.set(link, y + height / 2);
      continue;
    }
    const own = around.filter(({ to }) => to === node.name);
    const ports = [
      ...(node.entry === '' ? [] : [{ lines: entryLines(node), set: (at: number) => entries.set(slot, at) }]),
      ...into.map((link) => ({ lines: link.edge.lines, set: (at: number) => ends.set(link, at) })),
      ...own.map((edge) => ({ lines: aroundLines(edge), set: (at: number) => back.set(edge, at) })),
    ];
    const all = ports.reduce((sum, { lines }) => sum + portHeight(lines), 0);
    let at = y + (height - all) / 2;
    for (const { lines, set } of ports) {
      at += portHeight(lines);
      // One alone meets the middle of the node, where its text has room above.
      set(ports.length === 1 ? Math.max(y + height / 2, y + all - 2) : at - 2);
    }
  }
  return { ends, entries, around: back };
}

interface Place extends Grid {
  xOf(column: number): number;
}

function placedChain(
  chain: readonly Link[],
  ends: ReadonlyMap<Link, number>,
  { xOf, nodeWidth, zone }: Place,
): PlacedEdge {
  const points: [number, number][] = [];
  const labelX = (column: number) => xOf(column) - zone + channelPixels;
  for (const link of chain) {
    const { from, to } = link;
    const out = from.node === undefined ? from.y + from.height / 2 : outY(link);
    const end = ends.get(link) ?? to.y;
    points.push([xOf(from.column) + (from.node === undefined ? 0 : nodeWidth), out]);
    if (from.node === undefined) points.push([xOf(from.column) + nodeWidth, out]);
    points.push([labelX(to.column), end]);
    if (to.node !== undefined) points.push([xOf(to.column), end]);
  }
  const last = chain[chain.length - 1];
  const { edge } = last;
  const lines = fitted(edge.lines, zone);
  return { edge, points, label: { x: labelX(last.to.column) + 4, y: (ends.get(last) ?? 0) - 7, lines } };
}

function fitted(lines: readonly string[], zone: number): string[] {
  return lines.map((line) => fitTexts([line], zone - channelPixels - 10)[0]);
}

/** Between two columns: where lines go up and down, left of all text. */
const channelPixels = 18;

function outY({ from, edge }: Link): number {
  const index = from.outOf.findIndex((link) => link.edge === edge);
  return from.y + (from.height * (index + 1)) / (from.outOf.length + 1);
}

/** A call to a service that is not right of its caller: only its end is drawn, and its text says from where. */
function placedAround(
  edge: GraphEdgeData,
  slot: Slot | undefined,
  end: number | undefined,
  { xOf, zone }: Place,
): PlacedEdge[] {
  if (slot === undefined || end === undefined) return [];
  const x = xOf(slot.column);
  const left = slot.column === 0 ? 0 : x - zone + channelPixels;
  const lines = fitted(aroundLines(edge), slot.column === 0 ? entryPixels + channelPixels : zone);
  return [
    {
      edge,
      points: [
        [left, end],
        [x, end],
      ],
      label: { x: left + (slot.column === 0 ? 0 : 4), y: end - 7, lines },
    },
  ];
}

/** In the first column it comes from the left, elsewhere out of the gap before its own. */
function placedEntry({ node, column }: Slot, y: number | undefined, { xOf, zone }: Place): PlacedEntry | undefined {
  if (node === undefined || y === undefined) return undefined;
  const [toX, indent] = [xOf(column), column === 0 ? 0 : 4];
  const fromX = column === 0 ? 0 : toX - zone + channelPixels;
  const lines = fitted(entryLines(node), column === 0 ? entryPixels + channelPixels : zone);
  return { fromX, toX, y, label: { x: fromX + indent, y: y - 7, lines } };
}

function aroundLines({ from, to, lines }: GraphEdgeData): string[] {
  return [from === to ? 'from itself' : `from ${from}`, ...lines];
}

const indentMost = 22;
const cardMost = 420;

/** One service below the other, each caller before those it calls, and above each what calls it. */
function listLayout({ nodes, edges }: CallGraphData, width: number): GraphLayout {
  const deepest = Math.max(1, ...nodes.map(({ depth }) => depth));
  const step = Math.min(indentMost, (width * 0.3) / deepest);
  const placed = new Map<string, PlacedNode>();
  const waiting: { readonly edge: GraphEdgeData; readonly y: number; readonly x: number; readonly lines: string[] }[] =
    [];
  let y = 0;
  for (const node of inCallOrder(nodes, edges)) {
    const x = Math.round(node.depth * step);
    if (node.entry !== '') y += linePixels + 5;
    const entry = node.entry === '' ? undefined : listEntry(node, x, y - 5);
    for (const edge of edges.filter(({ to }) => to === node.name)) {
      const lines = listLines(edge, width - x - 16);
      y += linePixels * lines.length + 3;
      waiting.push({ edge, y: y - 3, x: x + 16, lines });
    }
    y += 5;
    placed.set(node.name, { node, x, y, width: Math.min(cardMost, width - x), height: nodeHeight, entry });
    y += nodeHeight + 14;
  }
  return {
    nodes: [...placed.values()],
    height: Math.max(0, y - 13),
    edges: waiting.map(({ edge, x, y: baseline, lines }) => {
      const [caller, callee] = [placed.get(edge.from), placed.get(edge.to)];
      const middle = baseline - linePixels * (lines.length - 1) - 4;
      const points: [number, number][] = [];
      if (caller !== undefined && callee !== undefined && caller.y < callee.y) {
        points.push([caller.x + 8, caller.y + caller.height], [caller.x + 8, middle]);
      }
      points.push([x - 4, middle]);
      return { edge, points, label: { x, y: baseline, lines } };
    }),
  };
}

function listEntry({ entry }: GraphNodeData, x: number, y: number): PlacedEntry {
  return { fromX: x, toX: x + 12, y, label: { x: x + 16, y: y + 4, lines: [`${entry} from users`] } };
}

function listLines(edge: GraphEdgeData, room: number): string[] {
  const from = edge.from === edge.to ? 'from itself' : `from ${edge.from}`;
  const one = `${from}: ${edge.lines.join(', ')}`;
  return textWidth(one) <= room ? [one] : [fitTexts([from], room)[0], edge.lines.join(', ')];
}

/** Each service below the one that calls it most among those right above it, as a tree is read. */
function inCallOrder(nodes: readonly GraphNodeData[], edges: readonly GraphEdgeData[]): GraphNodeData[] {
  const depthOf = new Map(nodes.map(({ name, depth }) => [name, depth]));
  const parentOf = (node: GraphNodeData) =>
    edges
      .filter(({ from, to }) => to === node.name && depthOf.get(from) === node.depth - 1)
      .sort((a, b) => b.weight - a.weight)[0]?.from;
  const below = (parent: string | undefined): GraphNodeData[] =>
    nodes.filter((node) => parentOf(node) === parent).flatMap((node) => [node, ...below(node.name)]);
  return below(undefined);
}
