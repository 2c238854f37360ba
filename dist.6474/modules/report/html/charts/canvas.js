import { fitNames } from '../../policyNames.js';
/** Common look: the page's font and colours, no ground of its own, so that the theme switches without a redraw. */
export function baseOptions({ document, width }) {
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
export function marginsOf({ top, right, bottom, left }) {
    return { marginTop: top, marginRight: right, marginBottom: bottom, marginLeft: left };
}
/** Advance widths of the printable characters of ASCII from the space on, thousandths of the size: Helvetica and Arial (AFM of Helvetica). */
const advances = [
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556,
    556, 556, 556, 278, 278, 584, 584, 584, 556, 1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833,
    722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556, 333, 556, 556, 500, 556,
    556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334,
    260, 334, 584,
];
/** Of all others but thin spaces: a Chinese character is as wide as high. */
const otherAdvance = 1000;
const boldFactor = 1.08;
/** Other fonts of the page are up to this much wider. */
const fontFactor = 1.05;
/** Width of a text of 12 px in the page's sans serif, pixels; rather too wide than too narrow. */
export function textWidth(text, { bold = false } = {}) {
    let thousandths = 0;
    for (const character of text) {
        const place = (character.codePointAt(0) ?? 0) - 32;
        thousandths += character === '\u202f' ? 278 : (advances[place] ?? (place < 300 ? 667 : otherAdvance));
    }
    return (thousandths * 12 * fontFactor * (bold ? boldFactor : 1)) / 1000;
}
/** The texts as they fit into so many pixels, cut in the middle where they do not; different ones stay different. */
export function fitTexts(texts, pixels, { bold = false } = {}) {
    const isFitting = (text) => textWidth(text, { bold }) <= pixels;
    if (texts.every(isFitting))
        return [...texts];
    for (let length = Math.max(...texts.map((text) => text.length)) - 1; length > leastLength; length--) {
        const fitted = fitNames(texts, length);
        if (fitted.every(isFitting))
            return fitted;
    }
    return fitNames(texts, leastLength);
}
/** Fewer characters say nothing. */
const leastLength = 5;
/** A large number as an axis has room for it: `950`, `12k`, `1.5M`. */
export function compactNumber(value) {
    const size = Math.abs(value);
    if (size < 10_000)
        return String(Number(value.toPrecision(3)));
    return size < 1e6 ? `${Number((value / 1e3).toPrecision(3))}k` : `${Number((value / 1e6).toPrecision(3))}M`;
}
