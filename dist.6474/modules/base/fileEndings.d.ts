/** TypeScript and JavaScript, of either module kind. */
export declare const codeEndings: readonly ['ts', 'mts', 'cts', 'js', 'mjs', 'cjs'];
/** Settings, not code. */
export declare const dataEndings: readonly ['yaml', 'yml', 'json'];
/** Whether a path has one of these endings, in whatever case. */
export declare function endsIn(path: string, endings: readonly string[]): boolean;
