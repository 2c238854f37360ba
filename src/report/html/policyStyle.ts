/** What a policy looks like everywhere on the page: never its colour alone. */
export interface PolicyStyle {
  /** CSS colour: the policy's own variable, so that a reader can give it a hue without anything being drawn again. */
  readonly color: string;
  /** What that variable is at first: one of the page's hues, or the grey of those that do not matter most. */
  readonly hue: string;
  readonly symbol: PolicySymbol;
}

/** Symbol names of Plot; those without a hue are hollow. */
export type PolicySymbol = 'square' | 'triangle' | 'diamond' | 'circle' | 'cross' | 'star' | 'wye';

const slate = { hue: 'var(--p1)', symbol: 'square' } as const;
const hues = [
  { hue: 'var(--p2)', symbol: 'triangle' },
  { hue: 'var(--p3)', symbol: 'diamond' },
  { hue: 'var(--p4)', symbol: 'circle' },
  { hue: 'var(--p5)', symbol: 'cross' },
  { hue: 'var(--p6)', symbol: 'star' },
] as const;

/** Of policies without a hue of their own. */
export const greyHue = 'var(--ink3)';
const hollowSymbols: readonly PolicySymbol[] = ['circle', 'square', 'triangle', 'diamond', 'cross', 'star', 'wye'];

/** The class of all that belongs to a policy, by its place in the scenario. */
export function placeClass(place: number): string {
  return `p${place}`;
}

/**
 * Colours in scenario order, not by rank, so that they survive a rerun.
 *
 * The first fixed fleet gets slate. Beyond six policies only those in `preferred` and then the first ones carry a hue; the
 * others are grey and hollow, each with a symbol of its own up to seven of them.
 */
export function assignPolicyStyles(
  policies: readonly { readonly name: string; readonly source: string }[],
  preferred: ReadonlySet<string>,
): Map<string, PolicyStyle> {
  const baseline = policies.find(({ name, source }) => isFixed(name) || isFixed(source))?.name;
  const others = policies.map(({ name }) => name).filter((name) => name !== baseline);
  const byImportance = new Set([...others.filter((name) => preferred.has(name)), ...others]);
  const chosen = new Set([...byImportance].slice(0, hues.length));
  const free: { readonly hue: string; readonly symbol: PolicySymbol }[] = [
    ...hues,
    ...(baseline === undefined ? [slate] : []),
  ];
  const styles = new Map<string, PolicyStyle>();
  let greyCount = 0;
  for (const [place, { name }] of policies.entries()) {
    const isColored = chosen.has(name) || (baseline === undefined && others.length <= hues.length + 1);
    const own = name === baseline ? slate : isColored ? free.shift() : undefined;
    const grey = () => ({ hue: greyHue, symbol: hollowSymbols[greyCount++ % hollowSymbols.length] });
    styles.set(name, { color: `var(--c${place})`, ...(own ?? grey()) });
  }
  return styles;
}

function isFixed(name: string): boolean {
  return /^(none$|static\b)/.test(name);
}
