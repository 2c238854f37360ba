/** TypeScript and JavaScript, of either module kind. */
export const codeEndings = ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'];
/** Settings, not code. */
export const dataEndings = ['yaml', 'yml', 'json'];
/** Whether a path has one of these endings, in whatever case. */
export function endsIn(path, endings) {
    const lower = path.toLowerCase();
    return endings.some((ending) => lower.endsWith(`.${ending}`));
}
