import { type Canvas, type ChartDocument, fitTexts } from './canvas.js';
import type { CallGraphData } from './graphData.js';
import { graphLayout, linePixels, type PlacedEdge, type PlacedNode } from './graphLayout.js';

const margin = { top: 6, bottom: 8 };
const namespace = 'http://www.w3.org/2000/svg';

/** Services as nodes, filled as far as they are busy; the calls between them as arrows with their figures beside them. */
export function drawCallGraph(data: CallGraphData, { document, width }: Canvas): Mark {
  const layout = graphLayout(data, width);
  const draw = new Pen(document);
  const height = Math.ceil(layout.height + margin.top + margin.bottom);
  const svg = draw.element('svg', {
    class: 'graph',
    width,
    height,
    viewBox: `0 ${-margin.top} ${width} ${height}`,
    fill: 'currentColor',
    'font-size': 12,
    style: 'color:var(--ink3);font-family:inherit',
  });
  svg.append(
    ...layout.edges.map((edge) => lineOf(edge, draw)),
    ...layout.nodes.flatMap((node) => [...entryOf(node, draw), nodeOf(node, draw)]),
    ...layout.edges.map((edge) => labelOf(edge, draw)),
  );
  return svg;
}

/** An element of the picture, in whichever document draws. */
type Mark = ReturnType<ChartDocument['createElementNS']>;

type Attributes = Readonly<Record<string, string | number>>;

/** Makes elements of a picture. */
class Pen {
  readonly #document: ChartDocument;

  constructor(document: ChartDocument) {
    this.#document = document;
  }

  element(name: string, attributes: Attributes, children: readonly Mark[] = []): Mark {
    const element: Mark = this.#document.createElementNS(namespace, name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
    element.append(...children);
    return element;
  }

  text(words: string, attributes: Attributes): Mark {
    const element = this.element('text', attributes);
    element.textContent = words;
    return element;
  }

  title(words: string): Mark {
    const element = this.element('title', {});
    element.textContent = words;
    return element;
  }
}

function lineOf({ edge, points }: PlacedEdge, draw: Pen): Mark {
  const stroke = {
    stroke: 'var(--ink3)',
    'stroke-width': Number((1 + 2.5 * Math.sqrt(edge.weight)).toFixed(1)),
    fill: 'none',
  };
  return draw.element('g', {}, [
    draw.element('path', { d: pathOf(points), ...stroke, 'stroke-opacity': 0.7 }),
    arrowAt(points[points.length - 1], draw),
    draw.title(`${edge.from} to ${edge.to}: ${edge.lines.join(', ')}`),
  ]);
}

/** Straight where two corners are level, else an S between them, or a corner where one is above the other. */
function pathOf(points: PlacedEdge['points']): string {
  const [[x, y], ...rest] = points;
  let [fromX, fromY] = [x, y];
  const pieces = rest.map(([toX, toY]) => {
    const half = (toX - fromX) / 2;
    const isStraight = toY === fromY || toX === fromX;
    const piece = isStraight ? `L${toX},${toY}` : `C${fromX + half},${fromY} ${toX - half},${toY} ${toX},${toY}`;
    [fromX, fromY] = [toX, toY];
    return piece;
  });
  return `M${x},${y}${pieces.join('')}`;
}

function arrowAt([x, y]: readonly [number, number], draw: Pen): Mark {
  return draw.element('path', { d: `M${x - 7},${y - 4}L${x},${y}L${x - 7},${y + 4}Z`, fill: 'var(--ink3)' });
}

function entryOf({ entry }: PlacedNode, draw: Pen): Mark[] {
  if (entry === undefined) return [];
  const { fromX, toX, y, label } = entry;
  const stroke = { stroke: 'var(--ink3)', 'stroke-width': 1.5, 'stroke-opacity': 0.7 };
  return [
    draw.element('path', { d: `M${fromX},${y}L${toX},${y}`, ...stroke }),
    arrowAt([toX, y], draw),
    labelOf({ label }, draw),
  ];
}

const pad = 9;

function nodeOf({ node, x, y, width, height }: PlacedNode, draw: Pen): Mark {
  const frame = { x, y, width, height, rx: 3 };
  const filled = node.use === null ? 0 : Math.min(1, node.use) * width;
  const room = width - 2 * pad;
  const texts = [node.name, ...node.lines];
  const middle = y + height / 2 - ((texts.length - 1) * (linePixels + 1)) / 2 + 4;
  const color = node.isSaturated ? 'var(--starting)' : 'var(--useful)';
  const [name] = fitTexts([node.name], room, { bold: true });
  return draw.element('g', { 'data-node': node.name }, [
    draw.title([node.name, ...node.lines].join(', ')),
    draw.element('rect', { ...frame, fill: 'var(--bg)' }),
    draw.element('rect', {
      ...frame,
      width: Number(filled.toFixed(1)),
      fill: color,
      'fill-opacity': node.isSaturated ? 0.42 : 0.2,
    }),
    draw.element('rect', {
      ...frame,
      fill: 'none',
      stroke: node.isSaturated ? 'var(--ink)' : 'var(--ink3)',
      'stroke-width': node.isSaturated ? 2.5 : 1,
      ...(node.getsNothing ? { 'stroke-dasharray': '3 3' } : {}),
    }),
    draw.text(name, { x: x + pad, y: middle, fill: 'var(--ink)', 'font-weight': 600 }),
    ...node.lines.map((line, index) =>
      draw.text(fitTexts([line], room)[0], {
        x: x + pad,
        y: middle + (index + 1) * (linePixels + 1),
        fill: 'var(--ink)',
      }),
    ),
  ]);
}

function labelOf({ label }: Pick<PlacedEdge, 'label'>, draw: Pen): Mark {
  return draw.element(
    'g',
    {
      fill: 'var(--ink2)',
      stroke: 'var(--bg)',
      'stroke-width': 3,
      'stroke-linejoin': 'round',
      'paint-order': 'stroke',
    },
    label.lines.map((line, index) =>
      draw.text(line, { x: label.x, y: label.y - (label.lines.length - 1 - index) * linePixels }),
    ),
  );
}
