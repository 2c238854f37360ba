const slate = { hue: 'var(--p1)', symbol: 'square' };
const hues = [
    { hue: 'var(--p2)', symbol: 'triangle' },
    { hue: 'var(--p3)', symbol: 'diamond' },
    { hue: 'var(--p4)', symbol: 'circle' },
    { hue: 'var(--p5)', symbol: 'cross' },
    { hue: 'var(--p6)', symbol: 'star' },
];
/** Of policies without a hue of their own. */
export const greyHue = 'var(--ink3)';
const hollowSymbols = ['circle', 'square', 'triangle', 'diamond', 'cross', 'star', 'wye'];
/** The class of all that belongs to a policy, by its place in the scenario. */
export function placeClass(place) {
    return `p${place}`;
}
/**
 * Colours in scenario order, not by rank, so that they survive a rerun.
 *
 * The first fixed fleet gets slate. Beyond six policies only those in `preferred` and then the first ones carry a hue; the
 * others are grey and hollow, each with a symbol of its own up to seven of them.
 */
export function assignPolicyStyles(policies, preferred) {
    const baseline = policies.find(({ name, source }) => isFixed(name) || isFixed(source))?.name;
    const others = policies.map(({ name }) => name).filter((name) => name !== baseline);
    const byImportance = new Set([...others.filter((name) => preferred.has(name)), ...others]);
    const chosen = new Set([...byImportance].slice(0, hues.length));
    const free = [
        ...hues,
        ...(baseline === undefined ? [slate] : []),
    ];
    const styles = new Map();
    let greyCount = 0;
    for (const [place, { name }] of policies.entries()) {
        const isColored = chosen.has(name) || (baseline === undefined && others.length <= hues.length + 1);
        const own = name === baseline ? slate : isColored ? free.shift() : undefined;
        const grey = () => ({ hue: greyHue, symbol: hollowSymbols[greyCount++ % hollowSymbols.length] });
        styles.set(name, { color: `var(--c${place})`, ...(own ?? grey()) });
    }
    return styles;
}
function isFixed(name) {
    return /^(none$|static\b)/.test(name);
}
