/** What a policy looks like everywhere on the page: never its colour alone. */
export interface PolicyStyle {
  /** CSS colour: one of the page's variables. */
  readonly color: string;
  /** A symbol name of Plot. */
  readonly symbol: PolicySymbol;
}

export type PolicySymbol = 'square' | 'triangle' | 'diamond' | 'circle' | 'cross' | 'star';

const slate: PolicyStyle = { color: 'var(--p1)', symbol: 'square' };
const hues: readonly PolicyStyle[] = [
  { color: 'var(--p2)', symbol: 'triangle' },
  { color: 'var(--p3)', symbol: 'diamond' },
  { color: 'var(--p4)', symbol: 'circle' },
  { color: 'var(--p5)', symbol: 'cross' },
  { color: 'var(--p6)', symbol: 'star' },
];
const grey: PolicyStyle = { color: 'var(--ink3)', symbol: 'circle' };

/**
 * Colours in scenario order, not by rank, so that they survive a rerun.
 *
 * The first fixed fleet gets slate. Beyond six policies only those in `preferred` and then the first ones carry colour.
 */
export function assignPolicyStyles(
  policies: readonly { readonly name: string; readonly source: string }[],
  preferred: ReadonlySet<string>,
): Map<string, PolicyStyle> {
  const baseline = policies.find(({ name, source }) => isFixed(name) || isFixed(source))?.name;
  const others = policies.map(({ name }) => name).filter((name) => name !== baseline);
  const byImportance = new Set([...others.filter((name) => preferred.has(name)), ...others]);
  const chosen = new Set([...byImportance].slice(0, hues.length));
  const styles = new Map<string, PolicyStyle>();
  if (baseline !== undefined) styles.set(baseline, slate);
  const free = [...hues, ...(baseline === undefined ? [slate] : [])];
  for (const name of others) {
    const isColored = chosen.has(name) || (baseline === undefined && others.length <= free.length);
    styles.set(name, (isColored ? free.shift() : undefined) ?? grey);
  }
  return styles;
}

function isFixed(name: string): boolean {
  return /^(none$|static\b)/.test(name);
}
