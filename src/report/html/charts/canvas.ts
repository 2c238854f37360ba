import type { PlotOptions } from '@observablehq/plot';

/** The document that draws: the browser's, or one without a screen when the page is made. */
export type ChartDocument = NonNullable<PlotOptions['document']>;

/** What a recipe needs besides its data. */
export interface Canvas {
  readonly document: ChartDocument;
  /** Pixels the chart may take. */
  readonly width: number;
}

/** Common look: the page's font and colours, no ground of its own, so that the theme switches without a redraw. */
export function baseOptions({ document, width }: Canvas): PlotOptions {
  return {
    document,
    width,
    style: {
      fontFamily: 'inherit',
      fontSize: '12px',
      background: 'transparent',
      color: 'var(--ink3)',
      overflow: 'visible',
    },
  };
}

/** Room around a plot, pixels, in Plot's own words. */
export function marginsOf({ top, right, bottom, left }: Margin): PlotOptions {
  return { marginTop: top, marginRight: right, marginBottom: bottom, marginLeft: left };
}

interface Margin {
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly left: number;
}

/** Width of a text of 12 px in the page's sans serif, pixels; within a tenth, enough to place labels. */
export function textWidth(text: string, { bold = false } = {}): number {
  let width = 0;
  for (const character of text) {
    if (/[ijlI.,:;'|!]/.test(character)) width += 3.2;
    else if (/[mwMW%@]/.test(character)) width += 10;
    else if (/[A-Z0-9$+×−]/.test(character)) width += 7.2;
    else width += character === ' ' || character === '\u202f' ? 3.2 : 6.1;
  }
  return width * (bold ? 1.07 : 1);
}

/** The name itself, or as much of it as fits with an ellipsis. */
export function fitText(text: string, pixels: number, { bold = false } = {}): string {
  if (textWidth(text, { bold }) <= pixels) return text;
  let kept = text;
  while (kept.length > 1 && textWidth(`${kept}…`, { bold }) > pixels) kept = kept.slice(0, -1);
  return `${kept}…`;
}
