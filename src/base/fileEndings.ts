/** TypeScript and JavaScript, of either module kind. */
export const codeEndings = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'] as const;
/** Settings, not code. */
export const dataEndings = ['yaml', 'yml', 'json'] as const;

/** Whether a path has one of these endings, in whatever case. */
export function endsIn(path: string, endings: readonly string[]): boolean {
  const lower = path.toLowerCase();
  return endings.some((ending) => lower.endsWith(`.${ending}`));
}
