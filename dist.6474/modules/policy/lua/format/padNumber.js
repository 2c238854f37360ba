/** A number's text in the width of its conversion. */
export function padNumber({ prefix, digits, mayPadZero }, conversion) {
    const { width, isLeft, isZeroPadded } = conversion;
    if (prefix.length + digits.length >= width)
        return prefix + digits;
    if (isLeft)
        return (prefix + digits).padEnd(width);
    if (isZeroPadded && mayPadZero)
        return prefix + digits.padStart(width - prefix.length, '0');
    return (prefix + digits).padStart(width);
}
/** The sign that a signed conversion shows. */
export function signText(isNegative, { hasPlus, hasSpace }) {
    if (isNegative)
        return '-';
    if (hasPlus)
        return '+';
    return hasSpace ? ' ' : '';
}
