import picocolors from 'picocolors';
export function inkOf(hasColor) {
    const { bold, green, red, dim } = picocolors.createColors(hasColor);
    return { bold, good: green, bad: red, faint: dim };
}
